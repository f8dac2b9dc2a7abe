//! The prose and the scripts of a collection, from `templates/`.

use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, UndefinedBehavior};
use serde::Serialize;

use super::GenerateError;

macro_rules! embedded {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("../../templates/", $name)))),*]
    };
}

const SOURCES: &[(&str, &str)] = embedded![
    "module.md",
    "resource.md",
    "request/create.md",
    "request/delete.md",
    "request/details.md",
    "request/get.md",
    "request/list.md",
    "request/pdf.md",
    "request/report.md",
    "request/report_pdf.md",
    "request/system.md",
    "request/update.md",
    "script/answer.js",
    "script/create.js",
    "script/delete.js",
    "script/details.js",
    "script/get.js",
    "script/list.js",
    "script/pdf.js",
    "script/remember.js",
    "script/update.js",
    "script/user_agent.js",
];

/// The templates, parsed.
pub(super) struct Templates(Environment<'static>);

impl Templates {
    /// The built-in templates, except those that `own` replaces.
    pub(super) fn new(own: &'static [(&'static str, &'static str)]) -> Result<Self, GenerateError> {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        // Markdown and scripts end up in JSON strings, which serde_json escapes.
        environment.set_auto_escape_callback(|_| AutoEscape::None);
        let is_built_in = |name: &str| SOURCES.iter().any(|(known, _)| *known == name);
        if let Some((name, _)) = own.iter().find(|(name, _)| !is_built_in(name)) {
            return Err(GenerateError::UnknownTemplate(name));
        }
        environment.add_filter("member", member);
        environment.add_filter("optional_member", optional_member);
        for (name, source) in SOURCES.iter().chain(own) {
            environment.add_template(name, source)?;
        }
        Ok(Self(environment))
    }

    /// The template `name` with `context`.
    pub(super) fn render(
        &self,
        name: &str,
        context: &impl Serialize,
    ) -> Result<String, GenerateError> {
        Ok(self.0.get_template(name)?.render(Serde(context))?)
    }

    /// The template text `source` with `context`.
    pub(super) fn render_text(
        &self,
        source: &str,
        context: &impl Serialize,
    ) -> Result<String, GenerateError> {
        Ok(self.0.render_str(source, Serde(context))?)
    }
}

/// JavaScript that reads the member `name`: `.name`, or `["name"]` if it is not an identifier;
/// nothing without a name.
fn member(name: Option<&str>) -> String {
    match name {
        None => String::new(),
        Some(name) if is_identifier(name) => format!(".{name}"),
        Some(name) => format!("[{}]", serde_json::Value::from(name)),
    }
}

/// As [`member`], of an object that may be missing.
fn optional_member(name: &str) -> String {
    let dot = if is_identifier(name) { "?" } else { "?." };
    format!("{dot}{}", member(Some(name)))
}

fn is_identifier(name: &str) -> bool {
    let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
    name.chars().all(is_word) && !name.starts_with(|c: char| c.is_ascii_digit())
}
