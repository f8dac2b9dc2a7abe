use serde::Serialize;

use super::Auth;

/// A request.
#[derive(Clone, Debug, Serialize)]
pub struct Request {
    /// Its own auth; absent, it inherits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub auth: Option<Auth>,
    /// The HTTP method.
    pub method: &'static str,
    /// The headers.
    pub header: Vec<Header>,
    /// The body.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<Body>,
    /// The URL.
    pub url: Url,
    /// Its page, Markdown; examples have none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
}

/// A header.
#[derive(Clone, Debug, Serialize)]
pub struct Header {
    /// Its name.
    pub key: &'static str,
    /// Its value.
    pub value: String,
    /// What it does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<&'static str>,
}

/// A body of JSON text.
#[derive(Clone, Debug, Serialize)]
pub struct Body {
    mode: &'static str,
    raw: String,
    options: BodyOptions,
}

/// How Postman shows a body.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct BodyOptions {
    raw: RawOptions,
}

/// The language of a raw body.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct RawOptions {
    language: &'static str,
}

impl Body {
    /// The body that is the JSON text `raw`.
    pub fn json(raw: String) -> Self {
        Self {
            mode: "raw",
            raw,
            options: BodyOptions {
                raw: RawOptions { language: "json" },
            },
        }
    }
}

/// A URL, whole and in parts. Postman sends the parts; `raw` is what people see.
#[derive(Clone, Debug, Serialize)]
pub struct Url {
    /// The whole, without the disabled parameters.
    pub raw: String,
    /// The host, here one variable that holds scheme and host.
    pub host: [&'static str; 1],
    /// The segments of the path.
    pub path: Vec<String>,
    /// The parameters, disabled ones included.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub query: Vec<QueryParam>,
    /// The values of the segments that start with a colon.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub variable: Vec<PathVariable>,
}

impl Url {
    /// The URL of `path` below the host variable, with `query` and `variable`.
    pub fn new(path: Vec<String>, query: Vec<QueryParam>, variable: Vec<PathVariable>) -> Self {
        let host = "{{host}}";
        let mut raw = format!("{host}/{}", path.join("/"));
        let enabled = query.iter().filter(|parameter| !parameter.disabled);
        for (index, parameter) in enabled.enumerate() {
            raw.push(if index == 0 { '?' } else { '&' });
            raw.push_str(&parameter.key);
            raw.push('=');
            raw.push_str(&parameter.value);
        }
        Self {
            raw,
            host: [host],
            path,
            query,
            variable,
        }
    }
}

/// A query parameter.
#[derive(Clone, Debug, Serialize)]
pub struct QueryParam {
    /// Its name.
    pub key: String,
    /// Its value.
    pub value: String,
    /// Whether it is left out when the request is sent.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub disabled: bool,
    /// What it does.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub description: String,
}

/// The value of a path segment that starts with a colon.
#[derive(Clone, Debug, Serialize)]
pub struct PathVariable {
    /// The segment without its colon.
    pub key: String,
    /// Its value.
    pub value: String,
    /// What it is.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub description: String,
}

/// A saved example: a request as it was sent, and its answer.
#[derive(Clone, Debug, Serialize)]
pub struct Response {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The request as it was sent.
    #[serde(rename = "originalRequest")]
    pub original_request: Request,
    /// The reason phrase.
    pub status: &'static str,
    /// The status code.
    pub code: u16,
    /// How Postman shows the body.
    #[serde(rename = "_postman_previewlanguage")]
    pub preview_language: &'static str,
    /// The headers of the answer.
    pub header: Vec<Header>,
    /// The cookies of the answer.
    pub cookie: [(); 0],
    /// The body of the answer.
    pub body: String,
}
