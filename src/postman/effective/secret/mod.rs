//! What is secret in a collection: one classification, by which secrets are found and hidden.
//!
//! A text is a secret by its pattern (the keys of some hundred providers, tokens, private keys, passwords
//! in URLs), or by its name (`password`, `X-Api-Key`, the credentials of an auth). Its
//! [`Confidence`] says how sure that is: what is [likely](Confidence::Likely) is reported, and whatever is
//! [possible](Confidence::Possible) is hidden from everything that a command writes.
//!
//! [`find`] gives the secrets of a document, [`find_near`] those that are near some places, [`Mask`]
//! removes them from any text about it.

mod address;
mod assignment;
mod attributes;
mod classify;
mod connection;
mod decoded;
mod mask;
mod name;
mod near;
mod new_password;
mod pattern;
mod prefilter;
mod provider;
mod rank;
mod sample;
mod scan;
mod script;
mod special;
mod step;
mod value;
mod values;
mod walk;

use std::ops::Range;

use uuid::Uuid;

use self::decoded::Decoded;
use self::provider::{COMMON, OTHERS};
use crate::json::Value;

pub(crate) use address::is_in_host;
pub(crate) use attributes::is_credential;
pub(crate) use mask::{HIDDEN, Mask, mask, mask_attribute, mask_script, mask_value};
pub(crate) use name::is_secret_name;
#[cfg(feature = "javascript")]
pub(crate) use name::kind_of_name;
pub(crate) use near::{find_near, find_touched};
pub(crate) use walk::find;

/// How sure it is that a text is a secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Confidence {
    /// A literal with the name of a secret, or an expired token: hidden, not reported.
    Possible,
    /// A literal that is also random: reported.
    Likely,
    /// Its pattern alone identifies it: reported, whatever its name.
    Certain,
}

/// A secret, without its text.
#[derive(Debug)]
pub(crate) struct Secret<'d> {
    /// The text that it is in.
    pub(crate) at: Value<'d>,
    /// Its bytes in the document.
    pub(crate) span: Range<usize>,
    /// What it is, with its article: `a GitHub token`.
    pub(crate) kind: &'static str,
    /// Its name there, if it has one.
    pub(crate) name: Option<String>,
    /// Where it is.
    pub(crate) section: Section,
    /// The names of the items that it is in.
    pub(crate) names: Vec<String>,
    /// How sure it is.
    pub(crate) confidence: Confidence,
    /// Whether it is worth a report: likely, and not a part of one that is reported.
    pub(crate) is_reported: bool,
    /// Whether another auth has another secret of that name.
    pub(crate) has_rivals: bool,
    /// The text of the URL that it is a part of, which may say it again.
    pub(crate) raw: Option<Value<'d>>,
}

impl Secret<'_> {
    /// Eight hexadecimal digits that distinguish it from others and reveal nothing about it.
    pub(crate) fn fingerprint(&self) -> String {
        let salted = format!("{}\u{1f}{}", self.kind, self.text());
        let uuid = Uuid::new_v5(&Uuid::NAMESPACE_OID, salted.as_bytes());
        let mut text = uuid.simple().to_string();
        text.truncate(8);
        text
    }

    /// Its bytes in the document without what is public of an address: `hooks.slack.com/services/`.
    pub(crate) fn private_span(&self) -> Range<usize> {
        let mut patterns = COMMON.iter().chain(OTHERS);
        let public = patterns.find_map(|pattern| pattern.public(self.text()));
        self.span.start + public.unwrap_or_default()..self.span.end
    }

    /// Where the text of its URL says it again, however it is escaped there.
    pub(crate) fn echoes(&self) -> Vec<Range<usize>> {
        let Some(raw) = self.raw else {
            return Vec::new();
        };
        let (start, text) = (raw.span().start, raw.text());
        let find = |text: &str| -> Vec<Range<usize>> {
            let found = text.match_indices(self.text());
            found.map(|(at, same)| at..at + same.len()).collect()
        };
        let mut found = find(text);
        if let Some(decoded) = Decoded::of(text).filter(|_| found.is_empty()) {
            found = find(&decoded.text);
            for span in &mut found {
                *span = decoded.written(span);
            }
        }
        for span in &mut found {
            *span = start + span.start..start + span.end;
        }
        found
    }

    /// Its text as written.
    pub(crate) fn text(&self) -> &str {
        let text = self.at.document().text();
        text.get(self.span.clone()).unwrap_or_default()
    }
}

/// The part of a collection that a secret is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Section {
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
    /// A name of a request, a folder, an example or the collection.
    Name,
    /// Anywhere else.
    Other,
}

impl Section {
    /// The section inside a member called `key` of something in this section. An example keeps all that
    /// is in it, a script and a description too.
    fn inside(self, key: &str) -> Self {
        if self == Self::Example && key == "name" {
            return Self::Name;
        }
        if matches!(self, Self::Example | Self::Script | Self::Description) {
            return self;
        }
        match key {
            "name" if self == Self::Other => Self::Name,
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

    /// The name of the section in messages.
    pub(crate) fn description(self) -> &'static str {
        match self {
            Self::Auth => "in the auth",
            Self::Header => "in a header",
            Self::Url => "in the URL",
            Self::Body => "in the body",
            Self::Variable => "in a variable",
            Self::Example => "in a saved example",
            Self::Script => "in a script",
            Self::Description => "in a description",
            Self::Name => "in a name",
            Self::Other => "in plain sight",
        }
    }
}
