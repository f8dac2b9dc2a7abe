//! From a schema that gives a verdict to one that gives reasons.
//!
//! A `oneOf` or `anyOf` whose branches all fail says only that; and because a collection nests its
//! items in them, it says so of the outermost folder. Here each becomes an `if`/`then`/`else` on what
//! tells its branches apart, so that a value is only checked against the branch that it means.

use serde_json::{Map, Value, json};

/// The explaining copy of `schema`.
pub(super) fn explaining(schema: &Value) -> Value {
    Original(schema).rewrite(schema)
}

type Object = Map<String, Value>;

/// The schema that is rewritten; its definitions are looked up in it.
struct Original<'s>(&'s Value);

impl Original<'_> {
    fn rewrite(&self, schema: &Value) -> Value {
        match schema {
            Value::Object(members) => {
                let rewritten = members.iter();
                let mut copy: Object = rewritten
                    .map(|(name, value)| (name.clone(), self.rewrite(value)))
                    .collect();
                for keyword in ["oneOf", "anyOf"] {
                    let Some(Value::Array(branches)) = copy.get(keyword) else {
                        continue;
                    };
                    if let Some(choice) = self.choice(branches, keyword == "oneOf") {
                        copy.remove(keyword);
                        copy.extend(choice);
                    }
                }
                Value::Object(copy)
            }
            Value::Array(list) => list.iter().map(|value| self.rewrite(value)).collect(),
            other => other.clone(),
        }
    }

    /// The members that replace a choice of `branches`; `None` if nothing tells them apart.
    fn choice(&self, branches: &[Value], exclusive: bool) -> Option<Object> {
        let branches = self.widest(branches);
        if let [Value::Object(only)] = branches.as_slice() {
            return Some(only.clone());
        }
        self.by_type(&branches)
            .or_else(|| self.by_required(&branches, exclusive))
            .or_else(|| self.by_tag(&branches))
    }

    /// `branches` less those that another, of the same type and without any condition, includes.
    fn widest(&self, branches: &[Value]) -> Vec<Value> {
        let bare = branches.iter().find(|branch| is_bare(branch));
        let types = bare.map(|branch| self.types(branch));
        let is_included = |branch: &Value| {
            !is_bare(branch)
                && types
                    .as_ref()
                    .is_some_and(|bare| *bare == self.types(branch))
        };
        let kept = branches.iter().filter(|branch| !is_included(branch));
        kept.cloned().collect()
    }

    /// Branches of different JSON types: text or object, list or null.
    fn by_type(&self, branches: &[Value]) -> Option<Object> {
        let types: Vec<Vec<&str>> = branches.iter().map(|branch| self.types(branch)).collect();
        let mut all: Vec<&str> = types.iter().flatten().copied().collect();
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        if all.len() < count || types.iter().any(Vec::is_empty) {
            return None;
        }
        let cases = branches.iter().zip(&types);
        let cases = cases.map(|(branch, types)| (json!({ "type": types }), branch));
        let mut choice = chain(cases, None);
        choice.insert("type".to_owned(), json!(types.concat()));
        Some(choice)
    }

    /// Branches that require different members: `request` or `item`.
    fn by_required(&self, branches: &[Value], exclusive: bool) -> Option<Object> {
        let mut all: Vec<&str> = Vec::new();
        for branch in branches {
            let branch = self.resolve(branch);
            // A branch that says nothing else is explained well enough as it is.
            branch.get("properties")?;
            let required = texts(branch.get("required")?);
            if required.is_empty() || required.iter().any(|name| all.contains(name)) {
                return None;
            }
            all.extend(required);
        }
        let wanted = |branch: &Value| {
            let required = self.resolve(branch).get("required");
            json!({ "required": required })
        };
        let any: Vec<Value> = branches.iter().map(wanted).collect();
        let cases = any.iter().cloned().zip(branches);
        let mut choice = chain(cases, Some(json!({ "anyOf": any })));
        if exclusive {
            let both = json!({ "type": "object", "required": all, "allOf": branches });
            choice.insert("not".to_owned(), both);
        }
        Some(choice)
    }

    /// Branches with different constants in one member: `type` is `text` or `file`.
    fn by_tag(&self, branches: &[Value]) -> Option<Object> {
        let branches: Vec<&Value> = branches.iter().map(|branch| self.resolve(branch)).collect();
        let properties = |branch: &'_ Value| branch.get("properties")?.as_object().cloned();
        let first = properties(branches.first()?)?;
        let tag = first
            .iter()
            .find_map(|(name, value)| value.get("const").map(|_| name))?;
        let constant = |branch: &Value| properties(branch)?.get(tag)?.get("const").cloned();
        let constants = branches.iter().map(|branch| constant(branch));
        let constants: Vec<Value> = constants.collect::<Option<_>>()?;
        let cases = constants.iter().zip(&branches).map(|(constant, branch)| {
            let has_it = json!({ "properties": { tag: { "const": constant } }, "required": [tag] });
            (has_it, *branch)
        });
        // Without the member, or with an unknown constant, what all branches say still holds.
        let mut common = first.clone();
        for branch in &branches {
            let own = properties(branch)?;
            common.retain(|name, value| own.get(name) == Some(value));
        }
        common.insert(tag.clone(), json!({ "enum": constants }));
        let required = branches.first()?.get("required").cloned();
        let rest =
            json!({ "properties": common, "required": required.unwrap_or_else(|| json!([])) });
        Some(chain(cases, Some(rest)))
    }

    fn resolve<'v>(&'v self, schema: &'v Value) -> &'v Value {
        let pointer = schema.get("$ref").and_then(Value::as_str);
        let pointer = pointer.and_then(|reference| reference.strip_prefix('#'));
        pointer
            .and_then(|pointer| self.0.pointer(pointer))
            .unwrap_or(schema)
    }

    /// The types that a branch accepts; none when it does not say.
    fn types<'v>(&'v self, branch: &'v Value) -> Vec<&'v str> {
        self.resolve(branch)
            .get("type")
            .map(texts)
            .unwrap_or_default()
    }
}

/// Whether a branch is nothing but a type.
fn is_bare(branch: &Value) -> bool {
    let said = |name: &str| !matches!(name, "type" | "title" | "description");
    branch.as_object().is_some_and(|members| {
        members.contains_key("type") && !members.keys().any(|name| said(name))
    })
}

/// A text, or the texts of a list.
fn texts(value: &Value) -> Vec<&str> {
    match value {
        Value::String(text) => vec![text],
        Value::Array(list) => list.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

/// `if` the first condition `then` its branch, `else` the next …
fn chain<'v>(
    cases: impl DoubleEndedIterator<Item = (Value, &'v Value)>,
    mut rest: Option<Value>,
) -> Object {
    let mut object = Object::new();
    for (condition, branch) in cases.rev() {
        object = Object::new();
        object.insert("if".to_owned(), condition);
        object.insert("then".to_owned(), branch.clone());
        if let Some(rest) = rest {
            object.insert("else".to_owned(), rest);
        }
        rest = Some(Value::Object(object.clone()));
    }
    object
}
