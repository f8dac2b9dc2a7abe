//! What a curl command line would send.

use std::error::Error;

use super::shell_words::shell_words;
use super::{CurlBody, CurlError, CurlRequest, Shell};
use crate::postman::effective::url::UrlText;

/// Short options that take a value, with their long names.
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

/// Long options that take a value and change what is sent.
const READ: &[&str] = &[
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

/// Whether `text` is a command line of curl.
pub fn is_command(text: &str) -> bool {
    program(without_prompt(text)).is_some()
}

fn without_prompt(text: &str) -> &str {
    text.trim_start().trim_start_matches("$ ")
}

/// The shell that calls curl as `line` does.
fn program(line: &str) -> Option<Shell> {
    let name = line.split_whitespace().next()?;
    let shells = [Shell::Bash, Shell::PowerShell];
    shells.into_iter().find(|shell| shell.program() == name)
}

impl CurlRequest {
    /// Reads a command line; after `curl.exe` with PowerShell's quotes, else with those of bash.
    /// `read_file` gives the bytes of a file that the command sends.
    ///
    /// # Errors
    /// When the command is incomplete, or what it sends cannot be known from it alone.
    pub fn parse(
        text: &str,
        read_file: impl FnMut(&str) -> Result<Vec<u8>, Box<dyn Error + Send + Sync>>,
    ) -> Result<Self, CurlError> {
        let line = without_prompt(text);
        let words = shell_words(line, program(line).unwrap_or_default())?;
        let mut words = words.into_iter().skip(1);
        let mut command = Command::new(read_file);
        while let Some(word) = words.next() {
            if let Some(long) = word.strip_prefix("--") {
                let takes_value = READ.contains(&long) || IGNORED.contains(&long);
                let value = if takes_value {
                    next(&mut words, long)?
                } else {
                    String::new()
                };
                command.option(long, value)?;
            } else if let Some(shorts) = word.strip_prefix('-').filter(|shorts| !shorts.is_empty())
            {
                let mut shorts = shorts.chars();
                while let Some(short) = shorts.next() {
                    let Some((_, long)) = SHORT.iter().find(|(other, _)| *other == short) else {
                        command.flag(short);
                        continue;
                    };
                    let attached: String = shorts.by_ref().collect();
                    let value = if attached.is_empty() {
                        next(&mut words, long)?
                    } else {
                        attached
                    };
                    command.option(long, value)?;
                }
            } else {
                command.url = Some(word);
            }
        }
        command.request()
    }
}

fn next(words: &mut impl Iterator<Item = String>, name: &str) -> Result<String, CurlError> {
    words
        .next()
        .ok_or_else(|| CurlError::MissingValue(name.to_owned()))
}

/// The options of a command, as far as they have been read.
struct Command<F> {
    read_file: F,
    url: Option<String>,
    method: Option<String>,
    /// Without a value where the command removes a header that curl would add.
    headers: Vec<(String, Option<String>)>,
    data: Option<Vec<u8>>,
    is_get: bool,
    is_head: bool,
}

impl<F: FnMut(&str) -> Result<Vec<u8>, Box<dyn Error + Send + Sync>>> Command<F> {
    fn new(read_file: F) -> Self {
        Self {
            read_file,
            url: None,
            method: None,
            headers: Vec::new(),
            data: None,
            is_get: false,
            is_head: false,
        }
    }

    fn flag(&mut self, short: char) {
        match short {
            'G' => self.is_get = true,
            'I' => self.is_head = true,
            _ => {}
        }
    }

    fn option(&mut self, name: &str, value: String) -> Result<(), CurlError> {
        match name {
            "request" => self.method = Some(value),
            "url" => self.url = Some(value),
            "get" => self.flag('G'),
            "head" => self.flag('I'),
            "header" => self.header(&value),
            "data" | "data-ascii" | "data-binary" | "json" => {
                let bytes = match value.strip_prefix('@') {
                    Some(file) => {
                        let mut bytes = (self.read_file)(file).map_err(CurlError::File)?;
                        if ["data", "data-ascii"].contains(&name) {
                            bytes.retain(|byte| !b"\r\n\0".contains(byte));
                        }
                        bytes
                    }
                    None => value.into_bytes(),
                };
                self.add(&bytes, if name == "json" { b"" } else { b"&" });
                if name == "json" {
                    self.default_header("Content-Type", "application/json");
                }
            }
            "data-raw" => self.add(value.as_bytes(), b"&"),
            "aws-sigv4" => return Err(CurlError::SignedByCurl),
            "data-urlencode" | "form" | "config" | "upload-file" => {
                return Err(CurlError::Unsupported(name.to_owned()));
            }
            _ => {}
        }
        Ok(())
    }

    /// `Name: value`, `Name;` for an empty value, or `Name:` to send no such header.
    fn header(&mut self, line: &str) {
        let header = match line.split_once(':') {
            Some((name, value)) => {
                let value = Some(value.trim()).filter(|value| !value.is_empty());
                Some((name, value.map(str::to_owned)))
            }
            None => line
                .strip_suffix(';')
                .map(|name| (name, Some(String::new()))),
        };
        if let Some((name, value)) = header {
            self.headers.push((name.trim().to_owned(), value));
        }
    }

    /// A header that curl adds, unless the command sets or removes it.
    fn default_header(&mut self, name: &str, value: &str) {
        let is_set = |(other, _): &(String, _)| other.eq_ignore_ascii_case(name);
        if !self.headers.iter().any(is_set) {
            self.headers.push((name.to_owned(), Some(value.to_owned())));
        }
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

    fn request(mut self) -> Result<CurlRequest, CurlError> {
        let mut url = self.url.take().ok_or(CurlError::NoUrl)?;
        if UrlText::new(&url).protocol.is_none() {
            url = format!("http://{url}");
        }
        let mut body = self.data.take();
        if let Some(data) = body.take_if(|_| self.is_get) {
            let has_query = UrlText::new(&url).query.is_some();
            url.push(if has_query { '&' } else { '?' });
            url.push_str(&String::from_utf8_lossy(&data));
        }
        if body.is_some() {
            self.default_header("Content-Type", "application/x-www-form-urlencoded");
        }
        let usual = match (self.is_head, &body) {
            (true, _) => "HEAD",
            (false, Some(_)) => "POST",
            (false, None) => "GET",
        };
        let headers = self.headers.into_iter();
        Ok(CurlRequest {
            method: self.method.unwrap_or_else(|| usual.to_owned()),
            url,
            headers: headers
                .filter_map(|(name, value)| Some((name, value?)))
                .collect(),
            body: body.map(CurlBody::Bytes),
        })
    }
}
