//! Facts from the syntax tree of a script.

mod assertions;
mod deprecated;
mod output;
mod path;
mod redeclared;
mod sent;
mod visit;

use std::ops::Range;
use std::thread;

use oxc_allocator::Allocator;
use oxc_ast_visit::Visit;
use oxc_parser::{ParseOptions, Parser};
use oxc_span::{GetSpan, SourceType};

use super::nesting::Nesting;
use super::{ScriptFacts, SyntaxError};
use visit::Reader;

/// Stack that any thread has.
const SMALL: usize = 1 << 20;

/// Stack beyond which a script is not parsed: enough for more than a megabyte of code.
const LARGE: usize = 1 << 28;

/// The nesting of brackets beyond which a script is not parsed: no person wrote it, and some
/// take a parser a time that grows with their square.
const DEEPEST: usize = 128;

/// Measured on what costs most: `(`, `[` and `({get a(){` for a bracket, `new`, `a=` and `a=>` for
/// any other piece; then a third more. Without optimisation a stack frame is several times as large.
const BRACKET: usize = if cfg!(debug_assertions) {
    40_000
} else {
    4_000
};
const PIECE: usize = if cfg!(debug_assertions) { 8_000 } else { 800 };

/// Why a script has not been parsed, or not to its end.
#[derive(Debug)]
pub(super) enum ParseFailure {
    /// It nests too deeply.
    TooDeep,
    /// It is not JavaScript.
    Invalid(SyntaxError),
}

/// The facts of a source that nests at most so deeply: the parser recurses without a limit, so that a
/// longer one is parsed in a thread with as much stack as it may need, of which only what is used
/// takes memory.
pub(super) fn facts(source: &str, nesting: Nesting) -> Result<ScriptFacts, ParseFailure> {
    let need = nesting.brackets.saturating_mul(BRACKET) + nesting.pieces.saturating_mul(PIECE);
    if nesting.brackets > DEEPEST || need > LARGE {
        return Err(ParseFailure::TooDeep);
    }
    if need <= SMALL {
        return parsed(source);
    }
    thread::scope(|scope| {
        let thread = thread::Builder::new().stack_size(need + SMALL);
        let thread = thread.spawn_scoped(scope, || parsed(source)).ok();
        thread.and_then(|thread| thread.join().ok())
    })
    .unwrap_or(Err(ParseFailure::TooDeep))
}

fn parsed(source: &str) -> Result<ScriptFacts, ParseFailure> {
    let allocator = Allocator::default();
    // Scripts are bodies of asynchronous functions: `return` and `await` may be anywhere.
    let options = ParseOptions {
        allow_return_outside_function: true,
        ..ParseOptions::default()
    };
    let parser = Parser::new(&allocator, source, SourceType::unambiguous());
    let parsed = parser.with_options(options).parse();
    if let Some(error) = parsed.diagnostics.iter().next() {
        let label = error.labels.iter().next();
        let span = label.map_or(0..0, |label| label.offset()..label.offset() + label.len());
        let span = span.start as usize..span.end as usize;
        return Err(invalid(span, error.message.to_string()));
    }
    if let Some(line) = &parsed.program.hashbang {
        let message = "`#!` is allowed on the first line only, and Postman puts code before it";
        return Err(invalid(visit::range(line.span), message.to_owned()));
    }
    let mut body = parsed.program.body.iter();
    if let Some(module) = body.find_map(|statement| statement.as_module_declaration()) {
        let message = "`import` and `export` are only for modules, which a script is not";
        return Err(invalid(visit::range(module.span()), message.to_owned()));
    }
    let mut reader = Reader::new(source);
    reader.visit_program(&parsed.program);
    if let Some(span) = reader.using {
        let message = "`using` is not supported by Postman";
        return Err(invalid(span, message.to_owned()));
    }
    if let Some(span) = reader.redeclared {
        let name = source.get(span.clone()).unwrap_or_default();
        let message = format!("`{name}` is declared twice");
        return Err(invalid(span, message));
    }
    let comments = parsed.program.comments.iter();
    let comments = comments.map(|comment| visit::range(comment.span)).collect();
    Ok(reader.into_facts(comments))
}

fn invalid(span: Range<usize>, message: String) -> ParseFailure {
    ParseFailure::Invalid(SyntaxError { span, message })
}
