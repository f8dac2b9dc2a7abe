use std::borrow::Cow;
use std::collections::HashSet;

use super::{TypedValue, is_truthy, text_of};
use crate::json::{Kind, Value};
use crate::postman::view::Collection;

/// A variable of a list: a collection's, a folder's, an environment's.
#[derive(Clone, Debug)]
pub struct Variable<'d> {
    /// The whole entry.
    pub entry: Value<'d>,
    /// Its name. Postman does not trim it, and its case matters.
    pub name: Cow<'d, str>,
    /// Where its name is.
    pub name_value: Value<'d>,
    /// Its value, as it is written.
    pub value: Option<Value<'d>>,
    /// The type that its value is converted to.
    pub kind: Option<Value<'d>>,
    /// Whether it is in use: not `disabled`, and in an environment not `"enabled": false` either.
    pub is_enabled: bool,
}

impl<'d> Variable<'d> {
    /// The variables of a collection's or a folder's list; a single variable in its place counts as
    /// a list of one.
    pub fn list(list: Value<'d>) -> Vec<Self> {
        entries(list).filter_map(Self::new).collect()
    }

    /// The variables of an environment's list; likewise.
    pub fn list_of_environment(list: Value<'d>) -> Vec<Self> {
        entries(list).filter_map(Self::in_environment).collect()
    }

    /// The variables of a collection. Those of folders and requests are read by nothing: neither
    /// the app nor Newman replaces them.
    pub fn of_collection(collection: Collection<'d>) -> Vec<Self> {
        let list = collection.value.get("variable");
        list.map(Self::list).unwrap_or_default()
    }

    /// The variable that an entry of a collection's list is; nothing for an entry without a `key`, which nothing can name.
    pub fn new(entry: Value<'d>) -> Option<Self> {
        let (mut name_value, mut value, mut kind) = (None, None, None);
        let mut is_enabled = true;
        for member in entry.entries() {
            let one = member.value();
            match member.key().as_ref() {
                "key" => name_value = Some(one),
                "value" => value = Some(one),
                "type" => kind = Some(one),
                "disabled" => is_enabled &= !is_truthy(one),
                _ => {}
            }
        }
        let name_value = name_value?;
        let name = match name_value.kind() {
            Kind::String | Kind::Number | Kind::Bool => text_of(name_value),
            _ => return None,
        };
        Some(Self {
            entry,
            name,
            name_value,
            value,
            kind,
            is_enabled,
        })
    }

    /// The variable that an entry of an environment's list is. There the app says `"enabled": false`
    /// of one that is switched off; Newman looks for `disabled` only, and would take it.
    pub fn in_environment(entry: Value<'d>) -> Option<Self> {
        let mut variable = Self::new(entry)?;
        let enabled = entry.get("enabled").and_then(Value::as_bool);
        variable.is_enabled &= enabled != Some(false);
        Some(variable)
    }

    /// Those of `list` that count: in use, and the last of their name that is; in the order of the
    /// list.
    pub fn effective(list: Vec<Self>) -> Vec<Self> {
        let mut seen = HashSet::new();
        let mut counted: Vec<Self> = list
            .into_iter()
            .rev()
            .filter(|one| one.is_enabled && seen.insert(one.name.clone()))
            .collect();
        counted.reverse();
        counted
    }

    /// One of `list` for each name: as [`Self::effective`], and of a name of which none is in use the last.
    pub fn of_each_name(list: Vec<Self>) -> Vec<Self> {
        let disabled: Vec<Self> = list.iter().filter(|one| !one.is_enabled).cloned().collect();
        let mut counted = Self::effective(list);
        let mut seen: HashSet<_> = counted.iter().map(|one| one.name.clone()).collect();
        let disabled = disabled.into_iter().rev();
        counted.extend(disabled.filter(|one| seen.insert(one.name.clone())));
        counted
    }

    /// Whether it has no value, or an empty one: what a person still has to fill in.
    pub fn is_blank(&self) -> bool {
        self.value
            .is_none_or(|value| value.is_null() || value.is_str(""))
    }

    /// Its replacement: its value, converted to its type as Postman converts it, as
    /// JavaScript makes a text of that. Variables in it are not replaced yet.
    pub fn text(&self) -> Cow<'d, str> {
        let kind = self.kind.and_then(Value::as_str).unwrap_or_default();
        match TypedValue::new(self.value, &kind) {
            TypedValue::Undefined => Cow::Borrowed(""),
            TypedValue::Null => Cow::Borrowed("null"),
            TypedValue::Text(text) | TypedValue::Other { text, .. } => text,
        }
    }
}

fn entries(list: Value<'_>) -> impl Iterator<Item = Value<'_>> {
    let single = (list.kind() == Kind::Object).then_some(list);
    single.into_iter().chain(list.elements())
}

#[cfg(test)]
mod tests {
    use super::Variable;
    use crate::json::Document;

    /// What replaces `{{a}}` in postman-collection 4.4 and 5.3.
    #[test]
    fn values_become_the_texts_that_postman_makes_of_them() {
        for (value, kind, text) in [
            ("3", "", "3"),
            ("3.0", "any", "3"),
            ("1e21", "secret", "1e+21"),
            ("true", "default", "true"),
            ("null", "", "null"),
            ("null", "string", "null"),
            ("null", "boolean", "false"),
            ("null", "number", "0"),
            (r#"{"a": 1}"#, "", "[object Object]"),
            (r#"{"a": 1}"#, "number", "NaN"),
            (r#"["a", ["b", null]]"#, "string", "a,b,"),
            ("[1, 2]", "array", "1,2"),
            ("[1, 2]", "object", ""),
            (r#""[1, 2]""#, "array", "1,2"),
            (r#""{\"a\": 1}""#, "object", "[object Object]"),
            ("3", "array", ""),
            (r#""false""#, "boolean", "true"),
            (r#""""#, "boolean", "false"),
            (r#""3.0""#, "number", "3"),
            (r#"" 3 ""#, "Number", "3"),
            (r#""x""#, "number", "NaN"),
            (r#""""#, "number", "0"),
            ("true", "number", "1"),
            ("[]", "number", "0"),
        ] {
            let json = format!(r#"{{"key": "a", "value": {value}, "type": "{kind}"}}"#);
            let document = Document::from_text(&json).unwrap();
            let variable = Variable::new(document.root()).unwrap();
            assert_eq!(variable.text(), text, "{json}");
        }
        for (json, text) in [
            (r#"{"key": "a"}"#, ""),
            (r#"{"key": "a", "type": "string"}"#, "undefined"),
            (r#"{"key": "a", "type": "number"}"#, "NaN"),
        ] {
            let document = Document::from_text(json).unwrap();
            assert_eq!(
                Variable::new(document.root()).unwrap().text(),
                text,
                "{json}"
            );
        }
    }

    #[test]
    fn of_a_name_the_last_that_is_in_use_counts() {
        let json = r#"[{"key": "a", "value": "0"}, {"key": "a", "value": "1"}, {"key": "b"}, null,
            {"key": "a", "value": "2", "disabled": true}, {"id": "c"}, {"key": 7},
            {"key": "b", "disabled": "false"}, {"key": "d", "enabled": false}]"#;
        let document = Document::from_text(json).unwrap();
        let variables = Variable::effective(Variable::list(document.root()));
        let names: Vec<String> = variables
            .iter()
            .map(|one| format!("{}={}", one.name, one.text()))
            .collect();
        assert_eq!(names, ["a=1", "b=", "7=", "d="]);
    }
}
