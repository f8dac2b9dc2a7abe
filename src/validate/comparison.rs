//! What is said of a collection beside the catalogue's findings: how much of it the catalogue knows.

use super::context::Context;
use super::finding::ReportedFinding;
use super::rules::{CATALOGUE_BODY_FIELD_UNKNOWN, CATALOGUE_FILTER_UNKNOWN};
use crate::coverage::{self, Coverage, build_names};
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
    let names = build_names(catalogue, context.collection).into_iter();
    let name = |one: coverage::BuildName| BuildName {
        name: one.name(),
        build: one.rename.build,
        is_new: one.is_new,
    };
    Some(Comparison {
        api: catalogue.title,
        calls: coverage.calls(),
        known_calls: coverage.known_calls(),
        unknown_fields: are_on.then(|| unknown.count()),
        unused_calls: coverage.unused_calls(catalogue),
        build_names: names.map(name).collect(),
    })
}
