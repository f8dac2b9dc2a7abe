//! The last step of a comparison: secrets of either side are removed from every text of a change.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

use super::change::{Change, ItemLocation, SideBySide};
use crate::json::Document;
use crate::parallel::{both, cores};
use crate::postman::effective::secret::{Mask, find_near, find_touched};

/// What is secret in two collections and may be in one of their changes. The requests of the base that
/// have none are in the revision as they are.
pub(super) fn mask(base: &Document, revision: &Document, changes: &[Change]) -> Mask {
    let spans = |at: fn(&ItemLocation) -> Option<usize>| {
        let places = changes.iter().filter_map(|change| at(&change.location));
        places.map(|at| at..at + 1).collect()
    };
    let (old, new) = both(
        || Mask::of(&find_touched(base, spans(|one| one.base_at))),
        || Mask::of(&find_near(revision, spans(|one| one.revision_at), cores())),
    );
    old.and(new)
}

/// Removes from `changes` what `mask` knows or recognises.
pub(super) fn hide(changes: &mut [Change], mask: &Mask) {
    // The changes of one body share its texts.
    let mut shared: HashMap<*const SideBySide, Arc<SideBySide>> = HashMap::new();
    for one in changes {
        let location = &mut one.location;
        let names = location.folder.iter_mut().chain(&mut location.request);
        let names = names.chain(&mut location.example);
        let names = names.chain(&mut location.endpoint).chain([&mut one.at]);
        let values = one.before.iter_mut().chain(&mut one.after);
        for text in names.chain(values) {
            if let Cow::Owned(open) = mask.text(text) {
                *text = open;
            }
        }
        for line in &mut one.lines {
            if let Cow::Owned(open) = mask.code(line) {
                *line = open;
            }
        }
        if let Some(texts) = &mut one.texts {
            let open = shared.entry(Arc::as_ptr(texts)).or_insert_with(|| {
                let open = |text: &str| mask.code(text).into_owned();
                Arc::new(SideBySide {
                    before: open(&texts.before),
                    after: open(&texts.after),
                })
            });
            *texts = Arc::clone(open);
        }
    }
}
