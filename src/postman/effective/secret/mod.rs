//! Secrets in plain sight: by the form that providers give their keys, or by what a value is called
//! and how random it is.

mod hit;
mod provider;
mod value;
mod walk;

use std::ops::Range;

use uuid::Uuid;

use crate::json::Value;

#[cfg(feature = "javascript")]
pub(crate) use value::kind_of_name;
pub(crate) use walk::secrets;

/// A secret, without its text.
#[derive(Debug)]
pub(crate) struct Secret<'d> {
    /// The text that it stands in.
    pub(crate) at: Value<'d>,
    /// Its bytes in the document.
    pub(crate) span: Range<usize>,
    /// What it is, with its article: `a GitHub token`.
    pub(crate) kind: &'static str,
    /// What it is called there, if it is.
    pub(crate) name: Option<String>,
    /// Tells it apart from others, and says nothing about it.
    pub(crate) fingerprint: String,
    /// Where it stands.
    pub(crate) zone: Zone,
    /// The names of the items that it is in.
    pub(crate) names: Vec<String>,
    /// Whether its form alone says what it is.
    is_certain: bool,
}

/// The part of a collection that a secret stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Zone {
    /// An auth.
    Auth,
    /// A header.
    Header,
    /// A URL, its query above all.
    Url,
    /// The body of a request.
    Body,
    /// A variable of a collection, a folder or an environment.
    Variable,
    /// A saved example: the original request or the answer.
    Example,
    /// A script.
    Script,
    /// A description.
    Description,
    /// Anywhere else.
    Other,
}

impl Zone {
    /// The zone inside a member called `key` of something in this zone. An example keeps all that
    /// is in it, a script and a description too.
    fn inside(self, key: &str) -> Self {
        if matches!(self, Self::Example | Self::Script | Self::Description) {
            return self;
        }
        match key {
            "response" => Self::Example,
            "event" => Self::Script,
            "description" => Self::Description,
            "auth" => Self::Auth,
            "header" => Self::Header,
            "url" => Self::Url,
            "body" => Self::Body,
            "variable" | "values" if self == Self::Other => Self::Variable,
            _ => self,
        }
    }

    /// The zone in words.
    pub(crate) fn words(self) -> &'static str {
        match self {
            Self::Auth => "in the auth",
            Self::Header => "in a header",
            Self::Url => "in the URL",
            Self::Body => "in the body",
            Self::Variable => "in a variable",
            Self::Example => "in a saved example",
            Self::Script => "in a script",
            Self::Description => "in a description",
            Self::Other => "in plain sight",
        }
    }
}

/// Eight hexadecimal digits that stand for a secret, salted by its kind.
fn fingerprint(kind: &str, secret: &str) -> String {
    let salted = format!("{kind}\u{1f}{secret}");
    let uuid = Uuid::new_v5(&Uuid::NAMESPACE_OID, salted.as_bytes());
    let mut text = uuid.simple().to_string();
    text.truncate(8);
    text
}
