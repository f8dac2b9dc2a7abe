//! Which variables count, and how they are substituted in a text.

use std::borrow::Cow;
use std::collections::HashMap;

use super::Variable;
use crate::postman::view::tokens;

/// Whose a variable is, the narrowest scope first: of two variables of one name the narrower counts.
/// Narrower still are the variables that scripts set for one run and the rows of data files; wider
/// still is the vault.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// The environment.
    Environment,
    /// The collection.
    Collection,
    /// The globals.
    Globals,
}

/// The variables that a request is sent with: by name the one that counts.
#[derive(Clone, Debug, Default)]
pub struct Scopes<'d> {
    by_name: HashMap<Cow<'d, str>, (Scope, Variable<'d>)>,
}

impl<'d> Scopes<'d> {
    /// Adds the variables of a scope, whatever the order of the calls. Of two lists of one scope the
    /// one that is added later counts.
    pub fn add(&mut self, scope: Scope, variables: Vec<Variable<'d>>) {
        for variable in variables.into_iter().filter(|one| one.is_enabled) {
            let known = self.by_name.get(&variable.name);
            if known.is_none_or(|(other, _)| *other >= scope) {
                self.by_name
                    .insert(variable.name.clone(), (scope, variable));
            }
        }
    }

    /// The variable of that name that counts, and whose it is.
    pub fn get(&self, name: &str) -> Option<&(Scope, Variable<'d>)> {
        self.by_name.get(name)
    }

    /// The text for a name, with the variables in it not replaced.
    pub fn text(&self, name: &str) -> Option<Cow<'d, str>> {
        self.get(name).map(|(_, variable)| variable.text())
    }

    /// Every variable that counts, in no particular order.
    pub fn iter(&self) -> impl Iterator<Item = &(Scope, Variable<'d>)> {
        self.by_name.values()
    }

    /// `text` with its variables replaced; those without a value stay as they are.
    pub fn substitute<'t>(&self, text: &'t str) -> Cow<'t, str> {
        substitute(text, |name| self.text(name))
    }
}

/// Whether a name is that of a secret in Postman Vault: the Postman app alone puts its value in, other
/// runners send the braces.
pub(crate) fn is_vault(name: &str) -> bool {
    name.starts_with("vault:")
}

/// How many rounds of substitution there are at most.
const PASSES: usize = 19;

/// More than any request needs; values that name each other twice grow without an end.
const LONGEST: usize = 16 * 1024 * 1024;

/// `text` with what `value` gives for each `{{name}}`, again and again until no name has a value or
/// Postman would stop. A name without a value stays as it is.
pub(crate) fn substitute<'t, 'v>(
    text: &'t str,
    mut value: impl FnMut(&str) -> Option<Cow<'v, str>>,
) -> Cow<'t, str> {
    let mut text = Cow::Borrowed(text);
    for _ in 0..PASSES {
        match substitute_once(&text, &mut value) {
            Some(next) => text = Cow::Owned(next),
            None => break,
        }
    }
    text
}

/// The same once, so that variables in values stay; `None` where nothing has a value, or the result would
/// be too long.
pub(crate) fn substitute_once<'v>(
    text: &str,
    value: &mut impl FnMut(&str) -> Option<Cow<'v, str>>,
) -> Option<String> {
    let mut next = String::new();
    let mut from = 0;
    for token in tokens(text) {
        let Some(value) = value(token.name) else {
            continue;
        };
        next.push_str(text.get(from..token.span.start)?);
        next.push_str(&value);
        from = token.span.end;
        if next.len() > LONGEST {
            return None;
        }
    }
    // An empty name is a token too, so that something replaced ends behind the start.
    (from > 0).then(|| next + text.get(from..).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::{Scope, Scopes, Variable, substitute};
    use crate::json::Document;

    #[test]
    fn the_narrowest_scope_counts_whatever_the_order() {
        let text = |value: &str| {
            format!(r#"[{{"key": "a", "value": "{value}"}}, {{"key": "{value}", "value": "1"}}]"#)
        };
        let texts = ["environment", "collection", "globals"].map(text);
        let documents = texts
            .each_ref()
            .map(|text| Document::from_text(text).unwrap());
        let scopes = [Scope::Environment, Scope::Collection, Scope::Globals];
        for order in [[0, 1, 2], [2, 1, 0], [1, 0, 2]] {
            let mut all = Scopes::default();
            for at in order {
                all.add(scopes[at], Variable::list(documents[at].root()));
            }
            assert_eq!(
                all.substitute("{{a}} {{collection}}{{globals}} {{b}}"),
                "environment 11 {{b}}"
            );
        }
    }

    /// What postman-collection 4.4 and 5.3 make of these.
    #[test]
    fn texts_are_substituted_as_postman_does() {
        let value = |name: &str| {
            let chain = || {
                let number: u32 = name.strip_prefix('v')?.parse().ok()?;
                (number < 30).then(|| format!("{{{{v{}}}}}", number + 1).into())
            };
            match name {
                "a" => Some("x".into()),
                "self" => Some("{{self}}".into()),
                "grow" => Some("x{{grow}}".into()),
                "h_x" => Some("y$&".into()),
                "" => Some("empty".into()),
                "open" => Some("{{".into()),
                _ => chain(),
            }
        };
        for (text, result) in [
            ("<{{a}}>", "<x>"),
            ("{{A}} {{ a }} {{b}}", "{{A}} {{ a }} {{b}}"),
            ("{{h_{{a}}}}", "y$&"),
            ("{{}}", "empty"),
            ("{{self}}", "{{self}}"),
            ("{{grow}}", "xxxxxxxxxxxxxxxxxxx{{grow}}"),
            ("{{v0}} {{v11}} {{v12}}", "{{v19}} {{v30}} {{v30}}"),
            ("{{open}}a}}", "x"),
        ] {
            assert_eq!(substitute(text, value), result, "{text}");
        }
    }

    #[test]
    fn values_that_grow_without_an_end_are_left() {
        let bomb = |_: &str| Some("{{a}}".repeat(1000).into());
        let text = substitute("{{a}}", bomb);
        assert!(text.len() > 1000 && text.len() < 64 << 20);
    }
}
