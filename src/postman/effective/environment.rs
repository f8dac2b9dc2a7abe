use thiserror::Error;

use super::{Scope, Variable};
use crate::json::{Document, Kind, Value};
use crate::postman::view::{DocumentKind, recognise, unwrapped};

/// An environment or the globals.
#[derive(Clone, Copy, Debug)]
pub struct Environment<'d> {
    /// Its object, inside its wrapper where the Postman API has put it into one.
    pub value: Value<'d>,
    /// Whether it is an environment or the globals.
    pub scope: Scope,
}

/// Why a document is not an environment; follows its name in messages. Quotes nothing of it.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum EnvironmentError {
    /// It is something else.
    #[error("is {0}, not an environment")]
    Other(&'static str),
    /// It may be one, but has no list of variables.
    #[error("is not an environment: it has no `values`")]
    NoValues,
}

impl<'d> Environment<'d> {
    /// The environment, or the globals, that `document` is: exported by Postman or by Newman, or in
    /// the wrapper of the Postman API.
    ///
    /// # Errors
    /// When it is neither.
    pub fn of(document: &'d Document<'d>) -> Result<Self, EnvironmentError> {
        let root = document.root();
        let value = unwrapped(root);
        let scope = match recognise(root) {
            DocumentKind::Globals => Scope::Globals,
            DocumentKind::Environment => Scope::Environment,
            DocumentKind::Unknown if value.get("values").is_some() => Scope::Environment,
            format => return Err(other(root, format)),
        };
        Ok(Self { value, scope })
    }

    /// Its variables, including disabled ones.
    pub fn variables(self) -> Vec<Variable<'d>> {
        let list = self.value.get("values");
        list.map(Variable::list_of_environment).unwrap_or_default()
    }
}

fn other(root: Value, format: DocumentKind) -> EnvironmentError {
    let what = match (format, root.kind()) {
        (DocumentKind::Collection(_), _) => "a collection",
        (DocumentKind::Foreign(format), _) => format.what(),
        (_, Kind::Object) => return EnvironmentError::NoValues,
        (_, Kind::Array) => "a list",
        (_, Kind::String) => "a string",
        (_, Kind::Number) => "a number",
        (_, Kind::Bool) => "a boolean",
        (_, Kind::Null) => "null",
    };
    EnvironmentError::Other(what)
}

#[cfg(test)]
mod tests {
    use super::Environment;
    use crate::json::Document;
    use crate::postman::effective::Scope;

    fn read(text: &str) -> Result<(Scope, String), String> {
        let document = Document::from_text(text).unwrap();
        let environment = Environment::of(&document).map_err(|error| error.to_string())?;
        let variables = environment.variables().into_iter();
        let texts: Vec<String> = variables
            .filter(|one| one.is_enabled)
            .map(|one| format!("{}={}", one.name, one.text()))
            .collect();
        Ok((environment.scope, texts.join(" ")))
    }

    #[test]
    fn environments_are_read_however_they_were_exported() {
        use Scope::{Environment as E, Globals as G};
        let a = r#""values": [{"key": "a", "value": 3}]"#;
        for (text, scope, variables) in [
            (format!(r#"{{"name": "e", {a}}}"#), E, "a=3"),
            (format!("{{{a}}}"), E, "a=3"),
            (
                format!(r#"{{"environment": {{"name": "e", {a}}}}}"#),
                E,
                "a=3",
            ),
            (format!(r#"{{"globals": {{{a}}}}}"#), G, "a=3"),
            (
                format!(r#"{{{a}, "_postman_variable_scope": "globals"}}"#),
                G,
                "a=3",
            ),
            (
                r#"{"values": [null, 1, {"value": "x"}, {"key": "a", "enabled": false},
                    {"key": "b", "disabled": true}, {"key": "c", "enabled": true}]}"#
                    .to_owned(),
                E,
                "c=",
            ),
            (
                r#"{"values": {"key": "a", "value": 1}}"#.to_owned(),
                E,
                "a=1",
            ),
            (r#"{"values": null}"#.to_owned(), E, ""),
            (
                r#"{"name": "e", "_postman_variable_scope": "environment"}"#.to_owned(),
                E,
                "",
            ),
        ] {
            assert_eq!(read(&text), Ok((scope, variables.to_owned())), "{text}");
        }
    }

    #[test]
    fn what_is_not_an_environment_is_named() {
        for (text, error) in [
            (
                r#"{"info": {}, "item": []}"#,
                "is a collection, not an environment",
            ),
            (
                r#"{"collection": {"info": {}, "item": []}}"#,
                "is a collection, not an environment",
            ),
            (
                r#"{"name": "a", "requests": [], "order": []}"#,
                "is a Postman collection in format v1, not an environment",
            ),
            (
                r#"{"openapi": "3.1.0"}"#,
                "is an OpenAPI document, not an environment",
            ),
            (
                r#"{"log": {"entries": []}}"#,
                "is a HAR file, not an environment",
            ),
            (
                r#"[{"key": "a", "value": "secret"}]"#,
                "is a list, not an environment",
            ),
            (r#""secret""#, "is a string, not an environment"),
            ("null", "is null, not an environment"),
            (
                r#"{"a": "secret"}"#,
                "is not an environment: it has no `values`",
            ),
        ] {
            assert_eq!(read(text), Err(error.to_owned()), "{text}");
        }
    }
}
