//! The collection's variables: what people set, and what the test scripts keep.

use super::Signing;
use super::collection::Part;
use super::story::{KeptRow, Story};
use crate::catalogue::{Methods, Resource};
use crate::postman::Variable;

/// The most rows of one array whose keys an Update body names.
const MOST_ROWS: usize = 2;

/// The variable that holds the key of the record that Create has made.
pub(super) fn key_variable(resource: &Resource) -> Option<String> {
    let key = resource.key.field()?;
    (resource.methods == Methods::All).then(|| format!("{}_{key}", resource.path))
}

/// What the key variable holds until Create has run: the key of no record, so that neither Update
/// nor Delete can touch one of the company's own.
pub(super) fn initial_key(resource: &Resource) -> &'static str {
    if resource.key.is_chosen() {
        "not-created"
    } else {
        "0"
    }
}

/// The variable that holds the key of the row at `index` of the record last read.
pub(super) fn row_variable(key: &str, index: usize) -> Option<String> {
    (index < MOST_ROWS).then(|| format!("{key}_{}", index + 1))
}

fn variable(key: &str, value: &str, description: &str) -> Variable {
    Variable {
        key: key.to_owned(),
        value: value.to_owned(),
        kind: "string",
        description: description.to_owned(),
    }
}

/// The variables that people set, as name, value, description and whether the value is a secret.
pub(super) fn settings<'a>(
    signing: &Signing<'a>,
) -> [(&'static str, &'a str, &'static str, bool); 6] {
    [
        (
            "host",
            signing.host,
            "The service: scheme and host, without a slash at the end.",
            false,
        ),
        (
            "access_key",
            "your_access_key",
            "Your access key, slash included.",
            true,
        ),
        ("secret_key", "your_secret_key", "Your secret key.", true),
        (
            "region",
            signing.region,
            "Region of the signature's scope.",
            false,
        ),
        (
            "service",
            signing.service,
            "Service of the signature's scope.",
            false,
        ),
        ("session_token", "", "Not used; leave it empty.", true),
    ]
}

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

/// All variables of a collection of `resources`, which have made `parts`: what people set first,
/// then what scripts keep, each once.
pub(super) fn collection_variables(
    signing: &Signing,
    resources: &[&Resource],
    parts: &[Part],
) -> Vec<Variable> {
    let mut all: Vec<Variable> = settings(signing)
        .into_iter()
        .map(|(key, value, about, _)| variable(key, value, about))
        .collect();
    if resources
        .iter()
        .any(|resource| resource.field("docno").is_some())
    {
        all.push(variable(
            "docno",
            "",
            "Number of the document last created or read.",
        ));
    }
    if resources.iter().any(|resource| resource.has_updatecount()) {
        let about = "What an Update sends: the updatecount last read, + 1.";
        all.push(variable("updatecount", "1", about));
    }
    for row in parts.iter().flat_map(|part| &part.kept.rows) {
        if !all.iter().any(|known| known.key == row.key) {
            all.push(row.clone());
        }
    }
    all.extend(parts.iter().filter_map(|part| part.kept.key.clone()));
    all
}
