//! What comparing a collection with the catalogue of its API says, in a sentence.

use super::counts::plural;
use crate::diagnostic::{Comparison, FileReport, Run};

/// The sentence of every file that was compared, with the file in front where there are several.
pub(super) fn sentences(run: &Run, name: impl Fn(&FileReport) -> String) -> Vec<String> {
    let compared = run.files.iter().filter_map(|file| {
        let sentence = sentence(file.comparison.as_ref()?);
        Some(match run.files.as_slice() {
            [_] => sentence,
            _ => format!("{}: {sentence}", name(file)),
        })
    });
    compared.collect()
}

/// `433 of 433 calls are in the catalogue of SQL Account API, every field is known; …`.
fn sentence(comparison: &Comparison) -> String {
    let Comparison {
        api,
        calls,
        known_calls,
        unused_calls,
        ..
    } = comparison;
    let are = if *calls == 1 { "call is" } else { "calls are" };
    let mut parts = vec![format!(
        "{known_calls} of {calls} {are} in the catalogue of {api}"
    )];
    parts.extend(comparison.unknown_fields.map(|unknown| match unknown {
        0 => "every field is known".to_owned(),
        unknown => plural(unknown, "unknown field"),
    }));
    parts.push(match unused_calls {
        0 => "the catalogue has no other".to_owned(),
        unused => format!("the catalogue has {}", plural(*unused, "more call")),
    });
    for is_new in [false, true] {
        parts.extend(names(comparison, is_new));
    }
    parts.join("; ")
}

/// Which builds have the old names that are used, or the new ones.
fn names(comparison: &Comparison, is_new: bool) -> Option<String> {
    let names = comparison.build_names.iter();
    let names: Vec<_> = names.filter(|one| one.is_new == is_new).collect();
    let build = names.first()?.build;
    let until = if is_new { "since" } else { "before" };
    let names: Vec<String> = names.iter().map(|one| format!("`{}`", one.name)).collect();
    Some(format!(
        "names of {until} build {build}: {}",
        names.join(", ")
    ))
}
