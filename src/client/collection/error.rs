use thiserror::Error;

/// Why a request of a collection cannot be sent.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[non_exhaustive]
pub enum CollectionError {
    /// No request has that path.
    #[error("unknown request `{path}`{}", hint(.suggestion.as_deref()))]
    NoRequest {
        /// What was asked for.
        path: String,
        /// The most similar path.
        suggestion: Option<String>,
    },
    /// The path is ambiguous.
    #[error("`{path}` matches {count} requests, such as {}; write more of the path", .examples.join(" and "))]
    Ambiguous {
        /// What was asked for.
        path: String,
        /// How many requests match.
        count: usize,
        /// The first two.
        examples: Vec<String>,
    },
    /// It has no URL.
    #[error("the request has no URL; add one")]
    NoUrl,
    /// Its URL, with all variables replaced, is invalid.
    #[error("cannot send to the URL: {0}")]
    Url(String),
    /// A method that HTTP does not allow.
    #[error(
        "`{0}` is not a method that can be sent; write one word such as GET (Postman turns it into upper case before it resolves variables)"
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
    /// A length that differs from the body's.
    #[error(
        "the header Content-Length is `{given}`, but the body has {length} bytes; remove the header, it is set automatically"
    )]
    Length {
        /// What the header says.
        given: String,
        /// How long the body is.
        length: usize,
    },
    /// A variable without a value.
    #[error("`{{{{{0}}}}}` has no value; pass an environment that defines it with -e")]
    Unknown(String),
    /// A secret of Postman Vault.
    #[error(
        "`{{{{{0}}}}}` is a secret of Postman Vault, which only the Postman app can read; use a variable, and pass an environment that defines it with -e"
    )]
    Vault(String),
    /// An unknown dynamic variable.
    #[error("`{{{{{0}}}}}` is not a dynamic variable of Postman; write a value instead")]
    Dynamic(String),
    /// A variable whose value contains itself.
    #[error("`{{{{{0}}}}}` refers to itself, or grows without limit")]
    Endless(String),
    /// An auth of another type.
    #[error(
        "auth of type `{0}` is not supported; use awsv4, basic, bearer, oauth2, apikey or noauth, or send the request with Postman"
    )]
    Auth(String),
    /// A token location that Postman does not know.
    #[error(
        "the OAuth 2.0 token goes to `{0}`, which Postman does not support, so it sends none; set `addTokenTo` to `header` or `queryParams`"
    )]
    TokenPlace(String),
    /// A file of the body.
    #[error("cannot send the body's file `{path}`: {reason}")]
    File {
        /// The file, as the collection names it.
        path: String,
        /// Why.
        reason: String,
    },
    /// OAuth 2.0 without a token yet.
    #[error(
        "the request's OAuth 2.0 auth has no `accessToken`, and this command cannot obtain one; set it, preferably as a variable"
    )]
    NoToken,
    /// A body whose content Postman cannot read.
    #[error(
        "the body's `{0}` is not a list, so Postman does not send it; write a list of `key` and `value`"
    )]
    Shape(&'static str),
}

fn hint(suggestion: Option<&str>) -> String {
    suggestion.map_or_else(
        || "; a path is written `Folder › Request`".to_owned(),
        |near| format!("; did you mean `{near}`?"),
    )
}
