//! Which of the secrets that were found are reported.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use super::{Confidence, Secret, Section};

/// `found` in the order of the text, of two that overlap the surer first, with what is reported marked.
pub(super) fn ranked(mut found: Vec<Secret>) -> Vec<Secret> {
    // The same text by its form and by its name: the form is more specific.
    found.sort_by_key(|one| (Reverse(one.confidence), one.span.start));
    report_once(&mut found);
    mark_rivals(&mut found);
    found.sort_by_key(|one| (one.span.start, Reverse(one.confidence)));
    found
}

/// Of the secrets that overlap, the surest is reported.
fn report_once(found: &mut [Secret]) {
    let mut taken = BTreeMap::<usize, usize>::new();
    for one in found {
        let Range { start, end } = one.span;
        let before = taken.range(..end).next_back();
        let is_free = before.is_none_or(|(_, taken)| *taken <= start);
        one.is_reported = is_free && one.confidence >= Confidence::Likely;
        if one.is_reported {
            taken.insert(start, end);
        }
    }
}

/// Marks the credentials of auths that have one name and different values.
fn mark_rivals(found: &mut [Secret]) {
    let mut first: HashMap<String, (String, bool)> = HashMap::new();
    let is_credential = |one: &&mut Secret| one.section == Section::Auth && one.name.is_some();
    for one in found.iter_mut().filter(is_credential) {
        let name = one.name.clone().unwrap_or_default();
        let (text, has_rivals) = first
            .entry(name)
            .or_insert_with(|| (one.text().to_owned(), false));
        *has_rivals |= text != one.text();
    }
    for one in found.iter_mut().filter(is_credential) {
        let name = one.name.as_deref().unwrap_or_default();
        one.has_rivals = first.get(name).is_some_and(|(_, has_rivals)| *has_rivals);
    }
}
