//! Users and their codes.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

use super::KeyError;

/// The longest code of a user.
const LONGEST: usize = 30;

/// The code of a user, in upper case as the program has it, such as `SALES`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UserCode(String);

/// This is not the code of a user.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[error("`{0}` is not a user code; write 1 to 30 letters, digits, `-`, `_` and `.`, such as SALES")]
pub struct InvalidUserCode(String);

impl FromStr for UserCode {
    type Err = InvalidUserCode;

    fn from_str(text: &str) -> Result<Self, InvalidUserCode> {
        // It becomes a part of the access key, which is between `/` and `,` in a header.
        let fine = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
        if text.is_empty() || text.len() > LONGEST || !text.bytes().all(fine) {
            let shown = text.chars().take(LONGEST).collect();
            return Err(InvalidUserCode(shown));
        }
        Ok(Self(text.to_ascii_uppercase()))
    }
}

impl fmt::Display for UserCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl UserCode {
    /// The code.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A user, as the console lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct User {
    /// The code.
    pub code: String,
    /// Whether a password was set: without one nobody can log in directly.
    pub has_password: bool,
    /// The live key, if there is one.
    pub access_key: Option<String>,
}

/// Why somebody cannot log in directly.
#[derive(Debug, Error)]
pub enum LoginError {
    /// User or password is wrong; it is not said which.
    #[error("wrong user or password")]
    Wrong,
    /// The user is for the API only.
    #[error(
        "user {0} has an API secret key and can no longer log in directly; revoke the key first"
    )]
    HasKey(String),
    /// The check failed.
    #[error(transparent)]
    Key(#[from] KeyError),
}
