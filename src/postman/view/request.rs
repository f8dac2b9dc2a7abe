use std::borrow::Cow;

use super::{Auth, is_disabled};
use crate::json::{Kind, Value};

/// A request: an object, or only the text of its URL.
#[derive(Clone, Copy, Debug)]
pub struct Request<'d> {
    /// The whole request.
    pub value: Value<'d>,
    /// Its `method`.
    pub method: Option<Value<'d>>,
    /// Its `url`, an object or a text.
    pub url: Option<Value<'d>>,
    /// Its `header`.
    pub header: Option<Value<'d>>,
    /// Its `body`.
    pub body: Option<Value<'d>>,
    /// Its `auth`.
    pub auth: Option<Value<'d>>,
    /// Its `description`.
    pub description: Option<Value<'d>>,
}

impl<'d> Request<'d> {
    /// The view of a request.
    pub fn new(value: Value<'d>) -> Self {
        let mut request = Self {
            value,
            method: None,
            url: (value.kind() == Kind::String).then_some(value),
            header: None,
            body: None,
            auth: None,
            description: None,
        };
        for entry in value.entries() {
            let slot = match entry.key().as_ref() {
                "method" => &mut request.method,
                "url" => &mut request.url,
                "header" => &mut request.header,
                "body" => &mut request.body,
                "auth" => &mut request.auth,
                "description" => &mut request.description,
                _ => continue,
            };
            *slot = Some(entry.value());
        }
        request
    }

    /// The method that it is sent with; GET where there is none, or an empty one.
    pub fn method_text(&self) -> Cow<'d, str> {
        let method = self.written_method();
        if method.is_empty() {
            return Cow::Borrowed("GET");
        }
        method
    }

    /// Its method as it is written; GET where there is none. A body goes by this one: a request with an
    /// empty method is sent as GET, but with its body.
    pub fn written_method(&self) -> Cow<'d, str> {
        let method = self.method.filter(|method| !method.is_null());
        let text = method.map(|method| match method.kind() {
            // As JavaScript writes them, whatever their layout.
            Kind::Object => Cow::Borrowed("[object Object]"),
            Kind::Array => {
                let texts = method
                    .elements()
                    .map(|one| one.as_str().unwrap_or_default());
                Cow::Owned(texts.collect::<Vec<_>>().join(","))
            }
            _ => method.as_str().unwrap_or(Cow::Borrowed(method.text())),
        });
        text.unwrap_or(Cow::Borrowed("GET"))
    }

    /// Its URL.
    pub fn url(&self) -> Option<Url<'d>> {
        self.url.map(Url::new)
    }

    /// Its body: an object, or the text of a raw one.
    pub fn body(&self) -> Option<Body<'d>> {
        self.body
            .filter(|value| matches!(value.kind(), Kind::Object | Kind::String))
            .map(|value| Body { value })
    }

    /// Its own auth.
    pub fn auth(&self) -> Option<Auth<'d>> {
        self.auth.map(|value| Auth { value })
    }
}

/// A body.
#[derive(Clone, Copy, Debug)]
pub struct Body<'d> {
    /// The whole body.
    pub value: Value<'d>,
}

impl<'d> Body<'d> {
    /// Its mode: `raw`, `urlencoded`, `formdata`, `file`, `graphql`.
    pub fn mode(self) -> Option<Cow<'d, str>> {
        self.value.get("mode")?.as_str()
    }

    /// Whether it has that mode.
    pub fn is_mode(self, mode: &str) -> bool {
        self.value.get("mode").is_some_and(|own| own.is_str(mode))
    }

    /// What is sent in that mode: the member called like it.
    pub fn payload(self) -> Option<Value<'d>> {
        self.value.get(&self.mode()?)
    }

    /// The text of a raw body.
    pub fn raw(self) -> Option<Value<'d>> {
        self.value.get("raw")
    }

    /// The language of a raw body: `json`, `xml` …
    pub fn language(self) -> Option<Cow<'d, str>> {
        self.value
            .get("options")?
            .get("raw")?
            .get("language")?
            .as_str()
    }

    /// Whether it is disabled.
    pub fn is_disabled(self) -> bool {
        is_disabled(self.value)
    }
}

/// A URL: an object with parts, or a text.
#[derive(Clone, Copy, Debug)]
pub struct Url<'d> {
    /// The whole URL.
    pub value: Value<'d>,
    /// Its `raw`, or the whole where it is a text.
    pub raw: Option<Value<'d>>,
    /// Its `protocol`.
    pub protocol: Option<Value<'d>>,
    /// Its `host`, a list or a text.
    pub host: Option<Value<'d>>,
    /// Its `port`.
    pub port: Option<Value<'d>>,
    /// Its `path`, a list or a text.
    pub path: Option<Value<'d>>,
    /// Its `query`.
    pub query: Option<Value<'d>>,
    /// Its `variable`.
    pub variable: Option<Value<'d>>,
    /// Its `hash`.
    pub hash: Option<Value<'d>>,
    /// Its `auth`: user and password.
    pub auth: Option<Value<'d>>,
}

impl<'d> Url<'d> {
    /// The view of a URL.
    pub fn new(value: Value<'d>) -> Self {
        let mut url = Self {
            value,
            raw: (value.kind() == Kind::String).then_some(value),
            protocol: None,
            host: None,
            port: None,
            path: None,
            query: None,
            variable: None,
            hash: None,
            auth: None,
        };
        for entry in value.entries() {
            let slot = match entry.key().as_ref() {
                "raw" => &mut url.raw,
                "protocol" => &mut url.protocol,
                "host" => &mut url.host,
                "port" => &mut url.port,
                "path" => &mut url.path,
                "query" => &mut url.query,
                "variable" => &mut url.variable,
                "hash" => &mut url.hash,
                "auth" => &mut url.auth,
                _ => continue,
            };
            *slot = Some(entry.value());
        }
        url
    }

    /// The URL as people see it.
    pub fn raw_text(&self) -> Option<Cow<'d, str>> {
        self.raw?.as_str()
    }

    /// Whether it is split into parts, which are what Postman sends.
    pub fn has_parts(&self) -> bool {
        self.host.is_some() || self.path.is_some()
    }
}
