use std::borrow::Cow;

use super::Piece;
use crate::json::{Entry, Kind, Value};
use crate::postman::view::{Request, is_disabled, is_truthy};

/// A header of a request.
#[derive(Clone, Debug)]
pub struct Header<'d> {
    /// Its name; not empty.
    pub key: Piece<'d>,
    /// Its value; `None` where it is null or missing.
    pub value: Option<Piece<'d>>,
    /// Whether it is sent.
    pub is_enabled: bool,
    /// Its entry in the list, or the whole text where headers are one text.
    pub entry: Value<'d>,
}

impl<'d> Header<'d> {
    /// Whether it has that name, whatever the case.
    pub fn is(&self, name: &str) -> bool {
        self.key.text.eq_ignore_ascii_case(name)
    }

    /// Its value, when that is text.
    pub fn text(&self) -> Option<&Cow<'d, str>> {
        self.value.as_ref().map(|value| &value.text)
    }

    /// Its value as sent: `null` for null, empty if missing.
    pub fn sent_value(&self) -> &str {
        match &self.value {
            Some(value) => &value.text,
            None if self.entry.get("value").is_some() => "null",
            None => "",
        }
    }

    /// Whether it is an entry of a list, which can be removed by itself.
    pub fn is_listed(&self) -> bool {
        self.entry.kind() == Kind::Object
    }
}

/// The headers of a request, including disabled ones: from a list, from a text with one per line, which the
/// schema allows too, or of an object of names and values. Those without a name are left out, as
/// Postman does not send them.
pub(crate) fn headers<'d>(request: &Request<'d>) -> Vec<Header<'d>> {
    request.header.map(headers_of).unwrap_or_default()
}

/// The headers that the member `header` of a request or an example holds.
pub(crate) fn headers_of(value: Value<'_>) -> Vec<Header<'_>> {
    if let Some(text) = Piece::string(value) {
        return lines(&text);
    }
    let members = value.entries().filter_map(member);
    members.chain(value.elements().filter_map(listed)).collect()
}

/// The header that a member of an object is.
fn member(entry: Entry<'_>) -> Option<Header<'_>> {
    Some(Header {
        key: Piece::string(entry.key_value()).filter(|key| !key.is_empty())?,
        value: Some(Piece::string(entry.value())?),
        is_enabled: true,
        entry: entry.value(),
    })
}

fn listed(entry: Value<'_>) -> Option<Header<'_>> {
    if let Some(text) = Piece::string(entry) {
        let at = text.text.find(':').unwrap_or(text.text.len());
        return header(&text, at);
    }
    let key = entry.get("key").filter(|key| is_truthy(*key))?;
    Some(Header {
        key: Piece::whole(key).filter(|key| !key.is_empty())?,
        value: entry.get("value").and_then(Piece::whole),
        is_enabled: !is_disabled(entry),
        entry,
    })
}

/// One header per line: a name without blanks, a colon, a value (`Header.parse` of
/// postman-collection 5.3).
fn lines<'d>(text: &Piece<'d>) -> Vec<Header<'d>> {
    let mut start = 0;
    let mut found = Vec::new();
    for line in text.text.split(['\n', '\r']) {
        let part = start..start + line.len();
        start = part.end + 1;
        let name = line.split(char::is_whitespace).next().unwrap_or_default();
        let colon = name.rfind(':').filter(|at| *at > 0);
        found.extend(colon.and_then(|at| header(&text.part(part), at)));
    }
    found
}

/// The header in `line` whose name ends at `colon`.
fn header<'d>(line: &Piece<'d>, colon: usize) -> Option<Header<'d>> {
    let end = line.text.len();
    let value = trimmed(&line.part((colon + 1).min(end)..end));
    Some(Header {
        key: Some(trimmed(&line.part(0..colon))).filter(|key| !key.is_empty())?,
        value: Some(value),
        is_enabled: true,
        entry: line.at,
    })
}

fn trimmed<'d>(piece: &Piece<'d>) -> Piece<'d> {
    let start = piece.text.len() - piece.text.trim_start().len();
    let end = piece.text.trim_end().len().max(start);
    piece.part(start..end)
}

#[cfg(test)]
mod tests {
    use super::headers_of;
    use crate::json::Document;

    #[test]
    fn a_text_has_one_header_a_line() {
        let text = r#""X-Shop: north\r\nAccept:  a/b \nno header: x\n:y\nX:y:z\nEmpty:""#;
        let document = Document::from_text(text).unwrap();
        let found = headers_of(document.root());
        let pairs: Vec<_> = found
            .iter()
            .map(|one| (one.key.text.as_ref(), one.text().unwrap().as_ref()))
            .collect();
        assert_eq!(
            pairs,
            [
                ("X-Shop", "north"),
                ("Accept", "a/b"),
                ("X:y", "z"),
                ("Empty", "")
            ]
        );
        assert_eq!(&text[found[1].key.span()], "Accept");
        assert_eq!(&text[found[1].value.as_ref().unwrap().span()], "a/b");
    }
}
