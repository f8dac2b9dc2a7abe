//! Why a command line cannot be read or written.

use std::error::Error;

use thiserror::Error;

/// Why a command line cannot be read or written.
#[derive(Debug, Error)]
pub enum CurlError {
    /// A quote is opened and never closed.
    #[error("the command has an unclosed quote; paste all of it")]
    UnclosedQuote,
    /// An escape such as `\ud800`.
    #[error("the command has an escape that is not a character")]
    Escape,
    /// The command ends after an option that takes a value.
    #[error("the curl command ends after --{0}, which needs a value")]
    MissingValue(String),
    /// The command names no URL.
    #[error("the curl command has no URL")]
    NoUrl,
    /// The command names two URLs, or a word in it looks like one.
    #[error(
        "the curl command has a second URL; paste the command of one request, or quote its words"
    )]
    SecondUrl,
    /// curl has no such option, or is newer than this reader.
    #[error("{0} is not a known option of curl, so the request cannot be read; leave it out")]
    UnknownOption(String),
    /// The command leaves the signature to curl, so that it does not have it.
    #[error("curl signs this request itself; paste the request that it sends (`curl -v` shows it)")]
    SignedByCurl,
    /// An option whose effect cannot be known from the command alone.
    #[error("--{0} is not supported here; paste the request as it was sent")]
    Unsupported(String),
    /// A file that the command names cannot be read.
    #[error(transparent)]
    File(Box<dyn Error + Send + Sync>),
    /// The shell would change the body on its way to curl.
    #[error("cannot put this body on a command line; pass it as a file")]
    Body,
    /// The shell would change another part of the request on its way to curl.
    #[error("this shell cannot pass `{0}` to curl; choose another one")]
    Argument(String),
}
