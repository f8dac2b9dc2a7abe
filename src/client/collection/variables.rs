//! Values for `{{variables}}`.

use std::borrow::Cow;

use super::CollectionError;
use crate::postman::effective::{Scope, Scopes, Variable, is_vault, substitute};
use crate::postman::view::tokens;

/// Where the variables of a request get their values from.
pub struct Variables<'s, 'd> {
    /// The variables of the environment, the collection and the globals.
    pub scopes: &'s Scopes<'d>,
    /// Makes up the value of a dynamic variable such as `$guid`.
    pub dynamic: &'s dyn Fn(&str) -> Option<String>,
    /// Called with each variable whose value goes into the request, and whose it is.
    pub observe: &'s dyn Fn(Scope, &Variable<'_>),
}

impl Variables<'_, '_> {
    /// `text` with every variable replaced.
    ///
    /// # Errors
    /// When one has no value, or one that contains itself.
    pub fn substitute(&self, text: &str) -> Result<String, CollectionError> {
        let mut missing = None;
        let result = substitute(text, |name| {
            let value = self.value(name);
            if value.is_none() && missing.is_none() {
                missing = Some(name.to_owned());
            }
            value
        });
        if let Some(name) = missing {
            return Err(if name.starts_with('$') {
                CollectionError::Dynamic(name)
            } else if is_vault(&name) {
                CollectionError::Vault(name)
            } else {
                CollectionError::Unknown(name)
            });
        }
        if let Some(left) = tokens(&result).next() {
            return Err(CollectionError::Endless(left.name.to_owned()));
        }
        Ok(result.into_owned())
    }

    fn value(&self, name: &str) -> Option<Cow<'_, str>> {
        if let Some((scope, variable)) = self.scopes.get(name) {
            (self.observe)(*scope, variable);
            return Some(variable.text());
        }
        (self.dynamic)(name).map(Cow::Owned)
    }
}

#[cfg(test)]
mod tests {
    use super::{CollectionError, Variables};
    use crate::json::Document;
    use crate::postman::effective::{Scope, Scopes, Variable};

    fn substituted(text: &str) -> Result<String, CollectionError> {
        let near = r#"[{"key": "a", "value": "near"}, {"key": "off", "value": "x", "disabled": true},
            {"key": "n", "value": 7}, {"key": "empty", "value": ""}]"#;
        let far = r#"[{"key": "a", "value": "far"}, {"key": "off", "value": "far"},
            {"key": "b", "value": "<{{a}}>"}, {"key": "loop", "value": "{{loop}}"},
            {"key": "empty", "value": "full"}, {"key": "bomb", "value": "{{bomb}}{{bomb}}"}]"#;
        let documents = [near, far].map(|text| Document::from_text(text).unwrap());
        let mut scopes = Scopes::default();
        for (scope, document) in [Scope::Environment, Scope::Globals]
            .into_iter()
            .zip(&documents)
        {
            scopes.add(scope, Variable::list(document.root()));
        }
        let variables = Variables {
            scopes: &scopes,
            dynamic: &|name| (name == "$guid").then(|| "made up".to_owned()),
            observe: &|_, _| (),
        };
        variables.substitute(text)
    }

    #[test]
    fn the_nearest_value_counts_however_deep() {
        for (text, result) in [
            ("{{a}}/{{b}}/{{n}}", "near/<near>/7"),
            ("{{off}}{{empty}}", "far"),
            ("{{$guid}} {a} }}", "made up {a} }}"),
            ("{{{a}}}", "{near}"),
        ] {
            assert_eq!(substituted(text).as_deref(), Ok(result), "{text}");
        }
    }

    #[test]
    fn what_has_no_value_is_an_error() {
        let name = |name: &str| name.to_owned();
        assert_eq!(
            substituted("{{c}}"),
            Err(CollectionError::Unknown(name("c")))
        );
        assert_eq!(
            substituted("{{vault:key}}"),
            Err(CollectionError::Vault(name("vault:key")))
        );
        assert_eq!(
            substituted("{{$randomCity}}"),
            Err(CollectionError::Dynamic(name("$randomCity")))
        );
        assert_eq!(
            substituted("{{loop}}"),
            Err(CollectionError::Endless(name("loop")))
        );
        assert_eq!(
            substituted("{{bomb}}"),
            Err(CollectionError::Endless(name("bomb")))
        );
    }
}
