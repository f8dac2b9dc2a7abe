use anyhow::bail;

use super::curl_line;
use super::received::Received;

/// Reads `bytes`: a curl command line when it starts with `curl`, else a request as it was sent.
pub(super) fn parse(bytes: &[u8]) -> anyhow::Result<Received> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let text = String::from_utf8_lossy(bytes);
    let start = text.trim_start().trim_start_matches("$ ");
    let program = start.split_whitespace().next().unwrap_or_default();
    match program {
        "curl" | "curl.exe" => curl_line::parse(start, program == "curl.exe"),
        "" => bail!("the input is empty; paste the request as it was sent, or a curl command"),
        _ => Received::message(bytes),
    }
}
