//! Repeated keys: JSON allows them, and readers disagree about which one counts.

use std::{borrow::Cow, ops::Range};

use super::{document::Document, iter::Entry, node::Kind, pointer::push_token, value::Value};

/// Up to this many keys are compared pairwise; more are sorted.
const FEW: usize = 8;

/// A key that occurs twice in one object.
///
/// A key that occurs three times gives two of these: first and second, second and third.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DuplicateKey<'d> {
    /// The RFC 6901 pointer of the object.
    pub object: String,
    /// The key, unescaped.
    pub key: Cow<'d, str>,
    /// The bytes of the key that comes first, with its quotes; its value is lost to most readers.
    pub earlier: Range<usize>,
    /// The bytes of the key that repeats it.
    pub later: Range<usize>,
}

impl Document<'_> {
    /// Every repeated key, in the order of the text (of the repetition). Escapes do not matter:
    /// `"a"` and `"\u0061"` are the same key.
    ///
    /// One walk over the tape; the time grows with its length (times its logarithm in objects
    /// with many keys), never with its square.
    pub fn duplicate_keys(&self) -> Vec<DuplicateKey<'_>> {
        let mut found = Vec::new();
        // Most documents have none, which may already be known.
        if self.overridden().is_empty() {
            return found;
        }
        walk(self, &mut |path, earlier, later| {
            let mut object = String::new();
            for step in path {
                match step {
                    Step::Key(key) => push_token(&mut object, &key.as_str().unwrap_or_default()),
                    Step::Position(position) => push_token(&mut object, &position.to_string()),
                }
            }
            found.push(DuplicateKey {
                object,
                key: later.key(),
                earlier: earlier.key_span(),
                later: later.key_span(),
            });
        });
        found.sort_by_key(|duplicate| duplicate.later.start);
        found
    }

    /// The indices on the tape of the keys that a later one overrides, in order; computed once.
    pub(super) fn overridden(&self) -> &[u32] {
        self.overridden.get_or_init(|| {
            let mut found = Vec::new();
            walk(self, &mut |_, earlier, _| {
                found.push(earlier.key_value().index_on_tape());
            });
            found.sort_unstable();
            found
        })
    }
}

enum Step<'d> {
    Key(Value<'d>),
    Position(usize),
}

/// Receives the path to an object and a pair of its entries with the same key.
type OnDuplicate<'r, 'd> = dyn FnMut(&[Step<'d>], Entry<'d>, Entry<'d>) + 'r;

fn walk<'d>(document: &'d Document<'d>, report: &mut OnDuplicate<'_, 'd>) {
    visit(document.root(), &mut Vec::new(), &mut Vec::new(), report);
}

/// Recurses as deeply as the text nests, which the parser limits.
fn visit<'d>(
    value: Value<'d>,
    path: &mut Vec<Step<'d>>,
    entries: &mut Vec<Entry<'d>>,
    report: &mut OnDuplicate<'_, 'd>,
) {
    match value.kind() {
        Kind::Object => {
            entries.clear();
            entries.extend(value.entries());
            if entries.len() <= FEW {
                compare_all(entries, &mut |earlier, later| report(path, earlier, later));
            } else {
                sort(entries, &mut |earlier, later| report(path, earlier, later));
            }
            for entry in value.entries() {
                path.push(Step::Key(entry.key_value()));
                visit(entry.value(), path, entries, report);
                path.pop();
            }
        }
        Kind::Array => {
            for (position, element) in value.elements().enumerate() {
                path.push(Step::Position(position));
                visit(element, path, entries, report);
                path.pop();
            }
        }
        _ => {}
    }
}

fn compare_all<'d>(entries: &[Entry<'d>], report: &mut dyn FnMut(Entry<'d>, Entry<'d>)) {
    for (position, later) in entries.iter().enumerate() {
        let mut before = entries.iter().take(position).rev();
        if let Some(earlier) = before.find(|entry| has_same_key(**entry, *later)) {
            report(*earlier, *later);
        }
    }
}

fn has_same_key(one: Entry<'_>, other: Entry<'_>) -> bool {
    let (one, other) = (one.key_value(), other.key_value());
    if one.node().is_escaped() || other.node().is_escaped() {
        one.as_str() == other.as_str()
    } else {
        // Most keys differ in length already, which the tape knows without the text.
        one.span().len() == other.span().len() && one.text() == other.text()
    }
}

fn sort<'d>(entries: &[Entry<'d>], report: &mut dyn FnMut(Entry<'d>, Entry<'d>)) {
    let mut by_key: Vec<_> = entries.iter().map(|entry| (entry.key(), *entry)).collect();
    // Stable, so equal keys stay in the order of the text.
    by_key.sort_by(|(one, _), (other, _)| one.cmp(other));
    for pair in by_key.windows(2) {
        if let [(one, earlier), (other, later)] = pair
            && one == other
        {
            report(*earlier, *later);
        }
    }
}
