//! Complete programs that sign one request with Signature Version 4 and send it.
//!
//! A program needs nothing but its language's standard library, reads the keys from environment variables
//! and signs when it runs, so it neither contains a secret nor expires.
//!
//! ```
//! use sqlacc_postman::program::{Language, Program};
//!
//! let program = Program {
//!     method: "GET",
//!     origin: "https://api.sql.my",
//!     target: "/purchaseinvoice/*?docno=PI-00001",
//!     content_type: None,
//!     body: b"",
//!     region: "ap-southeast-5",
//!     service: "sqlaccount",
//!     access_key_variable: "SQLACC_ACCESS_KEY",
//!     secret_key_variable: "SQLACC_SECRET_KEY",
//! };
//! let text = program.text(Language::Python)?;
//! assert!(text.contains(r#"("docno", "PI-00001")"#));
//! # Ok::<(), sqlacc_postman::program::ProgramError>(())
//! ```

mod error;
mod language;
mod literal;

pub use error::ProgramError;
pub use language::Language;

use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, UndefinedBehavior};
use serde::Serialize;

use crate::sigv4::percent_decode;

/// What a program signs and sends.
#[derive(Clone, Copy)]
pub struct Program<'a> {
    /// The method.
    pub method: &'a str,
    /// Scheme, host and perhaps port.
    pub origin: &'a str,
    /// Path and query, percent-encoded once.
    pub target: &'a str,
    /// The `Content-Type`, if one is sent.
    pub content_type: Option<&'a str>,
    /// The body; empty for none.
    pub body: &'a [u8],
    /// The AWS region.
    pub region: &'a str,
    /// The AWS name of the service.
    pub service: &'a str,
    /// The environment variable with the access key.
    pub access_key_variable: &'a str,
    /// The environment variable with the secret key.
    pub secret_key_variable: &'a str,
}

/// The values of a template, as literals of its language.
#[derive(Serialize)]
struct Literals {
    method: String,
    origin: String,
    path: String,
    query: Vec<(String, String)>,
    content_type: String,
    body: String,
    region: String,
    service: String,
    access_key_variable: String,
    secret_key_variable: String,
}

impl Program<'_> {
    /// The program's text in `language`.
    ///
    /// # Errors
    /// When the language's HTTP client would send something else than this request.
    pub fn text(&self, language: Language) -> Result<String, ProgramError> {
        let (path, query) = self.target.split_once('?').unwrap_or((self.target, ""));
        let body = std::str::from_utf8(self.body).map_err(|_| ProgramError::Body)?;
        if path
            .split('/')
            .any(|segment| [".", ".."].contains(&segment))
        {
            return Err(ProgramError::DotSegments);
        }
        if let Some(obstacle) = language.obstacle(self, path) {
            return Err(ProgramError::Client { language, obstacle });
        }
        let literal = |text: &str| language.literal(text);
        let pairs = query.split('&').filter(|pair| !pair.is_empty());
        let query = pairs.map(|pair| {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            let decoded =
                |part| String::from_utf8(percent_decode(part)).map_err(|_| ProgramError::Query);
            Ok((literal(&decoded(key)?), literal(&decoded(value)?)))
        });
        let literals = Literals {
            method: literal(self.method),
            origin: literal(self.origin),
            path: literal(path),
            query: query.collect::<Result<_, ProgramError>>()?,
            content_type: literal(self.content_type.unwrap_or_default()),
            body: language.lines(body),
            region: literal(self.region),
            service: literal(self.service),
            access_key_variable: literal(self.access_key_variable),
            secret_key_variable: literal(self.secret_key_variable),
        };
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_auto_escape_callback(|_| AutoEscape::None);
        Ok(environment.render_str(language.template(), Serde(literals))?)
    }
}
