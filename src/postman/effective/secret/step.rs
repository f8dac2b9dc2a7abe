//! A value on the way through a document, and what its path says about it.

use super::Section;
use crate::json::Value;

/// A value with its path.
pub(super) struct Step<'s, 'd> {
    pub(super) value: Value<'d>,
    /// Its key, where it is a member.
    pub(super) key: Option<Value<'d>>,
    pub(super) before: Option<&'s Step<'s, 'd>>,
}

impl<'d> Step<'_, 'd> {
    pub(super) fn is(&self, key: &str) -> bool {
        self.key.is_some_and(|own| own.is_str(key))
    }

    /// Whether it is the text of an address.
    pub(super) fn is_address(&self) -> bool {
        let is_whole = self.is("url") || self.is("request");
        is_whole || self.is("raw") && self.before.is_some_and(|url| url.is("url"))
    }

    /// The section of its text: words of the format, such as a mode, methods and names of variables count
    /// as names, which no fix replaces by a variable.
    pub(super) fn section(&self, of_value: Section) -> Section {
        let words: &[&str] = match of_value {
            Section::Variable => &["key", "type"],
            _ => &["listen", "method", "mode", "type"],
        };
        if words.iter().any(|word| self.is(word)) {
            return Section::Name;
        }
        of_value
    }

    /// The object that it is a member of.
    pub(super) fn parent(&self) -> Option<Value<'d>> {
        let before = self.before?;
        self.key.map(|_| before.value)
    }
}
