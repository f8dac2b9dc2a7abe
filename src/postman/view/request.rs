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

    /// Its method; GET where none is said, as Postman takes it.
    pub fn method_text(&self) -> Cow<'d, str> {
        let method = self.method.filter(|method| !method.is_null());
        let text = method.map(|method| method.as_str().unwrap_or(Cow::Borrowed(method.text())));
        text.filter(|text| !text.is_empty())
            .unwrap_or(Cow::Borrowed("GET"))
    }

    /// Its URL.
    pub fn url(&self) -> Option<Url<'d>> {
        self.url.map(Url::new)
    }

    /// Its headers, switched off ones included.
    pub fn headers(&self) -> Vec<Header<'d>> {
        Header::list(self.header)
    }

    /// Its body: an object, or only the text of one.
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

/// A header.
#[derive(Clone, Debug)]
pub struct Header<'d> {
    /// The whole header.
    pub entry: Value<'d>,
    /// Its name.
    pub key: Cow<'d, str>,
    /// Its value.
    pub value: Option<Value<'d>>,
    /// Whether it is sent.
    pub is_enabled: bool,
}

impl<'d> Header<'d> {
    /// The headers of a `header` list; those without a name are left out.
    pub fn list(list: Option<Value<'d>>) -> Vec<Self> {
        let header = |entry: Value<'d>| {
            Some(Self {
                entry,
                key: entry.get("key")?.as_str()?,
                value: entry.get("value"),
                is_enabled: !is_disabled(entry),
            })
        };
        list.into_iter()
            .flat_map(Value::elements)
            .filter_map(header)
            .collect()
    }

    /// Whether it is the header of that name, whatever the case.
    pub fn is(&self, name: &str) -> bool {
        self.key.eq_ignore_ascii_case(name)
    }

    /// Its value, when that is text.
    pub fn text(&self) -> Option<Cow<'d, str>> {
        self.value?.as_str()
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

    /// Whether it is switched off.
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

/// A segment of a path.
#[derive(Clone, Debug)]
pub struct Segment<'d> {
    /// Its text.
    pub text: Cow<'d, str>,
    /// Where it stands.
    pub value: Value<'d>,
}

/// A query parameter.
#[derive(Clone, Debug)]
pub struct QueryParam<'d> {
    /// The whole parameter.
    pub entry: Value<'d>,
    /// Its name, where it has one.
    pub key: Option<Cow<'d, str>>,
    /// Its value, where it has one.
    pub value: Option<Cow<'d, str>>,
    /// Whether it is sent.
    pub is_enabled: bool,
}

/// The value of a path segment that starts with a colon.
#[derive(Clone, Debug)]
pub struct PathVariable<'d> {
    /// The whole entry.
    pub entry: Value<'d>,
    /// Its name: `key`, or `id` where it has none.
    pub name: Cow<'d, str>,
    /// Its value.
    pub value: Option<Value<'d>>,
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

    /// The host: its parts joined by dots.
    pub fn host_text(&self) -> Option<String> {
        let host = self.host?;
        if let Some(text) = host.as_str() {
            return Some(text.into_owned());
        }
        let parts: Vec<_> = host.elements().filter_map(Value::as_str).collect();
        Some(parts.join("."))
    }

    /// The segments of the path; of a list those that are text or have a text `value`.
    pub fn segments(&self) -> Vec<Segment<'d>> {
        let Some(path) = self.path else {
            return Vec::new();
        };
        if path.kind() == Kind::String {
            let text = path.as_str().unwrap_or_default();
            let text = text.strip_prefix('/').unwrap_or(&text);
            let segment = |text: &str| Segment {
                text: Cow::Owned(text.to_owned()),
                value: path,
            };
            return text.split('/').map(segment).collect();
        }
        let segment = |value: Value<'d>| {
            let text = value.as_str().or_else(|| value.get("value")?.as_str())?;
            Some(Segment { text, value })
        };
        path.elements().filter_map(segment).collect()
    }

    /// The query parameters, switched off ones included.
    pub fn query(&self) -> Vec<QueryParam<'d>> {
        let parameter = |entry: Value<'d>| QueryParam {
            entry,
            key: entry.get("key").and_then(Value::as_str),
            value: entry.get("value").and_then(Value::as_str),
            is_enabled: !is_disabled(entry),
        };
        self.query
            .into_iter()
            .flat_map(Value::elements)
            .map(parameter)
            .collect()
    }

    /// The values of path segments that start with a colon.
    pub fn path_variables(&self) -> Vec<PathVariable<'d>> {
        let variable = |entry: Value<'d>| {
            Some(PathVariable {
                entry,
                name: entry.get("key").or_else(|| entry.get("id"))?.as_str()?,
                value: entry.get("value"),
            })
        };
        self.variable
            .into_iter()
            .flat_map(Value::elements)
            .filter_map(variable)
            .collect()
    }
}
