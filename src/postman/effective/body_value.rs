//! The JSON in a body as values: with `{{variables}}` where JSON has none, and with comments.

use std::borrow::Cow;
use std::fmt::Write;

use super::json_body::{Comments, mask_variables};
use crate::json::{Document, Kind, Value};
use crate::postman::view::tokens;

/// A value of the JSON in a body.
#[derive(Clone, Copy, Debug)]
pub(crate) struct BodyValue<'m> {
    /// The value in the text without variables.
    masked: Value<'m>,
    /// The body as it is written, each byte at the place that it has in the masked text.
    body: &'m str,
}

impl<'m> From<Value<'m>> for BodyValue<'m> {
    fn from(value: Value<'m>) -> Self {
        Self {
            masked: value,
            body: value.document().text(),
        }
    }
}

/// The result of `read` on the JSON in `body`; `None` if it is not JSON, or that cannot be known.
pub(crate) fn read_json<R>(
    body: &str,
    comments: Comments,
    read: impl FnOnce(BodyValue) -> R,
) -> Option<R> {
    // Most bodies are JSON as they are.
    if let Ok(document) = Document::from_text(body) {
        return Some(read(document.root().into()));
    }
    let masked = mask_variables(body, comments)?;
    let document = Document::from_text(&masked).ok()?;
    let masked = document.root();
    Some(read(BodyValue { masked, body }))
}

impl<'m> BodyValue<'m> {
    /// Its kind; `None` for a variable outside of strings, which can be anything.
    pub(crate) fn kind(self) -> Option<Kind> {
        let kind = self.masked.kind();
        (kind != Kind::Number || self.masked.text() == self.written()).then_some(kind)
    }

    /// The members of an object in the order of the text.
    pub(crate) fn entries(self) -> impl Iterator<Item = (Cow<'m, str>, Self)> {
        self.masked.entries().map(move |entry| {
            let key = self.of(entry.key_value()).text();
            (key, self.of(entry.value()))
        })
    }

    /// The elements of an array.
    pub(crate) fn elements(self) -> impl Iterator<Item = Self> {
        self.masked.elements().map(move |element| self.of(element))
    }

    /// A string unescaped; anything else, a variable too, as it is written.
    pub(crate) fn text(self) -> Cow<'m, str> {
        let written = self.written();
        if written == self.masked.text() {
            return self.masked.as_str().unwrap_or(Cow::Borrowed(written));
        }
        if let Some(token) = tokens(self.rest()).next().filter(|it| it.span.start == 0) {
            return Cow::Borrowed(self.rest().get(token.span).unwrap_or_default());
        }
        if self.masked.kind() != Kind::String {
            // The value that a variable brings along with its key.
            return Cow::Borrowed("");
        }
        let unescaped = Document::from_text(written);
        let unescaped = unescaped
            .ok()
            .and_then(|it| Some(it.root().as_str()?.into_owned()));
        unescaped.map_or(Cow::Borrowed(written), Cow::Owned)
    }

    /// The JSON in one form, whatever its layout and the order of members; `string` gives
    /// the replacement of a string.
    pub(crate) fn canonical(self, string: fn(&str) -> Cow<'_, str>) -> String {
        let mut out = String::new();
        self.write(string, &mut out);
        out
    }

    /// Recurses no deeper than a document can nest.
    fn write(self, string: fn(&str) -> Cow<'_, str>, out: &mut String) {
        match self.kind() {
            Some(Kind::Object) => {
                let mut entries: Vec<_> = self.entries().collect();
                entries.sort_by(|(one, _), (other, _)| one.cmp(other));
                out.push('{');
                for (key, value) in entries {
                    let _ = write!(out, "{key:?}:");
                    value.write(string, out);
                    out.push(',');
                }
                out.push('}');
            }
            Some(Kind::Array) => {
                out.push('[');
                for element in self.elements() {
                    element.write(string, out);
                    out.push(',');
                }
                out.push(']');
            }
            Some(Kind::String) => {
                let _ = write!(out, "{:?}", string(&self.text()));
            }
            Some(Kind::Number) => out.push_str(&canonical_number(&self.text())),
            _ => out.push_str(&self.text()),
        }
    }

    fn of(self, masked: Value<'m>) -> Self {
        Self { masked, ..self }
    }

    /// The text of the value in the body.
    fn written(self) -> &'m str {
        self.body.get(self.masked.span()).unwrap_or_default()
    }

    /// The body from the value on.
    fn rest(self) -> &'m str {
        let start = self.masked.span().start;
        self.body.get(start..).unwrap_or_default()
    }
}

/// The one form of all ways to write a number: `1.50e2` and `150.0` are `15e1`.
pub(crate) fn canonical_number(text: &str) -> Cow<'_, str> {
    if !text.ends_with('0') && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Cow::Borrowed(text);
    }
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (sign, mantissa) = match mantissa.strip_prefix('-') {
        Some(mantissa) => ("-", mantissa),
        None => ("", mantissa),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = format!("{whole}{fraction}");
    let significant = digits.trim_end_matches('0');
    let cut = i64::try_from(digits.len() - significant.len());
    let (Ok(cut), Ok(length), Ok(exponent)) =
        (cut, i64::try_from(fraction.len()), exponent.parse::<i64>())
    else {
        return Cow::Borrowed(text);
    };
    match significant.trim_start_matches('0') {
        "" => Cow::Borrowed("0"),
        digits => match exponent.saturating_add(cut - length) {
            0 => Cow::Owned(format!("{sign}{digits}")),
            exponent => Cow::Owned(format!("{sign}{digits}e{exponent}")),
        },
    }
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::{Comments, read_json};

    fn canonical(body: &str) -> Option<String> {
        read_json(body, Comments::Allowed, |value| {
            value.canonical(|text| Cow::Borrowed(text))
        })
    }

    #[test]
    fn variables_are_as_they_are_written() {
        for (body, expected) in [
            (r#"{"b": 1, "a": "\u00e9"}"#, r#"{"a":"é","b":1,}"#),
            (
                r#"{"a": {{n}}, "b": "{{n}}"} // why"#,
                r#"{"a":{{n}},"b":"{{n}}",}"#,
            ),
            (
                r#"["é\n{{ "q" }}", {{a}} , 2]"#,
                r#"["\"é\\n{{ \"q\" }}\"",{{a}},2,]"#,
            ),
            (
                "{{{key}}: 1, {{member}}}",
                r#"{"{{key}}":1,"{{member}}":,}"#,
            ),
            ("{{all}}", "{{all}}"),
            ("[1.0, 1.00, 1e3, 1000, -0.50]", "[1,1,1e3,1e3,-5e-1,]"),
            ("[0, 0.0, -0, 1e300]", "[0,0,0,1e300,]"),
        ] {
            assert_eq!(canonical(body).as_deref(), Some(expected), "{body}");
        }
        assert_eq!(canonical("{,}"), None);
    }
}
