use super::ApiError;
use crate::catalogue::Method;

/// A request, read as far as the engine needs it.
#[derive(Clone, Debug)]
pub struct ApiRequest {
    /// The method.
    pub method: Method,
    /// The path's segments, percent-decoded; a slash at the end adds none.
    pub segments: Vec<String>,
    /// The query's pairs, decoded, without those of a signature.
    pub query: Vec<(String, String)>,
    /// The header `Content-Type`.
    pub content_type: Option<String>,
    /// The body.
    pub body: Vec<u8>,
    /// The time, Unix milliseconds.
    pub now: i64,
}

impl ApiRequest {
    /// `PostgreSQL` allows no NUL in texts, and names and codes have none.
    pub(super) fn check_characters(&self) -> Result<(), ApiError> {
        let values = self.query.iter().map(|(_, value)| value);
        if values.chain(&self.segments).any(|text| text.contains('\0')) {
            return Err(ApiError::bad("the path or the query has a NUL character"));
        }
        Ok(())
    }

    /// The key: what follows the segments of the resource. It may contain slashes.
    pub(super) fn key(&self) -> Option<String> {
        (!self.segments.is_empty()).then(|| self.segments.join("/"))
    }

    /// The template that the request names: `application/pdf;template=Name of it`. `None` when it
    /// does not ask for a PDF.
    pub(super) fn template(&self) -> Option<String> {
        let given = self.content_type.as_deref()?;
        let (kind, rest) = given.split_once(';').unwrap_or((given, ""));
        if !kind.trim().eq_ignore_ascii_case("application/pdf") {
            return None;
        }
        let named = rest
            .split_once('=')
            .filter(|(name, _)| name.trim().eq_ignore_ascii_case("template"));
        let name = named.map_or("", |(_, name)| name).trim();
        Some(name.trim_matches('"').to_owned())
    }
}
