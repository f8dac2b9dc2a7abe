//! The text of `info.schema`, taken apart.

use std::ops::Range;

/// A URL as `info.schema` has it.
pub(crate) struct SchemaUrl<'t> {
    /// Its host.
    pub(crate) host: &'t str,
    /// The bytes of the host in the text.
    pub(crate) host_span: Range<usize>,
    path: &'t str,
}

impl<'t> SchemaUrl<'t> {
    /// The host of Postman's own exports.
    pub(crate) const HOST: &'static str = "schema.getpostman.com";

    /// The parts of `text`; `None` if it is not a web address.
    pub(crate) fn parse(text: &'t str) -> Option<Self> {
        let (scheme, rest) = text.split_once("://")?;
        if !matches!(scheme, "http" | "https") {
            return None;
        }
        let end = rest.find('/')?;
        let (host, path) = rest.split_at_checked(end)?;
        let start = scheme.len() + 3;
        Some(Self {
            host,
            host_span: start..start + host.len(),
            path,
        })
    }

    /// The version of the collection format that it names: `2.1.0`. Postman's files have it with
    /// and without the draft of JSON Schema in front, and with and without the file name.
    pub(crate) fn version(&self) -> Option<&'t str> {
        let rest = self.path.strip_prefix("/json/")?;
        let rest = ["draft-04/", "draft-07/"]
            .iter()
            .find_map(|draft| rest.strip_prefix(draft))
            .unwrap_or(rest);
        let rest = rest.strip_prefix("collection/v")?;
        let (version, file) = rest.split_once('/').unwrap_or((rest, ""));
        let is_version = version.starts_with(|first: char| first.is_ascii_digit());
        (is_version && matches!(file, "" | "collection.json")).then_some(version)
    }
}

/// Whether collections of that version can be read.
pub(crate) fn is_supported(version: &str) -> bool {
    version.starts_with("2.0.") || version.starts_with("2.1.")
}
