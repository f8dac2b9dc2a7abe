//! What a curl command line would send.

use std::error::Error;
use std::fmt::Write as _;

use super::cmd_words::{cmd_words, is_for_cmd};
use super::options::{Effect, effect, long_name};
use super::shell_words::shell_words;
use super::{CurlBody, CurlError, CurlRequest, Shell};
use crate::postman::effective::url::UrlText;

/// Whether `text` is a command line of curl.
pub fn is_command(text: &str) -> bool {
    program(without_prompt(text)).is_some()
}

/// `text` without the prompt of a terminal.
fn without_prompt(text: &str) -> &str {
    let text = text.trim_start();
    let marks = ["$ ", "# ", "% ", "> "];
    let line = text.lines().next().unwrap_or_default();
    if let Some(rest) = marks.iter().find_map(|mark| text.strip_prefix(mark)) {
        return rest.trim_start();
    }
    // `PS C:\Users\me>` and `C:\Users\me>` of Windows.
    let is_prompt = |start: &str| {
        let start = start.strip_prefix("PS ").unwrap_or(start);
        start.get(1..3) == Some(":\\") && !start.contains(['"', '\'', '='])
    };
    match line.split_once('>') {
        Some((start, _)) if is_prompt(start) => {
            text.get(start.len() + 1..).unwrap_or_default().trim_start()
        }
        _ => text,
    }
}

/// The shell that calls curl as `line` does: by its name alone or with its folder.
fn program(line: &str) -> Option<Shell> {
    let name = line.split_whitespace().next()?;
    let name = name.rsplit(['/', '\\']).next()?;
    let shells = [Shell::Bash, Shell::PowerShell];
    shells
        .into_iter()
        .find(|shell| name.eq_ignore_ascii_case(shell.program()))
}

/// The words of `line`, in the quotes of the shell that it looks like.
fn words(line: &str) -> Result<Vec<String>, CurlError> {
    if is_for_cmd(line) {
        return cmd_words(line);
    }
    // curl.exe is called from bash on Windows, too.
    let is_bash = line.lines().any(|line| line.trim_end().ends_with(" \\"));
    let shell = program(line).filter(|_| !is_bash).unwrap_or_default();
    shell_words(line, shell)
}

impl CurlRequest {
    /// Reads a command line: with the carets of Windows' command prompt if it has them, after
    /// `curl.exe` with PowerShell's quotes, else with those of bash.
    /// `read_file` gives the bytes of a file that the command sends.
    ///
    /// # Errors
    /// When the command is incomplete, or what it sends cannot be known from it alone.
    pub fn parse(
        text: &str,
        read_file: impl FnMut(&str) -> Result<Vec<u8>, Box<dyn Error + Send + Sync>>,
    ) -> Result<Self, CurlError> {
        let line = without_prompt(text);
        let mut words = words(line)?.into_iter().skip(1);
        let mut command = Command::new(read_file);
        let mut is_option = true;
        while let Some(word) = words.next() {
            let shorts = word.strip_prefix('-').filter(|rest| !rest.is_empty());
            let Some(shorts) = shorts.filter(|_| is_option) else {
                command.set_url(word)?;
                continue;
            };
            match shorts.strip_prefix('-') {
                Some("") => is_option = false,
                Some(long) => {
                    let value = match known(long)? {
                        Effect::Flag => String::new(),
                        _ => next(&mut words, long)?,
                    };
                    command.option(long, value)?;
                }
                None => command.short_options(shorts, &mut words)?,
            }
        }
        command.request()
    }
}

