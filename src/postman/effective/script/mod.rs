//! What is in a script: what it does with variables, its tests, where it goes, its strings.
//!
//! With the feature `javascript` a parser finds these. Without it, and for a script that is not JavaScript
//! or that nests too deeply, a lexer finds what it can.

#![cfg_attr(
    not(feature = "javascript"),
    allow(dead_code, reason = "only the rules about scripts read all of it")
)]

mod api;
mod cache;
mod facts;
mod fallback;
mod lexer;
#[cfg(feature = "javascript")]
mod nesting;
#[cfg(feature = "javascript")]
mod parser;
mod source;

#[cfg(test)]
mod tests;

pub(crate) use cache::ScriptCache;
pub(crate) use facts::{Action, Literal, ScriptFacts, ScriptScope, StringLiteral, VariableAccess};
#[cfg(feature = "javascript")]
pub(crate) use facts::{ConsoleOutput, LoggedValue, SyntaxError};
pub(crate) use source::{Script, own_scripts};

/// What is in a script.
pub(crate) fn read(source: &str) -> ScriptFacts {
    let lexed = lexer::lexed(source);
    #[cfg(feature = "javascript")]
    let syntax_error = match parser::facts(source, nesting::nesting(source, &lexed)) {
        Ok(facts) => return facts,
        Err(parser::ParseFailure::Invalid(error)) => Some(error),
        Err(parser::ParseFailure::TooDeep) => None,
    };
    #[cfg(not(feature = "javascript"))]
    let syntax_error = None;
    ScriptFacts {
        syntax_error,
        ..fallback::facts(source, lexed)
    }
}
