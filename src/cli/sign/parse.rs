use std::path::Path;

use anyhow::bail;

use super::copied::{of_pseudo_headers, of_url, of_verbose};
use super::received::Received;
use crate::cli::input::read;
use crate::curl::{self, CurlRequest};

/// Reads `bytes`: a curl command line, the output of `curl -v`, the headers that a browser shows, a
/// URL alone, or else a request as it was sent.
pub(super) fn parse(bytes: &[u8]) -> anyhow::Result<Received> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let text = String::from_utf8_lossy(bytes);
    if curl::is_command(&text) {
        let read_file = |name: &str| Ok(read(Path::new(name))?);
        return Ok(CurlRequest::parse(&text, read_file)?.into());
    }
    if text.trim().is_empty() {
        bail!("the input is empty; paste the request as it was sent, or a curl command");
    }
    let copied = match of_verbose(&text)? {
        Some(request) => Some(request),
        None => of_pseudo_headers(&text).or_else(|| of_url(&text)),
    };
    Received::message(copied.as_ref().map_or(bytes, |request| request.as_bytes()))
}