/// What the option does.
fn known(long: &str) -> Result<Effect, CurlError> {
    match effect(long) {
        None => Err(CurlError::UnknownOption(format!("--{long}"))),
        Some(Effect::Unknowable) => Err(CurlError::Unsupported(long.to_owned())),
        Some(effect) => Ok(effect),
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
    /// The headers of `--user-agent` and the like.
    own_headers: Vec<(String, String)>,
    data: Option<Vec<u8>>,
    /// The pairs of `--url-query`.
    query: Vec<String>,
    /// What `--request-target` sends in place of the URL's path and query.
    target: Option<String>,
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
            own_headers: Vec::new(),
            data: None,
            query: Vec::new(),
            target: None,
            is_get: false,
            is_head: false,
        }
    }

    /// Reads `-sSXPOST` and the like.
    fn short_options(
        &mut self,
        shorts: &str,
        words: &mut impl Iterator<Item = String>,
    ) -> Result<(), CurlError> {
        let mut shorts = shorts.chars();
        while let Some(short) = shorts.next() {
            let long =
                long_name(short).ok_or_else(|| CurlError::UnknownOption(format!("-{short}")))?;
            let value = match known(long)? {
                Effect::Flag => String::new(),
                _ if shorts.as_str().is_empty() => next(words, long)?,
                _ => shorts.by_ref().collect(),
            };
            self.option(long, value)?;
        }
        Ok(())
    }

    fn set_url(&mut self, url: String) -> Result<(), CurlError> {
        match self.url.replace(url) {
            Some(_) => Err(CurlError::SecondUrl),
            None => Ok(()),
        }
    }

    fn option(&mut self, name: &str, value: String) -> Result<(), CurlError> {
        match name {
            "request" => self.method = Some(value),
            "request-target" => self.target = Some(value),
            "url" => self.set_url(value)?,
            "get" => self.is_get = true,
            "head" => self.is_head = true,
            "url-query" => {
                let pair = match value.strip_prefix('+') {
                    Some(literal) => literal.to_owned(),
                    None => self.url_encoded(&value)?,
                };
                self.query.push(pair);
            }
            "data-urlencode" => {
                let pair = self.url_encoded(&value)?;
                self.add(pair.as_bytes(), b"&");
            }
            "user-agent" => self.set_header("User-Agent", value),
            "referer" => self.set_header("Referer", value),
            "range" => self.set_header("Range", format!("bytes={value}")),
            // A cookie without `=` is the name of a file.
            "cookie" if value.contains('=') => self.set_header("Cookie", value),
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
            _ => {}
        }
        Ok(())
    }

    /// `name=value`, `=value` and `value`, of which curl encodes the value; `name@file` and `@file`
    /// take it from a file.
    fn url_encoded(&mut self, text: &str) -> Result<String, CurlError> {
        let at = text.find(['=', '@']).unwrap_or(text.len());
        let (name, value) = text.split_at(at);
        let value = match (value.chars().next(), value.get(1..)) {
            (Some('@'), Some(file)) => (self.read_file)(file).map_err(CurlError::File)?,
            (Some(_), Some(value)) => value.as_bytes().to_vec(),
            _ => return Ok(encoded(name.as_bytes())),
        };
        let value = encoded(&value);
        Ok(if name.is_empty() {
            value
        } else {
            format!("{name}={value}")
        })
    }

    /// A header that has an option of its own; one of `--header` goes before it.
    fn set_header(&mut self, name: &str, value: String) {
        self.own_headers.push((name.to_owned(), value));
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
        let mut query = std::mem::take(&mut self.query);
        if let Some(data) = body.take_if(|_| self.is_get) {
            query.insert(0, String::from_utf8_lossy(&data).into_owned());
        }
        add_query(&mut url, &query);
        if let Some(target) = &self.target {
            let cut = UrlText::new(&url);
            let host = url.get(..cut.path.start).unwrap_or_default();
            url = format!("{host}{target}");
        }
        for (name, value) in std::mem::take(&mut self.own_headers) {
            self.default_header(&name, &value);
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

/// Adds the pairs to the query of `url`, before its fragment.
fn add_query(url: &mut String, pairs: &[String]) {
    let cut = UrlText::new(url);
    let Some(first) = pairs.first() else { return };
    let separator = if cut.query.is_some() { "&" } else { "?" };
    let end = cut.query.map_or(cut.path.end, |query| query.end);
    let rest = pairs.iter().skip(1).flat_map(|pair| ["&", pair]);
    let added: String = [separator, first].into_iter().chain(rest).collect();
    url.insert_str(end, &added);
}

/// `bytes` as curl encodes a value: all but letters, digits and `-._~`.
fn encoded(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    for byte in bytes {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(byte) {
            text.push(char::from(*byte));
        } else {
            let _ = write!(text, "%{byte:02X}");
        }
    }
    text
}
