//! A text without the escapes of URLs, and without the optional ones of JSON.
//!
//! `%5F` and `\u005f` are an underscore, and `\/` is a slash, so that a secret may be written in many
//! ways. Escaped quotes, line ends and letters of other scripts stay as they are.

use std::ops::Range;

use memchr::{memchr_iter, memchr2, memmem};

/// A decoded text that knows where its bytes come from.
pub(super) struct Decoded {
    pub(super) text: String,
    /// Where each escape ends, in this text and in the written one.
    ends: Vec<(usize, usize)>,
}

impl Decoded {
    /// `text` decoded; `None` if it has no such escape.
    pub(super) fn of(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        let mut decoded = Self {
            text: String::new(),
            ends: Vec::new(),
        };
        let (mut at, mut done) = (0, 0);
        while let Some(found) = bytes.get(at..).and_then(|rest| memchr2(b'%', b'\\', rest)) {
            let start = at + found;
            let Some((sign, end)) = escape(bytes, start) else {
                at = behind(bytes, start);
                continue;
            };
            decoded.text.push_str(text.get(done..start)?);
            decoded.text.push(char::from(sign));
            decoded.ends.push((decoded.text.len(), end));
            (at, done) = (end, end);
        }
        if decoded.ends.is_empty() {
            return None;
        }
        decoded.text.push_str(text.get(done..)?);
        Some(decoded)
    }

    /// Where the bytes `span` of this text are written.
    pub(super) fn written(&self, span: &Range<usize>) -> Range<usize> {
        self.offset(span.start)..self.offset(span.end)
    }

    /// Where the byte at `offset`, or its escape, is written.
    fn offset(&self, offset: usize) -> usize {
        let after = self.ends.partition_point(|(own, _)| *own <= offset);
        match after.checked_sub(1).and_then(|last| self.ends.get(last)) {
            Some((own, written)) => written + (offset - own),
            None => offset,
        }
    }
}

/// The character of the escape at `start`, and where it ends. Backslashes may have been escaped once
/// more each.
fn escape(bytes: &[u8], start: usize) -> Option<(u8, usize)> {
    let at = behind(bytes, start);
    let (digits, end) = match (bytes.get(start)?, bytes.get(at)?) {
        (b'%', _) => (bytes.get(at..at + 2)?, at + 2),
        (_, b'/') => return Some((b'/', at + 1)),
        (_, b'u') if bytes.get(at + 1..at + 3) == Some(b"00") => {
            (bytes.get(at + 3..at + 5)?, at + 5)
        }
        _ => return None,
    };
    let sign = u8::from_str_radix(str::from_utf8(digits).ok()?, 16).ok()?;
    (sign.is_ascii_graphic() || sign == b' ').then_some((sign, end))
}

/// What follows the percent sign or the backslashes at `start`.
fn behind(bytes: &[u8], start: usize) -> usize {
    let rest = bytes.get(start + 1..).unwrap_or_default();
    let more = match bytes.get(start) {
        Some(b'\\') => rest.iter().take_while(|byte| **byte == b'\\').count(),
        _ => 0,
    };
    start + 1 + more
}

/// The places of escapes in the text of a document; of those of URLs only what nobody has to encode,
/// and the sign behind a user.
pub(super) fn escapes(text: &[u8], mut visit: impl FnMut(usize)) {
    memmem::find_iter(text, b"\\u00").for_each(&mut visit);
    memmem::find_iter(text, b"\\/").for_each(&mut visit);
    let is_free = |sign: u8| sign.is_ascii_alphanumeric() || b"-._~@".contains(&sign);
    let hides = |at: &usize| escape(text, *at).is_some_and(|(sign, _)| is_free(sign));
    memchr_iter(b'%', text).filter(hides).for_each(visit);
}

#[cfg(test)]
mod tests {
    use super::Decoded;

    #[test]
    fn a_decoded_text_knows_where_it_is_written() {
        for (text, plain) in [
            (r"a%5fb", "a_b"),
            (r"a\u005Fb", "a_b"),
            (r"a\\u005Fb\/c", "a_b/c"),
            (r"%C3%A9 100% \n%2B\\", r"%C3%A9 100% \n+\\"),
        ] {
            let decoded = Decoded::of(text).unwrap();
            assert_eq!(decoded.text, plain);
            assert_eq!(decoded.written(&(0..plain.len())), 0..text.len());
            let last = plain.len() - 1;
            assert_eq!(
                decoded.written(&(last..plain.len())),
                text.len() - 1..text.len()
            );
        }
        let decoded = Decoded::of("ab%5Fcd").unwrap();
        assert_eq!(decoded.written(&(2..3)), 2..5);
        assert_eq!(decoded.written(&(3..4)), 5..6);
        assert!(Decoded::of(r#"100% \" \n \u00e9"#).is_none());
    }
}
