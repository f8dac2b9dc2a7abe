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
    pub(super) fn new() -> Result<Self, GenerateError> {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        // Markdown and scripts end up in JSON strings, which serde_json escapes.
        environment.set_auto_escape_callback(|_| AutoEscape::None);
        for (name, source) in SOURCES {
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
