//! The headers of a request, as Postman puts them together.

use std::collections::{HashMap, HashSet};

use crate::postman::effective::Header;

use super::{CollectionError, Variables};

/// Names and values in the order of the request.
#[derive(Default)]
pub(super) struct Headers(Vec<(String, String)>);

impl Headers {
    /// The enabled ones among `headers`.
    pub(super) fn of(headers: &[Header<'_>]) -> Self {
        let enabled = headers.iter().filter(|header| header.is_enabled);
        let pair = |header: &Header| {
            let value = header.sent_value().to_owned();
            (header.key.text.to_string(), value)
        };
        Self(enabled.map(pair).collect())
    }

    /// The last value of that name, whatever the case.
    pub(super) fn value(&self, name: &str) -> Option<&str> {
        let mut headers = self.0.iter().rev();
        let found = headers.find(|(own, _)| own.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.as_str())
    }

    pub(super) fn remove(&mut self, name: &str) {
        self.0.retain(|(own, _)| !own.eq_ignore_ascii_case(name));
    }

    pub(super) fn push(&mut self, name: &str, value: String) {
        self.0.push((name.to_owned(), value));
    }

    /// Adds a header and removes all others of that name.
    pub(super) fn replace(&mut self, name: &str, value: String) {
        self.remove(name);
        self.push(name, value);
    }

    /// Removes a `Content-Length`, which the connection sets.
    pub(super) fn take_length(&mut self, length: usize) -> Result<(), CollectionError> {
        const NAME: &str = "Content-Length";
        let own = self.value(NAME);
        if let Some(given) = own.filter(|given| given.parse() != Ok(length)) {
            return Err(CollectionError::Length {
                given: given.to_owned(),
                length,
            });
        }
        self.remove(NAME);
        Ok(())
    }

    /// The headers as sent: those without a name are left out, as is a `Host` without a value; those of one name
    /// are adjacent, cookies in one header, and of names that differ only in case only the last is
    /// sent.
    pub(super) fn sent(self) -> Result<Vec<(String, String)>, CollectionError> {
        let is_sent = |(name, value): &(String, String)| {
            let is_empty_host = value.is_empty() && name.eq_ignore_ascii_case("Host");
            !name.is_empty() && !is_empty_host
        };
        let named = self.0.into_iter().filter(is_sent);
        let mut groups: Vec<(String, Vec<String>)> = Vec::new();
        let mut places = HashMap::new();
        for (name, value) in named {
            check(&name, &value)?;
            let at = *places.entry(name.clone()).or_insert(groups.len());
            match groups.get_mut(at) {
                Some((name, values)) if name.eq_ignore_ascii_case("Cookie") => {
                    for last in values.iter_mut() {
                        last.push_str("; ");
                        last.push_str(&value);
                    }
                }
                Some((_, values)) => values.push(value),
                None => groups.push((name, vec![value])),
            }
        }
        let mut seen = HashSet::new();
        let mut last: Vec<_> = groups.into_iter().rev().collect();
        last.retain(|(name, _)| seen.insert(name.to_ascii_lowercase()));
        let pairs = last.into_iter().rev().flat_map(|(name, values)| {
            let pair = move |value| (name.clone(), value);
            values.into_iter().map(pair).collect::<Vec<_>>()
        });
        Ok(pairs.collect())
    }
}

/// `headers`, the variables of the enabled ones replaced.
pub(super) fn replaced<'d>(
    headers: Vec<Header<'d>>,
    variables: &Variables<'_, '_>,
) -> Result<Vec<Header<'d>>, CollectionError> {
    let mut headers = headers;
    for header in headers.iter_mut().filter(|header| header.is_enabled) {
        for piece in std::iter::once(&mut header.key).chain(&mut header.value) {
            piece.text = variables.substitute(&piece.text)?.into();
        }
    }
    Ok(headers)
}

/// Whether HTTP allows the name and the value; a value is Latin-1 at most, one byte per character.
fn check(name: &str, value: &str) -> Result<(), CollectionError> {
    if !is_token(name) {
        return Err(CollectionError::HeaderName(name.to_owned()));
    }
    let is_fine = |c: char| c == '\t' || ('\u{20}'..='\u{ff}').contains(&c) && c != '\u{7f}';
    if value.chars().all(is_fine) {
        Ok(())
    } else {
        Err(CollectionError::HeaderValue(name.to_owned()))
    }
}

/// Whether HTTP allows `text` as the name of a header or as a method.
pub(super) fn is_token(text: &str) -> bool {
    let is_fine = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    !text.is_empty() && text.bytes().all(is_fine)
}
