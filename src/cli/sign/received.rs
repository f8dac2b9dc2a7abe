//! A request as it was sent, owning its text.

use std::ops::Range;

use anyhow::{Context, bail};

use crate::curl::{CurlBody, CurlRequest};
use crate::postman::effective::url::UrlText;
use crate::sigv4::Request;

/// A request that owns its text.
#[derive(Default)]
pub(super) struct Received {
    method: String,
    target: String,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

impl Received {
    /// Reads a request as it was sent: request line, headers, an empty line and the body.
    pub(super) fn message(bytes: &[u8]) -> anyhow::Result<Self> {
        let end = |mark: &[u8]| {
            let at = bytes
                .windows(mark.len())
                .position(|window| window == mark)?;
            Some((at, at + mark.len()))
        };
        let ends = [end(b"\r\n\r\n"), end(b"\n\n")].into_iter().flatten().min();
        let (head, body) = ends.unwrap_or((bytes.len(), bytes.len()));
        let head = std::str::from_utf8(bytes.get(..head).unwrap_or_default())
            .context("the headers of the request are not valid UTF-8")?;
        let mut lines = head.lines();
        let mut line = lines.next().unwrap_or_default().split_whitespace();
        let (Some(method), Some(target)) = (line.next(), line.next()) else {
            bail!("the first line must be a request line, such as `GET /agent?offset=0 HTTP/1.1`");
        };
        let mut received = Self {
            method: method.to_owned(),
            body: bytes.get(body..).unwrap_or_default().to_vec(),
            ..Self::default()
        };
        for line in lines.filter(|line| !line.trim().is_empty()) {
            let Some((name, value)) = line.split_once(':') else {
                bail!("a header line has no colon; put an empty line before the body");
            };
            received
                .headers
                .push((name.trim().to_owned(), value.trim().to_owned()));
        }
        received.set_url(target);
        Ok(received)
    }

    /// Takes the target from a URL or a target, and the host unless a header has it.
    fn set_url(&mut self, url: &str) {
        let cut = UrlText::new(url);
        let text = |range: Range<usize>| url.get(range).unwrap_or_default();
        let end = cut.query.map_or(cut.path.end, |query| query.end);
        let Some(protocol) = cut.protocol.map(text) else {
            text(0..end).clone_into(&mut self.target);
            return;
        };
        let target = text(cut.path.start..end);
        self.target = if target.starts_with('/') {
            target.to_owned()
        } else {
            format!("/{target}")
        };
        if !self.has("host") {
            let own = if protocol.eq_ignore_ascii_case("http") {
                "80"
            } else {
                "443"
            };
            let port = cut.port.map(text).filter(|port| *port != own);
            let port = port.map(|port| format!(":{port}")).unwrap_or_default();
            let host = format!("{}{port}", text(cut.host));
            self.headers.push(("Host".to_owned(), host));
        }
    }

    /// Whether there is such a header.
    fn has(&self, name: &str) -> bool {
        self.headers
            .iter()
            .any(|(other, _)| other.eq_ignore_ascii_case(name))
    }

    /// Runs `run` on the request.
    pub(super) fn with<T>(&self, run: impl FnOnce(&Request<'_>) -> T) -> T {
        let headers = self.headers.iter();
        let headers: Vec<(&str, &str)> = headers
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        run(&Request {
            method: &self.method,
            target: &self.target,
            headers: &headers,
            body: &self.body,
        })
    }
}

impl From<CurlRequest> for Received {
    fn from(request: CurlRequest) -> Self {
        let mut received = Self {
            method: request.method,
            headers: request.headers,
            body: match request.body {
                Some(CurlBody::Bytes(bytes)) => bytes,
                // A command line that was read has the bytes of its files.
                Some(CurlBody::File(_)) | None => Vec::new(),
            },
            ..Self::default()
        };
        received.set_url(&request.url);
        received
    }
}
