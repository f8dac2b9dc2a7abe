use thiserror::Error;

/// Why a request of a collection cannot be sent.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[non_exhaustive]
pub enum CollectionError {
    /// There is none of that name.
    #[error("there is no request `{path}`{}", hint(.suggestion.as_deref()))]
    NoRequest {
        /// What was asked for.
        path: String,
        /// The path that is most like it.
        suggestion: Option<String>,
    },
    /// More than one is meant.
    #[error("`{path}` means {count} requests, such as {}; give more of the path", .examples.join(" and "))]
    Ambiguous {
        /// What was asked for.
        path: String,
        /// How many there are.
        count: usize,
        /// The first two.
        examples: Vec<String>,
    },
    /// It goes nowhere.
    #[error("the request has no URL")]
    NoUrl,
    /// Its URL, with all variables filled in, is none.
    #[error("the URL is no address that can be sent to: {0}")]
    Url(String),
    /// A variable without a value.
    #[error("`{{{{{0}}}}}` has no value; give an environment that has it with -e")]
    Unknown(String),
    /// A variable with the dollar sign of those that are made up, and none of them.
    #[error("`{{{{{0}}}}}` is no dynamic variable of Postman; write a value in its place")]
    Dynamic(String),
    /// A variable that never comes to an end.
    #[error("`{{{{{0}}}}}` refers to itself, or grows without end")]
    Endless(String),
    /// An auth of another type.
    #[error(
        "auth of type `{0}` is not known here; awsv4, basic, bearer, oauth2, apikey and noauth are"
    )]
    Auth(String),
    /// A file of the body.
    #[error("the body's file `{path}` cannot be sent: {reason}")]
    File {
        /// The file, as the collection names it.
        path: String,
        /// Why.
        reason: String,
    },
    /// OAuth 2.0 whose token is still to be got.
    #[error(
        "the request's OAuth 2.0 has no `accessToken`, and none can be got from here; put one in, as a variable best"
    )]
    NoToken,
    /// A body of another mode.
    #[error(
        "a body of mode `{0}` is not known here; raw, urlencoded, formdata, file and graphql are"
    )]
    Body(String),
}

fn hint(suggestion: Option<&str>) -> String {
    suggestion.map_or_else(
        || "; a path is written `Folder › Request`".to_owned(),
        |near| format!("; did you mean `{near}`?"),
    )
}
