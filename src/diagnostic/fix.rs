use std::collections::BTreeMap;
use std::ops::Range;

/// Whether a fix may be applied without being looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Applicability {
    /// It changes nothing but what is wrong.
    Safe,
    /// It may change what the collection does or means.
    Unsafe,
}

/// A change of the text that mends a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// Whether it may be applied without being looked at.
    pub applicability: Applicability,
    /// What it does, as an order: "remove the byte order mark".
    pub message: String,
    /// The edits, which do not overlap; all of them or none.
    pub edits: Vec<Edit>,
    /// Whether the edits carry a secret along, so that no report shows them.
    pub has_secret: bool,
}

/// One replacement in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The bytes that are replaced; empty to insert.
    pub span: Range<usize>,
    /// What stands there afterwards.
    pub text: String,
}

/// `text` with those of `fixes` that can be applied together: a fix that overlaps one before it is
/// left for the next time. Gives the text and how many were applied.
pub fn apply_fixes<'f>(text: &str, fixes: impl IntoIterator<Item = &'f Fix>) -> (String, usize) {
    let mut edits: Vec<&Edit> = Vec::new();
    let mut taken: BTreeMap<usize, usize> = BTreeMap::new();
    let mut applied = 0;
    for fix in fixes {
        if fix.edits.iter().all(|edit| is_free(&taken, &edit.span)) {
            edits.extend(&fix.edits);
            taken.extend(
                fix.edits
                    .iter()
                    .map(|edit| (edit.span.start, edit.span.end)),
            );
            applied += 1;
        }
    }
    edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
    let mut result = String::with_capacity(text.len());
    let mut done = 0;
    for edit in edits {
        result.push_str(text.get(done..edit.span.start).unwrap_or_default());
        result.push_str(&edit.text);
        done = edit.span.end;
    }
    result.push_str(text.get(done..).unwrap_or_default());
    (result, applied)
}

/// Whether nothing of `span` is taken. What is inserted at the edge of a removal counts as taken
/// with it: the comma that it needs may be gone.
fn is_free(taken: &BTreeMap<usize, usize>, span: &Range<usize>) -> bool {
    let before = taken.range(..=span.start).next_back();
    let after = taken.range(span.start..).next();
    let touches = |(&start, &end): (&usize, &usize)| {
        let is_insertion = span.is_empty() || start == end;
        start == span.start
            || (start < span.end && span.start < end)
            || (is_insertion && (end == span.start || start == span.end))
    };
    !before.into_iter().chain(after).any(touches)
}

#[cfg(test)]
mod tests {
    use super::{Applicability, Edit, Fix, apply_fixes};

    fn fix(edits: &[(usize, usize, &str)]) -> Fix {
        let edit = |(start, end, text): &(usize, usize, &str)| Edit {
            span: *start..*end,
            text: (*text).to_owned(),
        };
        Fix {
            applicability: Applicability::Safe,
            message: String::new(),
            edits: edits.iter().map(edit).collect(),
            has_secret: false,
        }
    }

    #[test]
    fn fixes_are_applied_whole_or_not_at_all() {
        let fixes = [
            fix(&[(0, 1, "A"), (4, 5, "E")]),
            fix(&[(2, 3, "C"), (4, 6, "x")]),
            fix(&[(3, 3, "-")]),
        ];
        assert_eq!(
            apply_fixes("abcdef", &fixes),
            ("AbcdEf".replace("cd", "c-d"), 2)
        );
    }

    #[test]
    fn nothing_is_inserted_at_the_edge_of_a_removal() {
        let (removal, insertion) = (fix(&[(1, 3, "")]), fix(&[(3, 3, ",x")]));
        let both = [removal.clone(), insertion.clone()];
        assert_eq!(apply_fixes("[12]", &both), ("[]".into(), 1));
        let both = [insertion, removal];
        assert_eq!(apply_fixes("[12]", &both), ("[12,x]".into(), 1));
    }
}
