//! Changes that several requests or folders have in common.

use std::collections::HashMap;

use super::folders::is_whole;
use super::{Line, Place, RatedChange, SHARED, is_description};
use crate::diff::{ChangeKind, Impact};
use crate::report::diff::words::differences;

/// What changes have in common that are shown once.
pub(super) type Key = (ChangeKind, Impact, String, Vec<String>);

/// Where changes that are shown once are.
#[derive(Default)]
pub(super) struct Sharing<'r> {
    /// The numbers of the places, each once.
    pub(super) places: Vec<usize>,
    /// The changes in them.
    pub(super) changes: Vec<&'r RatedChange<'r>>,
}

/// The changes that several places have in common.
pub(super) fn sharing<'r>(places: &[Place<'r>]) -> HashMap<Key, Sharing<'r>> {
    let mut sharing: HashMap<Key, Sharing<'r>> = HashMap::new();
    for (index, place) in places.iter().enumerate() {
        for (line, key) in &place.lines {
            let Some(key) = key else {
                continue;
            };
            let sharing = sharing.entry(key.clone()).or_default();
            sharing.changes.extend(&line.changes);
            if sharing.places.last() != Some(&index) {
                sharing.places.push(index);
            }
        }
    }
    sharing.retain(|_, one| one.places.len() >= SHARED);
    sharing
}

/// What others have to have in common with a line; `None` for what is of its place alone.
pub(super) fn key(line: &Line, with_values: bool) -> Option<Key> {
    let first = line.first;
    let location = &first.change.location;
    let is_in_place = location.request.is_some()
        || is_description(first.change.kind) && !location.folder.is_empty();
    if !is_in_place || location.example.is_some() || is_whole(line) {
        return None;
    }
    let lines = match line.changed {
        lines if with_values => lines.to_vec(),
        lines if is_description(first.change.kind) => differences(lines),
        lines => unordered(lines),
    };
    Some((first.change.kind, first.impact, line.text.clone(), lines))
}

/// Lines of code without their indentation, in one order.
fn unordered(lines: &[String]) -> Vec<String> {
    let plain = lines.iter().filter_map(|line| {
        let (sign, text) = line.split_at_checked(1)?;
        let text = text.trim();
        (!text.is_empty()).then(|| format!("{sign}{text}"))
    });
    let mut plain: Vec<String> = plain.collect();
    plain.sort_unstable();
    plain
}
