//! Patterns for files and places, from the command line and the configuration.

use std::path::Path;

use anyhow::{Context, bail};
use globset::{GlobBuilder, GlobSet};

/// How long a pattern may be, in bytes, and how deep its braces may be nested. What is longer or
/// deeper is not meant as a pattern, and costs more than it finds.
const LONGEST: usize = 1_000;
const DEEPEST: usize = 10;

/// A pattern that is ready to be matched.
#[derive(Debug)]
pub(super) struct Pattern(GlobSet);

impl Pattern {
    /// A pattern for the paths of files, in which `*` does not match `/`.
    ///
    /// # Errors
    /// As [`Pattern::of_text`].
    pub(super) fn of_paths(text: &str) -> anyhow::Result<Self> {
        Self::new(text, true)
    }

    /// A pattern in which `*` matches any text.
    ///
    /// # Errors
    /// When it is not a valid pattern, is too long or has too many braces inside each other.
    pub(super) fn of_text(text: &str) -> anyhow::Result<Self> {
        Self::new(text, false)
    }

    fn new(text: &str, literal_separator: bool) -> anyhow::Result<Self> {
        if text.len() > LONGEST {
            bail!(
                "a pattern of {} bytes is too long; write {LONGEST} at most",
                text.len()
            );
        }
        let context = || format!("`{text}` is not a valid pattern");
        if depth(text) > DEEPEST {
            bail!(
                "more than {DEEPEST} braces inside each other; write a simpler pattern: `{text}`"
            );
        }
        let glob = GlobBuilder::new(text)
            .literal_separator(literal_separator)
            .build()
            .with_context(context)?;
        // A set reports an expression that is too large, where a single matcher panics.
        let set = GlobSet::builder().add(glob).build().with_context(context)?;
        Ok(Self(set))
    }

    pub(super) fn is_match(&self, text: impl AsRef<Path>) -> bool {
        self.0.is_match(text)
    }
}

/// How many `{` are open at most at the same place.
fn depth(text: &str) -> usize {
    let (mut open, mut deepest) = (0_usize, 0);
    for c in text.chars() {
        match c {
            '{' => open += 1,
            '}' => open = open.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(open);
    }
    deepest
}

#[cfg(test)]
mod tests {
    use super::Pattern;

    #[test]
    fn patterns_match_or_are_refused_but_never_panic() {
        let pattern = Pattern::of_paths("api/{v1,v2}/*.json").unwrap();
        assert!(pattern.is_match("api/v1/a.json") && !pattern.is_match("api/v1/x/a.json"));
        assert!(
            Pattern::of_text("Sales › *")
                .unwrap()
                .is_match("Sales › Invoice/1")
        );
        for part in [
            "{",
            "}",
            "{a,",
            "[",
            "[a-",
            "*",
            "**/",
            "?",
            "\\",
            "[!\u{10ffff}-",
            "{a,b}",
        ] {
            for times in [1, 10, 260, 999, 100_000] {
                for end in ["", "a", "}", "]"] {
                    let text = part.repeat(times) + end;
                    let _ = (Pattern::of_text(&text), Pattern::of_paths(&text));
                    let closed = part.repeat(times) + "a" + &"}".repeat(times);
                    let _ = (Pattern::of_text(&closed), Pattern::of_paths(&closed));
                }
            }
        }
    }
}
