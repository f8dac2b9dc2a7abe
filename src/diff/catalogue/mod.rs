//! What differs between a collection and a catalogue as descriptions of an API: calls, query parameters
//! and body fields. Names, order, folders, scripts and texts are not compared.

mod calls;
mod documented;
mod unused;

use calls::Calls;
use documented::Documented;

use super::change::Sink;
use super::{Change, ChangeKind, ItemLocation, finished};
use crate::catalogue::Catalogue;
use crate::coverage::build_names;
use crate::json::Document;
use crate::postman::view::Collection;

/// Which side of a comparison the catalogue is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CatalogueSide {
    /// The collection is compared with it.
    Base,
    /// It is compared with the collection.
    Revision,
}

/// What differs between the API of `catalogue` and the one that `collection` calls. Never fails: what
/// is broken in the collection counts as absent.
pub fn compare_with_catalogue(
    collection: &Document,
    catalogue: &Catalogue,
    side: CatalogueSide,
) -> Vec<Change> {
    let calls = Calls::of(collection, catalogue);
    let mut differences = Differences {
        side,
        changes: Vec::new(),
    };
    for (line, location) in &calls.unknown {
        differences.in_collection(ChangeKind::ApiCallUnknown, location, line);
    }
    for call in calls.known.values() {
        let unknown = [
            (ChangeKind::ApiParameterUnknown, &call.parameters),
            (ChangeKind::ApiFieldUnknown, &call.fields),
        ];
        for (kind, names) in unknown {
            for (name, _) in names.iter().filter(|(_, is_known)| !**is_known) {
                differences.in_collection(kind, &call.location, name);
            }
        }
    }
    let documented = Documented::of(collection, catalogue);
    unused::add(catalogue, &calls, &documented, &mut differences);
    // The catalogue has the old names.
    let names = build_names(catalogue, Collection::of(collection));
    for one in names.into_iter().filter(|one| one.is_new) {
        let mut sink = Sink::new(ItemLocation::default());
        let build = Some(one.rename.build);
        let (before, after) = match side {
            CatalogueSide::Base => (None, build),
            CatalogueSide::Revision => (build, None),
        };
        sink.add(ChangeKind::ApiNameNew, one.name(), before, after);
        differences.changes.append(&mut sink.changes);
    }
    finished(differences.changes, collection, collection)
}

/// Collects what one side has and the other has not.
struct Differences {
    side: CatalogueSide,
    changes: Vec<Change>,
}

impl Differences {
    fn in_collection(&mut self, kind: ChangeKind, location: &ItemLocation, at: &str) {
        self.add(kind, location, at, self.side == CatalogueSide::Base);
    }

    fn in_catalogue(&mut self, kind: ChangeKind, location: &ItemLocation, at: &str) {
        self.add(kind, location, at, self.side == CatalogueSide::Revision);
    }

    fn add(&mut self, kind: ChangeKind, location: &ItemLocation, at: &str, is_new: bool) {
        let mut location = location.clone();
        if self.side == CatalogueSide::Base {
            location.revision_at = location.base_at.take();
        }
        let mut sink = Sink::new(location);
        let there = Some("");
        let (before, after) = if is_new { (None, there) } else { (there, None) };
        sink.add(kind, at, before, after);
        self.changes.append(&mut sink.changes);
    }
}
