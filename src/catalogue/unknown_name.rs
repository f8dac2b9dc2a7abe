/// A name that the catalogue does not have, with the nearest one that it has.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown {wanted} `{name}`{}", hint(self))]
pub struct UnknownName {
    /// What was looked for: `resource`, `resource or module`, `detail array`.
    pub wanted: &'static str,
    /// The name as it was given.
    pub name: String,
    /// The nearest name, when one is near.
    pub suggestion: Option<String>,
    /// The names that it can mean, where it is part of several.
    pub alternatives: Vec<String>,
}

fn hint(unknown: &UnknownName) -> String {
    if !unknown.alternatives.is_empty() {
        return format!("; choose one of `{}`", unknown.alternatives.join("`, `"));
    }
    match &unknown.suggestion {
        Some(name) => format!("; did you mean `{name}`?"),
        None if unknown.wanted.starts_with("resource") => {
            "; `sqlacc-postman catalogue` lists them all".to_owned()
        }
        None => String::new(),
    }
}

/// The one of `known` that `name` most likely misspells, whatever the case; `None` when
/// none is more similar than `least`, from 0 (nothing in common) to 1 (the same).
pub(crate) fn nearest<'a>(
    name: &str,
    known: impl IntoIterator<Item = &'a str>,
    least: f64,
) -> Option<&'a str> {
    let lower = name.to_lowercase();
    let scored = known.into_iter().map(|candidate| {
        let likeness = strsim::jaro_winkler(&lower, &candidate.to_lowercase());
        (likeness, candidate)
    });
    let best = scored.max_by(|a, b| a.0.total_cmp(&b.0));
    best.filter(|(likeness, _)| *likeness > least)
        .map(|(_, candidate)| candidate)
}

impl UnknownName {
    /// The error for `name`, with a suggestion from `known` if one is close enough.
    pub fn new<'a>(
        wanted: &'static str,
        name: &str,
        known: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        let suggestion = nearest(name, known, 0.8).map(str::to_owned);
        Self {
            wanted,
            name: name.to_owned(),
            suggestion,
            alternatives: Vec::new(),
        }
    }
}
