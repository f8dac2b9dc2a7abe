//! curl's command lines: read as people paste them, written for people to copy.
//!
//! No I/O: files that a command names are read by the caller, and nothing is run.
//!
//! ```
//! use sqlacc_postman::curl::{CurlRequest, Shell};
//!
//! let pasted = "curl https://api.sql.my/agent -H 'Accept: application/json' | jq .";
//! let request = CurlRequest::parse(pasted, |file| Err(format!("{file} is not here").into()))?;
//! assert_eq!(request.method, "GET");
//! assert_eq!(
//!     request.command(Shell::Bash)?,
//!     "curl \\\n  --request 'GET' \\\n  --url 'https://api.sql.my/agent' \\\n  --header 'Accept: application/json'"
//! );
//! # Ok::<(), sqlacc_postman::curl::CurlError>(())
//! ```

mod aws_sigv4;
mod cmd_words;
mod error;
mod options;
mod parse;
mod request;
mod shell;
mod shell_words;
#[cfg(test)]
mod tests;
mod write;

pub use aws_sigv4::{SigningByCurl, signing_obstacle};
pub use error::CurlError;
pub use parse::is_command;
pub use request::{CurlBody, CurlRequest};
pub use shell::Shell;
