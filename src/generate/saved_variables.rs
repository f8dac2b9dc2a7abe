//! The variables that the test scripts set.

use super::Signing;
use super::story::{SavedRow, Story};
use super::variables::{initial_key, key_variable, settings, variable};
use crate::catalogue::{Catalogue, Resource};
use crate::postman::Variable;

/// The variables that the scripts of a resource set.
pub(super) struct SavedVariables {
    /// Keys of the rows that Update changes; resources share these variables.
    rows: Vec<Variable>,
    /// The key of the record that Create made.
    key: Option<Variable>,
}

impl SavedVariables {
    pub(super) fn by(story: &Story) -> Self {
        let row = |saved: &SavedRow| {
            let (field, number) = (saved.key, saved.index + 1);
            let about = format!("{field} of row {number} of the record last read.");
            variable(&saved.variable, "-1", &about)
        };
        let key = key_variable(story.resource).map(|key| {
            let about = format!("Key of the {} that Create has made.", story.resource.title);
            variable(&key, initial_key(story.resource), &about)
        });
        Self {
            rows: story.saved_rows.iter().map(row).collect(),
            key,
        }
    }
}

/// All variables of a collection of `resources`, whose scripts keep `saved`: what people set first,
/// then what scripts set, each once.
pub(super) fn collection_variables(
    signing: &Signing,
    catalogue: &Catalogue,
    resources: &[&Resource],
    saved: &[SavedVariables],
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
    for row in saved.iter().flat_map(|saved| &saved.rows) {
        if !all.iter().any(|known| known.key == row.key) {
            all.push(row.clone());
        }
    }
    all.extend(saved.iter().filter_map(|saved| saved.key.clone()));
    all
}
