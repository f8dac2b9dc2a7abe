use std::borrow::Cow;

use crate::json::{Kind, Value};

/// An auth, in the shape of v2.0.0 or of v2.1.0.
#[derive(Clone, Copy, Debug)]
pub struct Auth<'d> {
    /// The whole auth; may be `null`.
    pub value: Value<'d>,
}

/// One attribute of an auth.
#[derive(Clone, Debug)]
pub struct Parameter<'d> {
    /// Its name.
    pub key: Cow<'d, str>,
    /// Its value.
    pub value: Value<'d>,
    /// Where the name is.
    pub key_value: Value<'d>,
}

impl<'d> Auth<'d> {
    /// The auth that is `owner`'s own.
    pub fn of(owner: Value<'d>) -> Option<Self> {
        owner.get("auth").map(|value| Self { value })
    }

    /// Its type: `awsv4`, `bearer`, `noauth` …
    pub fn kind(self) -> Option<Cow<'d, str>> {
        self.value.get("type")?.as_str()
    }

    /// Whether it is of that type.
    pub fn is(self, kind: &str) -> bool {
        self.value
            .get("type")
            .is_some_and(|value| value.is_str(kind))
    }

    /// Whether it overrides what is inherited: an auth that is null or has no type does not.
    pub fn is_typed(self) -> bool {
        self.kind().is_some()
    }

    /// Where its attributes are: the member called like its type.
    pub fn attributes(self) -> Option<Value<'d>> {
        self.value.get(&self.kind()?)
    }

    /// Its attributes, in the order of the text; of a list those that have a name.
    pub fn parameters(self) -> Vec<Parameter<'d>> {
        let Some(attributes) = self.attributes() else {
            return Vec::new();
        };
        match attributes.kind() {
            Kind::Object => attributes
                .entries()
                .map(|entry| Parameter {
                    key: entry.key(),
                    value: entry.value(),
                    key_value: entry.key_value(),
                })
                .collect(),
            _ => attributes.elements().filter_map(listed).collect(),
        }
    }

    /// The value of the attribute of that name.
    pub fn parameter(self, name: &str) -> Option<Value<'d>> {
        let parameters = self.parameters().into_iter();
        parameters
            .rev()
            .find(|parameter| parameter.key == name)
            .map(|found| found.value)
    }
}

fn listed(element: Value) -> Option<Parameter> {
    let key_value = element.get("key")?;
    Some(Parameter {
        key: key_value.as_str()?,
        value: element.get("value").unwrap_or(element),
        key_value,
    })
}
