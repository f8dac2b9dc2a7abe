//! What the test scripts keep in variables.

use super::Signing;
use super::story::{KeptRow, Story};
use super::variables::{initial_key, key_variable, settings, variable};
use crate::catalogue::{Catalogue, Resource};
use crate::postman::Variable;

/// What the scripts of a resource keep.
pub(super) struct Kept {
    /// Keys of the rows that Update changes; resources share these variables.
    rows: Vec<Variable>,
    /// The key of the record that Create has made.
    key: Option<Variable>,
}

impl Kept {
    pub(super) fn by(story: &Story) -> Self {
        let row = |kept: &KeptRow| {
            let (field, number) = (kept.key, kept.index + 1);
            let about = format!("{field} of row {number} of the record last read.");
            variable(&kept.variable, "-1", &about)
        };
        let key = key_variable(story.resource).map(|key| {
            let about = format!("Key of the {} that Create has made.", story.resource.title);
            variable(&key, initial_key(story.resource), &about)
        });
        Self {
            rows: story.kept_rows.iter().map(row).collect(),
            key,
        }
    }
}

/// All variables of a collection of `resources`, whose scripts keep `kept`: what people set first,
/// then what scripts keep, each once.
pub(super) fn collection_variables(
    signing: &Signing,
    catalogue: &Catalogue,
    resources: &[&Resource],
    kept: &[Kept],
) -> Vec<Variable> {
    let mut all: Vec<Variable> = settings(signing)
        .into_iter()
        .map(|(key, value, about, _)| variable(key, value, about))
        .collect();
    let mut resources = resources.iter();
    if let Some(number) = resources.clone().find_map(|one| catalogue.number(one)) {
        let about = "Number of the document last created or read.";
        all.push(variable(number, "", about));
    }
    if let Some(counter) = resources.find_map(|one| catalogue.counter(one)) {
        let about = format!("What an Update sends: the {counter} last read, + 1.");
        all.push(variable(counter, "1", &about));
    }
    for row in kept.iter().flat_map(|kept| &kept.rows) {
        if !all.iter().any(|known| known.key == row.key) {
            all.push(row.clone());
        }
    }
    all.extend(kept.iter().filter_map(|kept| kept.key.clone()));
    all
}
