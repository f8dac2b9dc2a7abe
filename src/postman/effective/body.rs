use super::json_body::Comments;
use super::{Header, Settings, headers, text_of};
use crate::json::{Kind, Value};
use crate::postman::view::{Body, Request, is_disabled, is_truthy};

/// Methods whose body Postman does not send unless `disableBodyPruning` is on (`METHODS_WITHOUT_BODY`
/// of postman-runtime 7.56).
const WITHOUT_BODY: [&str; 5] = ["GET", "COPY", "HEAD", "PURGE", "UNLOCK"];

/// The mode of a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Text.
    Raw,
    /// Parameters as in a query.
    Urlencoded,
    /// Fields and files, one part each.
    FormData,
    /// The content of a file.
    File,
    /// A query and its variables.
    Graphql,
}

impl Mode {
    /// The mode of a body as Postman reads it: raw for one that it does not know, and for a body that
    /// is a text; `None` if no mode is given, which sends nothing.
    pub fn of(body: Body) -> Option<Self> {
        if body.value.kind() == Kind::String {
            return Some(Self::Raw);
        }
        let mode = body.value.get("mode").filter(|mode| is_truthy(*mode))?;
        Some(match text_of(mode).to_lowercase().as_str() {
            "urlencoded" => Self::Urlencoded,
            "formdata" => Self::FormData,
            "file" => Self::File,
            "graphql" => Self::Graphql,
            _ => Self::Raw,
        })
    }

    /// The member of a body with its content.
    pub const fn member(self) -> &'static str {
        match self {
            Self::Raw => "raw",
            Self::Urlencoded => "urlencoded",
            Self::FormData => "formdata",
            Self::File => "file",
            Self::Graphql => "graphql",
        }
    }

    /// What is sent of `body` in this mode.
    pub fn payload(self, body: Body<'_>) -> Option<Value<'_>> {
        match body.value.kind() {
            Kind::String => Some(body.value),
            _ => body.value.get(self.member()),
        }
    }
}

/// Whether Postman drops the body of `request` for its method.
pub(crate) fn is_pruned(request: &Request, settings: &Settings) -> bool {
    let method = request.written_method();
    let mut without = WITHOUT_BODY.iter();
    without.any(|one| method.eq_ignore_ascii_case(one)) && !settings.is_on("disableBodyPruning")
}

/// The body of `request` when it has one that is not empty and not disabled, before any pruning.
pub(crate) fn own_body<'d>(request: &Request<'d>) -> Option<Body<'d>> {
    request
        .body()
        .filter(|body| !body.is_disabled() && has_content(*body))
}

/// The body that Postman sends with `request`.
pub(crate) fn sent_body<'d>(request: &Request<'d>, settings: &Settings) -> Option<Body<'d>> {
    let body = own_body(request)?;
    (!is_pruned(request, settings)).then_some(body)
}

/// The method of a request in upper case; Postman converts it before it replaces variables.
pub(crate) fn method(request: &Request<'_>) -> String {
    request.method_text().to_uppercase()
}

/// Whether a body has any content for its mode; GraphQL is always sent.
pub(crate) fn has_content(body: Body) -> bool {
    let Some(mode) = Mode::of(body) else {
        return false;
    };
    let payload = mode.payload(body);
    mode == Mode::Graphql || payload.is_some_and(|payload| is_filled(mode.member(), payload))
}

/// The names of all modes, which are those of the members that hold the content.
pub(crate) const MODES: [&str; 5] = [
    Mode::Raw.member(),
    Mode::Urlencoded.member(),
    Mode::FormData.member(),
    Mode::File.member(),
    Mode::Graphql.member(),
];

/// The first member of a body that has content, whatever its mode.
pub(crate) fn filled_member(body: Body) -> Option<&'static str> {
    let is_content = |mode: &&str| {
        let payload = body.value.get(mode);
        payload.is_some_and(|payload| is_filled(mode, payload))
    };
    MODES.into_iter().find(is_content)
}

/// Whether `payload`, the member of a body that belongs to `mode`, holds anything that is sent.
pub(crate) fn is_filled(mode: &str, payload: Value) -> bool {
    match (mode, payload.kind()) {
        ("raw" | "urlencoded" | "file", Kind::String) => !payload.is_str(""),
        ("urlencoded" | "formdata", Kind::Array) => {
            let mut entries = payload.elements().filter(|entry| !entry.is_null());
            entries.any(|entry| !is_disabled(entry))
        }
        // Numbers and booleans are not sent.
        ("raw", Kind::Object | Kind::Array)
        | ("urlencoded" | "formdata", Kind::Object)
        | ("graphql", _) => !payload.is_empty(),
        ("file", Kind::Object) => ["src", "content"]
            .iter()
            .any(|name| payload.get(name).is_some_and(is_truthy)),
        _ => false,
    }
}

/// The type that Postman gives a raw body of that language (`core-body-builder.js` of postman-runtime
/// 7.56).
pub(crate) fn raw_type(language: &str) -> &'static str {
    match language {
        "html" => "text/html",
        "json" => "application/json",
        "javascript" => "application/javascript",
        "xml" => "application/xml",
        _ => "text/plain",
    }
}

/// Whether Postman takes comments out of a raw body of that language before it sends it: where it is
/// JSON, or there is none and `headers` name a JSON type, a single disabled one too. (The first helper
/// of `request-helpers-presend.js` of postman-runtime 7.56.)
pub(crate) fn comments(language: &str, headers: &[Header]) -> Comments {
    let is_type = |header: &&Header| header.is("Content-Type");
    let types: Vec<_> = headers.iter().filter(is_type).collect();
    let is_json = match (language, types.as_slice()) {
        ("", []) => false,
        ("", [one]) => names_json(one.sent_value()),
        ("", all) => {
            let enabled = all.iter().find(|header| header.is_enabled);
            enabled.is_none_or(|header| names_json(header.sent_value()))
        }
        (language, _) => language == "json",
    };
    if is_json {
        Comments::Allowed
    } else {
        Comments::Refused
    }
}

/// Whether a type is `application/json` or `application/….+json`, with or without parameters.
fn names_json(value: &str) -> bool {
    let Some(rest) = value.strip_prefix("application/") else {
        return false;
    };
    let word = rest.split_whitespace().next().unwrap_or_default();
    rest.starts_with("json") || word.contains("+json") && !word.starts_with("+json")
}

/// The `Content-Type` header that decides: the last enabled one.
pub(crate) fn content_type<'d>(request: &Request<'d>) -> Option<Header<'d>> {
    let headers = headers(request).into_iter();
    headers
        .rev()
        .find(|header| header.is_enabled && header.is("Content-Type"))
}

/// Whether a media type is JSON.
pub(crate) fn is_json_media(value: &str) -> bool {
    let media = media_type(value);
    media == "application/json" || media.ends_with("+json") || media == "text/json"
}

/// Whether a media type is that of several JSON texts, one a line; RFC 7464 has a sign before each.
pub(crate) fn is_json_lines_media(value: &str) -> bool {
    let media = media_type(value);
    let name = media.split_once('/').map_or("", |(_, name)| name);
    let name = name.strip_prefix("x-").unwrap_or(name);
    ["ndjson", "jsonl", "jsonlines", "json-seq", "stream+json"].contains(&name)
}

fn media_type(value: &str) -> String {
    let media = value.split(';').next().unwrap_or_default().trim();
    media.to_ascii_lowercase()
}
