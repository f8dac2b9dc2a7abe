//! The secrets of a document by their texts, to find them again in other texts.

use std::ops::Range;

use super::decoded::Decoded;
use super::scan::{Reading, scan};
use super::{Confidence, Secret};

/// Texts that are secret, in order.
#[derive(Debug, Default)]
pub(super) struct Values(Vec<Box<str>>);

impl Values {
    /// Those of `secrets` that are known again: not those whose form says what they are, and not
    /// those that any word could be.
    pub(super) fn of(secrets: &[Secret]) -> Self {
        let mut values = Vec::new();
        let knows_itself = |one: &&Secret| {
            one.confidence == Confidence::Certain && !scan(one.text(), Reading::Value).is_empty()
        };
        for one in secrets.iter().filter(|one| !knows_itself(one)) {
            // As it is written in the document, in a text of it, and in a text of that.
            let unescaped = |text: &String| -> Option<String> {
                let is_escaped = text.contains('\\');
                is_escaped.then(|| serde_json::from_str(&format!("\"{text}\"")).ok())?
            };
            let texts = std::iter::successors(Some(one.text().to_owned()), unescaped);
            for text in texts.take(3) {
                let decoded = Decoded::of(&text).map(|decoded| decoded.text);
                let texts = [Some(text), decoded].into_iter().flatten();
                values.extend(texts.filter(|text| is_distinct(text)).map(Into::into));
            }
        }
        Self::sorted(values)
    }

    fn sorted(mut values: Vec<Box<str>>) -> Self {
        values.sort_unstable();
        values.dedup();
        Self(values)
    }

    pub(super) fn and(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        Self::sorted(self.0)
    }

    /// Where one of them is a word of `text`, or several.
    pub(super) fn find(&self, text: &str) -> Vec<Range<usize>> {
        let mut spans = Vec::new();
        if self.0.is_empty() {
            return spans;
        }
        let mut in_word = false;
        let mut done = 0;
        for (at, c) in text.char_indices() {
            if !in_word
                && at >= done
                && let Some(length) = text.get(at..).and_then(|rest| self.starting(rest))
            {
                done = at + length;
                spans.push(at..done);
            }
            in_word = c.is_alphanumeric();
        }
        spans
    }

    /// The length of the longest value that `text` starts with, and does not go on from in the same
    /// word.
    fn starting(&self, text: &str) -> Option<usize> {
        let mut sought = text;
        loop {
            // The last value that is not behind the text; if the text does not start with it, then
            // at most with what the two have in common.
            let after = self.0.partition_point(|value| **value <= *sought);
            let value = self.0.get(after.checked_sub(1)?)?;
            let same = sought.bytes().zip(value.bytes());
            let same = same.take_while(|(one, other)| one == other).count();
            if same == value.len() {
                let rest = text.get(same..)?;
                let goes_on = rest.starts_with(char::is_alphanumeric)
                    && value.ends_with(char::is_alphanumeric);
                if !goes_on {
                    return Some(same);
                }
                sought = sought.get(..text.floor_char_boundary(same - 1))?;
            } else {
                sought = sought.get(..text.floor_char_boundary(same))?;
            }
        }
    }
}

/// Whether a value is found again by chance only: an ordinary word is not one.
pub(super) fn is_distinct(value: &str) -> bool {
    let has = |class: fn(&u8) -> bool| value.bytes().any(|byte| class(&byte));
    // Inside of words there are no capitals.
    let has_capitals = value.bytes().skip(1).any(|byte| byte.is_ascii_uppercase());
    let is_mixed = value.len() >= 8 && has_capitals && has(u8::is_ascii_lowercase);
    let is_random = value.len() >= 6 && (has(u8::is_ascii_digit) || is_mixed);
    is_random && !value.contains(['\n', '{'])
}

#[cfg(test)]
mod tests {
    use super::Values;

    #[test]
    fn the_longest_value_that_is_a_word_is_found() {
        let values = ["ab12cd", "ab12cd-7", "ab12cdef", "zz99zz"];
        let values = Values::sorted(values.map(Into::into).to_vec());
        let find = |text: &str| -> Vec<String> {
            let spans = values.find(text).into_iter();
            spans
                .map(|span| text.get(span).unwrap().to_owned())
                .collect()
        };
        assert_eq!(
            find("ab12cd ab12cd-7 (ab12cdef) ab12cdxx xzz99zz zz99zz"),
            ["ab12cd", "ab12cd-7", "ab12cdef", "zz99zz"]
        );
        assert!(find("a é").is_empty());
    }
}
