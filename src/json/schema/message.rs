//! The message for a violation of a schema.

use jsonschema::{
    JsonType, ValidationError,
    error::{TypeKind, ValidationErrorKind},
};
use serde_json::Value as Serde;

use super::super::{node::Kind, value::Value};

/// How much of a wrong text is shown at most.
const SHOWN: usize = 40;

/// One sentence about `error`, found at `value`, whose place people know as `path`; `whole` is what
/// they call the text.
pub(crate) fn sentence(error: &ValidationError, value: Value, path: &str, whole: &str) -> String {
    let name = if !path.is_empty() {
        format!("`{path}`")
    } else if error.instance_path().as_str().is_empty() {
        whole.to_owned()
    } else {
        "the entry".to_owned()
    };
    let is = describe(value);
    match error.kind() {
        ValidationErrorKind::Type { kind } => format!("{name} must be {}, found {is}", types(kind)),
        ValidationErrorKind::Enum { options } => {
            let options = options.as_array().map(Vec::as_slice).unwrap_or_default();
            let options = options.iter().map(value_text);
            let listed = |option: String| {
                if option.is_empty() {
                    "\"\"".to_owned()
                } else {
                    option
                }
            };
            let options: Vec<String> = options.map(listed).collect();
            let found = quoted(value);
            format!("{name} must be {}, found {found}", one_of(&options))
        }
        ValidationErrorKind::Constant { expected_value } => {
            let found = quoted(value);
            format!(
                "{name} must be `{}`, found {found}",
                value_text(expected_value)
            )
        }
        ValidationErrorKind::Required { property } => {
            format!("`{}` is missing", join(path, &value_text(property)))
        }
        ValidationErrorKind::AnyOf { context } | ValidationErrorKind::OneOfNotValid { context } => {
            match missing(context).as_slice() {
                [] => format!("{name} matches none of the allowed forms"),
                names => {
                    let names: Vec<String> = names
                        .iter()
                        .map(|name| format!("`{}`", join(path, name)))
                        .collect();
                    format!("{} is missing", either(&names))
                }
            }
        }
        ValidationErrorKind::Not { schema } => {
            let names = schema.get("required").and_then(Serde::as_array);
            let names = names.map(Vec::as_slice).unwrap_or_default();
            let names: Vec<String> = names
                .iter()
                .map(|name| format!("`{}`", value_text(name)))
                .collect();
            format!("{name} has both {}", names.join(" and "))
        }
        ValidationErrorKind::OneOfMultipleValid { .. } => {
            format!("{name} matches more than one of the allowed forms")
        }
        ValidationErrorKind::MaxLength { limit } => {
            format!("{name} must be at most {limit} characters long")
        }
        ValidationErrorKind::Minimum { limit } => format!("{name} must be at least {limit}"),
        _ => format!("{name}: {}", error.masked_with("the value")),
    }
}

/// The allowed text that the wrong one most likely misspells.
pub(crate) fn near(error: &ValidationError, value: Value) -> Option<String> {
    let ValidationErrorKind::Enum { options } = error.kind() else {
        return None;
    };
    let found = value.as_str()?;
    let options = options.as_array()?.iter().filter_map(Serde::as_str);
    let scored = options.map(|option| (strsim::jaro_winkler(option, &found), option));
    let (score, best) = scored.max_by(|a, b| a.0.total_cmp(&b.0))?;
    (score > 0.85).then(|| format!("did you mean `{best}`?"))
}

/// The names of members of which one is missing, if the branches require nothing else.
fn missing(branches: &[Vec<ValidationError>]) -> Vec<String> {
    let mut names = Vec::new();
    for branch in branches {
        let [error, ..] = branch.as_slice() else {
            return Vec::new();
        };
        let ValidationErrorKind::Required { property } = error.kind() else {
            return Vec::new();
        };
        let name = value_text(property);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

fn join(path: &str, name: &str) -> String {
    if path.is_empty() {
        name.to_owned()
    } else {
        format!("{path}.{name}")
    }
}

fn value_text(value: &Serde) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}

fn one_of(options: &[String]) -> String {
    match options {
        [only] => format!("`{only}`"),
        _ => format!("one of {}", options.join(", ")),
    }
}

fn either(names: &[String]) -> String {
    match names {
        [before @ .., last] if !before.is_empty() => format!("{} or {last}", before.join(", ")),
        _ => names.concat(),
    }
}

fn types(kind: &TypeKind) -> String {
    let word = |kind: JsonType| match kind {
        JsonType::Array => "a list",
        JsonType::Boolean => "true or false",
        JsonType::Integer => "a whole number",
        JsonType::Null => "null",
        JsonType::Number => "a number",
        JsonType::Object => "an object",
        JsonType::String => "text",
    };
    match kind {
        TypeKind::Single(kind) => word(*kind).to_owned(),
        TypeKind::Multiple(kinds) => {
            let words: Vec<String> = kinds.iter().map(|kind| word(kind).to_owned()).collect();
            either(&words)
        }
    }
}

/// A value in place of one of a few words.
fn quoted(value: Value) -> String {
    let Some(text) = value.as_str() else {
        return describe(value);
    };
    let mut shown: String = text.chars().take(SHOWN).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    format!("`{shown}`")
}

/// What a value is; never the content of a text, which may be a secret.
fn describe(value: Value) -> String {
    match value.kind() {
        Kind::Null => "null".to_owned(),
        Kind::Bool => value.text().to_owned(),
        Kind::Number if value.as_i64().is_none() => "a number with a fraction".to_owned(),
        Kind::Number => "a number".to_owned(),
        Kind::String => "text".to_owned(),
        Kind::Array => "a list".to_owned(),
        Kind::Object => "an object".to_owned(),
    }
}
