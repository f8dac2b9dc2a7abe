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
    #[error("the request has no URL; give it one")]
    NoUrl,
    /// Its URL, with all variables replaced, cannot be sent to.
    #[error("the URL cannot be sent to: {0}")]
    Url(String),
    /// A method that HTTP does not allow.
    #[error(
        "`{0}` is not a method that can be sent; write one word such as GET (Postman makes it upper case before it looks for variables)"
    )]
    Method(String),
    /// A name of a header that HTTP does not allow.
    #[error(
        "the header name `{0}` cannot be sent; use letters, digits and hyphens, without spaces and colons"
    )]
    HeaderName(String),
    /// A value of a header that HTTP does not allow.
    #[error(
        "the value of the header `{0}` cannot be sent: it has a line end, a control character or a character beyond Latin-1; encode or remove it"
    )]
    HeaderValue(String),
    /// A length that the body does not have.
    #[error(
        "the header Content-Length says `{given}`, and the body has {length} bytes; remove the header, it is set by itself"
    )]
    Length {
        /// What the header says.
        given: String,
        /// How long the body is.
        length: usize,
    },
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
        "auth of type `{0}` cannot be made here; use awsv4, basic, bearer, oauth2, apikey or noauth, or send it with Postman"
    )]
    Auth(String),
    /// A place for a token that Postman does not know.
    #[error(
        "the OAuth 2.0 token is to be added to `{0}`, which Postman does not know, so that it sends none; set `addTokenTo` to `header` or `queryParams`"
    )]
    TokenPlace(String),
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
    /// A body whose content has another form than Postman reads.
    #[error(
        "the body's `{0}` is not a list, and Postman sends nothing of it; write a list of `key` and `value`"
    )]
    Shape(&'static str),
}

fn hint(suggestion: Option<&str>) -> String {
    suggestion.map_or_else(
        || "; a path is written `Folder › Request`".to_owned(),
        |near| format!("; did you mean `{near}`?"),
    )
}
