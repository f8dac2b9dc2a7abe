//! A request as a command line.

use super::{CurlBody, CurlError, CurlRequest, Shell};
use crate::postman::effective::url::UrlText;

/// An option of curl with its value.
pub(super) type CurlOption = (&'static str, String);

impl CurlRequest {
    /// The command line that sends this request, one option per line.
    ///
    /// # Errors
    /// When the shell cannot pass a part of the request to curl.
    pub fn command(&self, shell: Shell) -> Result<String, CurlError> {
        command_line(shell, &self.options(shell)?)
    }

    /// The options that make curl send this request.
    pub(super) fn options(&self, shell: Shell) -> Result<Vec<CurlOption>, CurlError> {
        let mut options = Vec::new();
        // With `--request HEAD` curl would wait for a body that never comes.
        let is_head = self.method == "HEAD";
        if !is_head {
            options.push(("--request", self.method.clone()));
        }
        // Dot segments are sent as they are written.
        let url = match (is_head, has_dot_segments(&self.url)) {
            (true, true) => "--head --path-as-is --url",
            (true, false) => "--head --url",
            (false, true) => "--path-as-is --url",
            (false, false) => "--url",
        };
        options.push((url, self.url.clone()));
        options.extend(self.headers.iter().map(|(name, value)| {
            // `name:` would remove the header.
            let line = match value.as_str() {
                "" => format!("{name};"),
                value => format!("{name}: {value}"),
            };
            ("--header", line)
        }));
        options.extend(self.body_option(shell)?);
        Ok(options)
    }

    fn body_option(&self, shell: Shell) -> Result<Option<CurlOption>, CurlError> {
        Ok(match &self.body {
            None => None,
            Some(CurlBody::File(name)) => Some(("--data-binary", format!("@{name}"))),
            Some(CurlBody::Bytes(bytes)) => {
                let text = std::str::from_utf8(bytes).ok();
                let text = text.filter(|text| shell.can_pass(text));
                Some(("--data-raw", text.ok_or(CurlError::Body)?.to_owned()))
            }
        })
    }
}

/// The command with these options, one per line.
pub(super) fn command_line(shell: Shell, options: &[CurlOption]) -> Result<String, CurlError> {
    let mut line = shell.program().to_owned();
    for (name, value) in options {
        if !shell.can_pass(value) {
            return Err(CurlError::Argument(value.clone()));
        }
        line.extend([shell.continuation(), name, " ", &shell.quote(value)]);
    }
    Ok(line)
}

fn has_dot_segments(url: &str) -> bool {
    let path = url.get(UrlText::new(url).path).unwrap_or_default();
    path.split('/')
        .any(|segment| [".", ".."].contains(&segment))
}
