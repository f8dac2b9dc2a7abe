//! What a curl command line would send.

use std::path::Path;

use anyhow::{Context, bail};

use super::received::Received;
use super::shell_words::shell_words;
use crate::cli::input::read;
use crate::postman::effective::url::UrlText;

/// Short options that take a value, by the long name that stands for them here.
const SHORT: &[(char, &str)] = &[
    ('X', "request"),
    ('H', "header"),
    ('d', "data"),
    ('u', "user"),
    ('o', "output"),
    ('A', "user-agent"),
    ('e', "referer"),
    ('b', "cookie"),
    ('c', "cookie-jar"),
    ('m', "max-time"),
    ('x', "proxy"),
    ('w', "write-out"),
    ('K', "config"),
    ('E', "cert"),
    ('F', "form"),
    ('T', "upload-file"),
];
/// Long options that take a value and change nothing that is signed.
const IGNORED: &[&str] = &[
    "user",
    "output",
    "user-agent",
    "referer",
    "cookie",
    "cookie-jar",
    "max-time",
    "proxy",
    "write-out",
    "cert",
    "key",
    "cacert",
    "capath",
    "connect-timeout",
    "retry",
    "retry-delay",
    "resolve",
    "interface",
    "limit-rate",
    "proxy-user",
    "max-redirs",
];

#[derive(Default)]
struct CurlCommand {
    received: Received,
    url: Option<String>,
    method: Option<String>,
    data: Option<Vec<u8>>,
    as_query: bool,
    head: bool,
}

pub(super) fn parse(line: &str, powershell: bool) -> anyhow::Result<Received> {
    let mut found = CurlCommand::default();
    let words = shell_words(line, powershell)?;
    let mut rest = words.into_iter().skip(1);
    while let Some(word) = rest.next() {
        if let Some(long) = word.strip_prefix("--") {
            let takes_value = CurlCommand::takes_value(long);
            let value = if takes_value {
                Some(next(&mut rest, long)?)
            } else {
                None
            };
            found.option(long, value)?;
        } else if let Some(shorts) = word.strip_prefix('-').filter(|shorts| !shorts.is_empty()) {
            let mut shorts = shorts.chars();
            while let Some(short) = shorts.next() {
                let Some((_, long)) = SHORT.iter().find(|(other, _)| *other == short) else {
                    found.flag(short);
                    continue;
                };
                let attached: String = shorts.by_ref().collect();
                let value = if attached.is_empty() {
                    next(&mut rest, long)?
                } else {
                    attached
                };
                found.option(long, Some(value))?;
            }
        } else {
            found.url = Some(word);
        }
    }
    found.request()
}

fn next(rest: &mut impl Iterator<Item = String>, name: &str) -> anyhow::Result<String> {
    rest.next()
        .with_context(|| format!("the curl command ends after --{name}, which needs a value"))
}

impl CurlCommand {
    fn takes_value(long: &str) -> bool {
        let known = [
            "request",
            "header",
            "url",
            "data",
            "data-raw",
            "data-binary",
            "data-ascii",
            "data-urlencode",
            "json",
            "aws-sigv4",
            "form",
            "config",
            "upload-file",
        ];
        known.contains(&long) || IGNORED.contains(&long)
    }

    fn flag(&mut self, short: char) {
        match short {
            'G' => self.as_query = true,
            'I' => self.head = true,
            _ => {}
        }
    }

    fn option(&mut self, name: &str, value: Option<String>) -> anyhow::Result<()> {
        let value = value.unwrap_or_default();
        match name {
            "request" => self.method = Some(value),
            "url" => self.url = Some(value),
            "get" => self.flag('G'),
            "head" => self.flag('I'),
            "header" => {
                if let Some((name, value)) = value.split_once(':') {
                    let pair = (name.trim().to_owned(), value.trim().to_owned());
                    self.received.headers.push(pair);
                }
            }
            "data" | "data-ascii" | "data-binary" | "json" => {
                let bytes = match value.strip_prefix('@') {
                    Some(file) => {
                        let mut bytes = read(Path::new(file))?;
                        if name.starts_with("data") && name != "data-binary" {
                            bytes.retain(|byte| !b"\r\n\0".contains(byte));
                        }
                        bytes
                    }
                    None => value.into_bytes(),
                };
                self.add(&bytes, if name == "json" { b"" } else { b"&" });
                if name == "json" && !self.received.has("content-type") {
                    let json = ("Content-Type".to_owned(), "application/json".to_owned());
                    self.received.headers.push(json);
                }
            }
            "data-raw" => self.add(value.as_bytes(), b"&"),
            "aws-sigv4" => bail!(
                "curl signs this request itself; paste the request that it sends (`curl -v` shows it)"
            ),
            "data-urlencode" | "form" | "config" | "upload-file" => {
                bail!("--{name} is not supported here; paste the request as it was sent")
            }
            _ => {}
        }
        Ok(())
    }

    fn add(&mut self, bytes: &[u8], separator: &[u8]) {
        match &mut self.data {
            Some(data) => {
                data.extend_from_slice(separator);
                data.extend_from_slice(bytes);
            }
            None => self.data = Some(bytes.to_vec()),
        }
    }

    fn request(self) -> anyhow::Result<Received> {
        let mut received = self.received;
        let mut url = self.url.context("the curl command has no URL")?;
        if UrlText::new(&url).protocol.is_none() {
            url = format!("http://{url}");
        }
        let has_data = self.data.is_some();
        match self.data {
            Some(data) if self.as_query => {
                url.push(if url.contains('?') { '&' } else { '?' });
                url.push_str(&String::from_utf8_lossy(&data));
            }
            Some(data) => received.body = data,
            None => {}
        }
        let form = has_data && !self.as_query;
        if form && !received.has("content-type") {
            let kind = "application/x-www-form-urlencoded".to_owned();
            received.headers.push(("Content-Type".to_owned(), kind));
        }
        let usual = match (self.head, form) {
            (true, _) => "HEAD",
            (_, true) => "POST",
            _ => "GET",
        };
        received.method = self.method.unwrap_or_else(|| usual.to_owned());
        received.set_url(&url);
        Ok(received)
    }
}
