use std::collections::BTreeMap;
use std::ops::Range;

/// Whether a fix may be applied without review.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Applicability {
    /// Nothing that is sent, run or read changes, and no text is lost.
    Safe,
    /// It may change what the collection does or means.
    Unsafe,
}

/// A change of the text that fixes a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// Whether it may be applied without review.
    pub applicability: Applicability,
    /// What it does, in the imperative: "remove the byte order mark".
    pub message: String,
    /// The edits, which do not overlap; all of them or none.
    pub edits: Vec<Edit>,
    /// Whether the edits contain a secret, so that no report shows them.
    pub has_secret: bool,
    /// Whether it is applied after all others, and only where it was offered before them: it removes
    /// what is unused, and what another fix makes unused stays.
    pub is_last: bool,
}

/// One replacement in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The bytes that are replaced; empty to insert.
    pub span: Range<usize>,
    /// The text that replaces them.
    pub text: String,
}

/// `text` with those of `fixes` that can be applied together: a fix that overlaps one before it is
/// left for the next run. Returns the text and how many were applied.
///
/// An edit that two fixes share is made once, and elements that they add to one list follow each
/// other.
pub fn apply_fixes<'f>(text: &str, fixes: impl IntoIterator<Item = &'f Fix>) -> (String, usize) {
    let (edits, applied) = edits_together(fixes);
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

/// The edits of those of `fixes` that can be applied together, in the order of their places, and how
/// many fixes they are.
pub fn edits_together<'f>(fixes: impl IntoIterator<Item = &'f Fix>) -> (Vec<&'f Edit>, usize) {
    let mut taken: BTreeMap<usize, Vec<&Edit>> = BTreeMap::new();
    let mut applied = 0;
    for fix in fixes {
        if fix.edits.iter().all(|edit| fits(&taken, edit)) {
            for edit in &fix.edits {
                let here = taken.entry(edit.span.start).or_default();
                if !here.contains(&edit) {
                    here.push(edit);
                }
            }
            applied += 1;
        }
    }
    (taken.into_values().flatten().collect(), applied)
}

/// Whether nothing that `edit` replaces is taken. What is inserted at the edge of a removal counts as
/// taken with it: the comma that it needs may be gone.
fn fits(taken: &BTreeMap<usize, Vec<&Edit>>, edit: &Edit) -> bool {
    let span = &edit.span;
    if let Some(here) = taken.get(&span.start) {
        let are_elements = || is_element(edit) && here.iter().all(|one| is_element(one));
        return here.contains(&edit) || are_elements();
    }
    let before = taken.range(..span.start).next_back();
    let after = taken.range(span.start..).next();
    let touches = |one: &&Edit| {
        let (start, end) = (one.span.start, one.span.end);
        let is_insertion = span.is_empty() || start == end;
        (start < span.end && span.start < end)
            || (is_insertion && (end == span.start || start == span.end))
    };
    let mut around = before.into_iter().chain(after).flat_map(|(_, here)| here);
    !around.any(touches)
}

/// Whether an edit adds an object behind the last element of a list.
fn is_element(edit: &Edit) -> bool {
    let added = edit.text.strip_prefix(',').map(str::trim_start);
    edit.span.is_empty() && added.is_some_and(|added| added.starts_with('{'))
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
            is_last: false,
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
    fn an_edit_of_two_fixes_is_made_once() {
        let fixes = [
            fix(&[(0, 1, "A"), (6, 6, "!")]),
            fix(&[(6, 6, "!"), (2, 3, "C")]),
            fix(&[(6, 6, "?"), (4, 5, "E")]),
        ];
        assert_eq!(apply_fixes("abcdef", &fixes), ("AbCdef!".into(), 2));
    }

    #[test]
    fn elements_are_added_to_a_list_one_behind_the_other() {
        let fixes = [
            fix(&[(5, 5, ", {1}")]),
            fix(&[(5, 5, ", {2}")]),
            fix(&[(5, 5, ", \"a\"")]),
            fix(&[(5, 5, ", {1}")]),
        ];
        let (text, applied) = apply_fixes("[{0} ]", &fixes);
        assert_eq!((text.as_str(), applied), ("[{0} , {1}, {2}]", 3));
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
