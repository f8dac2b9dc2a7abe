//! What is said of a collection beside the catalogue's findings: how much of it the catalogue knows.

use super::context::Context;
use super::coverage::Coverage;
use super::finding::ReportedFinding;
use super::rules::{CATALOGUE_BODY_FIELD_UNKNOWN, CATALOGUE_FILTER_UNKNOWN};
use crate::catalogue::Conventions;
use crate::diagnostic::{BuildName, Comparison};

/// Of a collection with calls, when a catalogue is given; `found` is what rules have reported.
pub(super) fn comparison(context: &Context, found: &[ReportedFinding]) -> Option<Comparison> {
    let catalogue = context.catalogue()?;
    let coverage = Coverage::of(catalogue, context.collection);
    if coverage.calls() == 0 {
        return None;
    }
    let about_fields = [&CATALOGUE_BODY_FIELD_UNKNOWN, &CATALOGUE_FILTER_UNKNOWN];
    let are_on = about_fields.iter().all(|rule| rule.is_on(context.settings));
    let unknown = found
        .iter()
        .filter(|one| about_fields.iter().any(|rule| rule.id == one.rule));
    Some(Comparison {
        api: catalogue.title,
        calls: coverage.calls(),
        known_calls: coverage.known_calls(),
        unknown_fields: are_on.then(|| unknown.count()),
        unused_calls: coverage.unused_calls(catalogue),
        build_names: build_names(&catalogue.conventions, context.document.text()),
    })
}

/// The names in `text` that only some builds of the service have.
fn build_names(conventions: &Conventions, text: &str) -> Vec<BuildName> {
    let both = conventions.renames.iter().flat_map(|rename| {
        let name = |name, is_new| BuildName {
            name,
            build: rename.build,
            is_new,
        };
        [name(rename.from, false), name(rename.to, true)]
    });
    both.filter(|one| text.contains(one.name)).collect()
}
