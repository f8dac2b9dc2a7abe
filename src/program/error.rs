//! Why a program cannot be written.

use thiserror::Error;

use super::Language;

/// Why a program cannot be written.
#[derive(Debug, Error)]
pub enum ProgramError {
    /// Many clients resolve them, so that another path would be sent than signed.
    #[error("the path has dot segments, which many HTTP clients resolve; write it without them")]
    DotSegments,
    /// A program is text.
    #[error("the body is not valid UTF-8, so it cannot be written into a program; use curl")]
    Body,
    /// A program has keys and values as text.
    #[error("the query is not valid UTF-8 once decoded; use curl")]
    Query,
    /// The standard library's client changes or refuses a part of the request.
    #[error("{} cannot send this request as it is: {obstacle}", language.title())]
    Client {
        /// The language.
        language: Language,
        /// What is in the way.
        obstacle: &'static str,
    },
    /// A defect of this crate's template.
    #[error("cannot write the program")]
    Template(#[from] minijinja::Error),
}
