use std::collections::HashSet;
use std::ops::Range;

use crate::postman::effective::url::mask_variables;
use crate::postman::effective::{Piece, RequestUrl};

/// Custom verbs of Google's API guidelines that are hardly ever names of path variables.
const VERBS: [&str; 16] = [
    "batchCreate",
    "batchDelete",
    "batchGet",
    "batchUpdate",
    "batchWrite",
    "cancel",
    "commit",
    "generateContent",
    "lookup",
    "predict",
    "query",
    "rollback",
    "search",
    "streamGenerateContent",
    "undelete",
    "validate",
];

/// What a colon does in a segment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Colon<'t> {
    /// In front: Postman puts the value of this path variable there.
    Variable(&'t str),
    /// `:id:cancel`: a verb behind a variable, which Postman takes for one long name.
    Verb {
        /// What was meant to be the variable.
        name: &'t str,
        /// The verb.
        verb: &'t str,
    },
    /// Inside: sent as it is, though this name looks like a variable's.
    Inside {
        /// The name behind the colon.
        name: &'t str,
        /// The bytes of colon and name in the segment.
        range: Range<usize>,
        /// Whether it can hardly be anything else than a variable, from the character before it.
        is_plain: bool,
    },
}

/// What the first colon that matters does in a segment.
pub(crate) fn colon(text: &str) -> Option<Colon<'_>> {
    let Some(rest) = text.strip_prefix(':') else {
        return inside(text, 0);
    };
    let first = rest.split(['.', ':']).next().unwrap_or_default();
    if first.is_empty() || first.bytes().all(|byte| byte.is_ascii_digit()) || rest.contains("{{") {
        return None;
    }
    match rest.find(':') {
        None => Some(Colon::Variable(first)),
        Some(at) => {
            let name = rest.get(..at)?;
            let verb = rest.get(at + 1..)?;
            let is_verb = name.ends_with(|c: char| c.is_alphanumeric() || c == '_');
            if is_verb && verb.starts_with(char::is_alphabetic) {
                Some(Colon::Verb { name, verb })
            } else {
                inside(text, 1)
            }
        }
    }
}

fn inside(text: &str, from: usize) -> Option<Colon<'_>> {
    let masked = mask_variables(text);
    let found = masked.match_indices(':').filter(|(at, _)| *at >= from);
    for (at, _) in found {
        let before = masked.get(..at)?.chars().next_back();
        let behind = text.get(at + 1..)?;
        let length = behind
            .find(|c: char| !c.is_alphanumeric() && c != '_')
            .unwrap_or(behind.len());
        let name = behind.get(..length)?;
        if !name.starts_with(char::is_alphabetic) {
            continue;
        }
        return Some(Colon::Inside {
            name,
            range: at..at + 1 + length,
            is_plain: before.is_some_and(|before| "(-_.=,;@'".contains(before)),
        });
    }
    None
}

/// Whether the segment `:name` at the end of a path is a verb rather than a variable: known as one,
/// and given no value.
pub(crate) fn is_verb(url: &RequestUrl, name: &str, is_last: bool) -> bool {
    is_last && VERBS.contains(&name) && url.path_value(name).is_none()
}

/// The names of the path variables that the segments ask for.
pub(crate) fn variable_names<'t>(parts: &'t [Piece]) -> HashSet<&'t str> {
    let names = parts.iter().filter_map(|part| match colon(&part.text) {
        Some(Colon::Variable(name)) => Some(name),
        _ => None,
    });
    names.collect()
}

#[cfg(test)]
mod tests {
    use super::{Colon, colon};

    #[test]
    fn colons_are_distinguished() {
        assert_eq!(colon(":id"), Some(Colon::Variable("id")));
        assert_eq!(colon(":id.json"), Some(Colon::Variable("id")));
        let (name, verb) = ("id", "cancel");
        assert_eq!(colon(":id:cancel"), Some(Colon::Verb { name, verb }));
        for (text, name, plain) in [
            ("(:id)", "id", true),
            (":a-:b", "b", true),
            ("items:batchGet", "batchGet", false),
            ("{{a:b}}:x", "x", false),
        ] {
            let found = colon(text);
            assert!(
                matches!(&found, Some(Colon::Inside { name: found, is_plain, .. })
                    if *found == name && *is_plain == plain),
                "{text}: {found:?}"
            );
        }
        for text in [
            "", ":", "::", ":8080", ":{{x}}", "a:1", "x:", "*", "{{a:b}}",
        ] {
            assert_eq!(colon(text), None, "{text}");
        }
    }
}
