//! Values for `{{variables}}`.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::json::{Kind, Value};
use crate::postman::view::{Variable, tokens};

use super::CollectionError;

/// Where variables get their values from; the first that has one counts.
pub struct Scopes<'s> {
    /// The values by name: of the environment, then the collection, then the globals.
    values: HashMap<String, String>,
    /// Makes up the value of a dynamic variable such as `$guid`.
    dynamic: &'s dyn Fn(&str) -> Option<String>,
}

/// How often values that hold variables are filled in again; Postman stops there too.
const DEPTH: usize = 20;
/// More than any request needs.
const LONGEST: usize = 16 * 1024 * 1024;

impl<'s> Scopes<'s> {
    /// The enabled variables of `scopes`, the first scope being the nearest; of a name that stands
    /// twice in one scope the last counts.
    pub fn new(scopes: &[Vec<Variable<'_>>], dynamic: &'s dyn Fn(&str) -> Option<String>) -> Self {
        let mut values = HashMap::new();
        let farthest_first = scopes.iter().rev().flatten();
        for variable in farthest_first.filter(|variable| variable.is_enabled) {
            let value = variable.value.map(plain).unwrap_or_default();
            values.insert(variable.name.to_string(), value.into_owned());
        }
        Self { values, dynamic }
    }

    /// The value of a variable, not filled in.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.values.get(name).map(String::as_str)
    }

    /// `text` with every variable filled in.
    ///
    /// # Errors
    /// When one has no value, or none that ends.
    pub fn fill(&self, text: &str) -> Result<String, CollectionError> {
        let mut filled = text.to_owned();
        for _ in 0..DEPTH {
            let Some(next) = self.filled_once(&filled)? else {
                return Ok(filled);
            };
            filled = next;
            if filled.len() > LONGEST {
                break;
            }
        }
        let name = tokens(&filled).next().map(|token| token.name.to_owned());
        name.map_or(Ok(filled), |name| Err(CollectionError::Endless(name)))
    }

    /// `text` with the variables that stand in it now filled in; `None` when there are none.
    fn filled_once(&self, text: &str) -> Result<Option<String>, CollectionError> {
        let mut filled = String::new();
        let mut from = 0;
        for token in tokens(text) {
            let value = self.one(token.name)?;
            filled.push_str(text.get(from..token.span.start).unwrap_or_default());
            filled.push_str(&value);
            from = token.span.end;
        }
        if from == 0 {
            return Ok(None);
        }
        filled.push_str(text.get(from..).unwrap_or_default());
        Ok(Some(filled))
    }

    fn one(&self, name: &str) -> Result<Cow<'_, str>, CollectionError> {
        if let Some(value) = self.values.get(name) {
            return Ok(Cow::Borrowed(value));
        }
        if !name.starts_with('$') {
            return Err(CollectionError::Unknown(name.to_owned()));
        }
        let made_up = (self.dynamic)(name).map(Cow::Owned);
        made_up.ok_or_else(|| CollectionError::Dynamic(name.to_owned()))
    }
}

/// The text of a value: what is no text as it is written, `null` as nothing.
pub(super) fn plain(value: Value<'_>) -> Cow<'_, str> {
    match value.kind() {
        Kind::Null => Cow::Borrowed(""),
        Kind::String => value.as_str().unwrap_or_default(),
        _ => Cow::Borrowed(value.text()),
    }
}

#[cfg(test)]
mod tests {
    use super::{CollectionError, Scopes};
    use crate::json::Document;
    use crate::postman::view::Variable;

    fn fill(text: &str) -> Result<String, CollectionError> {
        let near = r#"[{"key": "a", "value": "near"}, {"key": "off", "value": "x", "enabled": false},
            {"key": "n", "value": 7}, {"key": "empty", "value": ""}]"#;
        let far = r#"[{"key": "a", "value": "far"}, {"key": "off", "value": "far"},
            {"key": "b", "value": "<{{a}}>"}, {"key": "loop", "value": "{{loop}}"},
            {"key": "empty", "value": "full"}, {"key": "bomb", "value": "{{bomb}}{{bomb}}"}]"#;
        let documents = [near, far].map(|text| Document::from_text(text).unwrap());
        let scopes = documents.each_ref().map(|one| Variable::list(one.root()));
        let dynamic = |name: &str| (name == "$guid").then(|| "made up".to_owned());
        Scopes::new(&scopes, &dynamic).fill(text)
    }

    #[test]
    fn the_nearest_value_counts_however_deep() {
        for (text, filled) in [
            ("{{a}}/{{b}}/{{n}}", "near/<near>/7"),
            ("{{off}}{{empty}}", "far"),
            ("{{$guid}} {a} }}", "made up {a} }}"),
            ("{{{a}}}", "{near}"),
        ] {
            assert_eq!(fill(text).as_deref(), Ok(filled), "{text}");
        }
    }

    #[test]
    fn what_has_no_value_is_an_error() {
        let name = |name: &str| name.to_owned();
        assert_eq!(fill("{{c}}"), Err(CollectionError::Unknown(name("c"))));
        assert_eq!(
            fill("{{$randomCity}}"),
            Err(CollectionError::Dynamic(name("$randomCity")))
        );
        assert_eq!(
            fill("{{loop}}"),
            Err(CollectionError::Endless(name("loop")))
        );
        assert_eq!(
            fill("{{bomb}}"),
            Err(CollectionError::Endless(name("bomb")))
        );
    }
}
