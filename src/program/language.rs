//! The languages, and what the HTTP client of each cannot send.

use super::Program;
use crate::sigv4::percent_decode;

/// A language that programs are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// Python 3.
    Python,
    /// Node.js.
    Node,
    /// PHP, without the cURL extension.
    Php,
    /// C#, for .NET, .NET Framework and Mono.
    CSharp,
    /// Free Pascal.
    Pascal,
}

impl Language {
    /// All languages.
    pub const ALL: [Self; 5] = [
        Self::Python,
        Self::Node,
        Self::Php,
        Self::CSharp,
        Self::Pascal,
    ];

    /// Its name.
    pub fn title(self) -> &'static str {
        match self {
            Self::Python => "Python",
            Self::Node => "Node.js",
            Self::Php => "PHP",
            Self::CSharp => "C#",
            Self::Pascal => "Free Pascal",
        }
    }

    pub(super) fn template(self) -> &'static str {
        match self {
            Self::Python => include_str!("../../templates/program/python.py"),
            Self::Node => include_str!("../../templates/program/node.js"),
            Self::Php => include_str!("../../templates/program/php.php"),
            Self::CSharp => include_str!("../../templates/program/csharp.cs"),
            Self::Pascal => include_str!("../../templates/program/pascal.pas"),
        }
    }

    /// Why the standard library's client would not send `program`, to `path`, as it is.
    pub(super) fn obstacle(self, program: &Program<'_>, path: &str) -> Option<&'static str> {
        if self != Self::CSharp {
            return None;
        }
        let is_bodiless = ["GET", "HEAD"].contains(&program.method);
        if is_bodiless && !program.body.is_empty() {
            return Some("HttpWebRequest sends no body with GET and HEAD");
        }
        if !program.content_type.unwrap_or_default().is_ascii() {
            return Some("HttpWebRequest sends only ASCII in headers");
        }
        let target = String::from_utf8(percent_decode(program.target)).unwrap_or_default();
        if target.contains(|c| matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}')) {
            return Some("Uri leaves out marks of the writing direction");
        }
        is_rewritten_by_uri(path)
            .then_some("Uri decodes and rewrites escapes such as %7E and %c3; write ~ and %C3")
    }
}

/// Whether the path has an escape of an unreserved character, or one in lower case.
fn is_rewritten_by_uri(path: &str) -> bool {
    path.split('%').skip(1).any(|after| {
        let digits = after.get(..2).unwrap_or_default();
        let byte = u8::from_str_radix(digits, 16).unwrap_or_default();
        let is_unreserved = byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
        is_unreserved || digits.bytes().any(|digit| digit.is_ascii_lowercase())
    })
}
