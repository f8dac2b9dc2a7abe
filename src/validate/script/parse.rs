//! From source to facts, whatever the source.

use std::thread;

use oxc_allocator::Allocator;
use oxc_ast_visit::Visit;
use oxc_parser::{ParseOptions, Parser};
use oxc_span::SourceType;

use super::Facts;
use super::facts::Reader;

/// Stack that is there in any thread.
const SMALL: usize = 1 << 20;

/// Stack beyond which a script is not read: nobody has written it.
const LARGE: usize = 1 << 29;

/// The facts of a source. The parser recurses without a limit, so a script that may nest deeply is
/// read in a thread with as much stack as it may need.
pub(super) fn facts(source: &str) -> Facts {
    let need = stack(source);
    if need <= SMALL {
        return read(source);
    }
    if need > LARGE {
        return Facts::default();
    }
    thread::scope(|scope| {
        let thread = thread::Builder::new().stack_size(need + SMALL);
        let thread = thread.spawn_scoped(scope, || read(source)).ok();
        thread.and_then(|thread| thread.join().ok())
    })
    .unwrap_or_default()
}

/// A generous estimate of the stack for `source`, measured on what costs most: brackets in
/// brackets; within a statement a chain such as `a=>a=>a`; across statements `else if`.
fn stack(source: &str) -> usize {
    let (mut depth, mut deepest): (usize, usize) = (0, 0);
    let (mut statement, mut longest): (usize, usize) = (0, 0);
    for byte in source.bytes() {
        statement += 1;
        match byte {
            b'(' | b'[' | b'{' => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            b')' | b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if matches!(byte, b';' | b'{' | b'}') {
            statement = 0;
        }
        longest = longest.max(statement);
    }
    deepest * 8192 + longest * 512 + source.len() * 64
}

fn read(source: &str) -> Facts {
    let allocator = Allocator::default();
    // Scripts are bodies of asynchronous functions: `return` and `await` may stand anywhere.
    let options = ParseOptions {
        allow_return_outside_function: true,
        ..ParseOptions::default()
    };
    let parser = Parser::new(&allocator, source, SourceType::unambiguous());
    let parsed = parser.with_options(options).parse();
    let mut reader = Reader::new(source);
    if let Some(error) = parsed.diagnostics.iter().next() {
        let label = error.labels.iter().next();
        let span = label.map_or(0..0, |label| label.offset()..label.offset() + label.len());
        let span = span.start as usize..span.end as usize;
        reader.facts.error = Some((span, error.message.to_string()));
    }
    reader.visit_program(&parsed.program);
    reader.into_facts()
}

#[cfg(test)]
mod tests {
    use super::facts;

    #[test]
    fn a_script_may_await_and_return_and_nest_deeply() {
        for source in ["await pm.vault.get('a'); return", "with (a) { b }", "#!x"] {
            assert!(facts(source).error.is_none(), "{source}");
        }
        for part in ["(", "[", "a=>", "!", "{", "`${", "if(a)", "a+"] {
            let _ = facts(&part.repeat(20_000));
        }
    }
}
