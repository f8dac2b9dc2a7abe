//! The texts of a document's secrets, to find them again in other texts.

use std::ops::Range;

use super::decoded::Decoded;
use super::scan::{Reading, scan};
use super::{Confidence, Secret, Section};

/// The shortest beginning of a secret that is hidden where a message has cut it.
const SHORTEST_CUT: usize = 12;

/// The bytes in front of a cut that are looked at: no report shows longer values.
const LONGEST_CUT: usize = 4096;

/// Texts that are secret.
#[derive(Debug, Default)]
pub(super) struct Values {
    /// Those that are found as whole words, in order.
    words: Vec<Box<str>>,
    /// Those whose form is known again unless it is cut, in order.
    forms: Vec<Box<str>>,
}

impl Values {
    /// Those of `secrets` that are known again: those whose form says what they are only where they are
    /// cut, and not those that any word could be.
    pub(super) fn of(secrets: &[Secret]) -> Self {
        let mut values = Self::default();
        let knows_itself = |one: &&Secret| {
            one.confidence == Confidence::Certain && !scan(one.text(), Reading::Value).is_empty()
        };
        for one in secrets {
            // A method, which is in the section of names, is shown in capitals.
            let is_name = one.section == Section::Name;
            let capitals = is_name.then(|| one.text().to_ascii_uppercase());
            let capitals = capitals.filter(|text| is_distinct(text));
            values.words.extend(capitals.map(Into::into));
            if knows_itself(&one) {
                values.forms.push(one.text().into());
                continue;
            }
            // As it is written in the document, in a text of it, and in a text of that.
            let unescaped = |text: &String| -> Option<String> {
                let is_escaped = text.contains('\\');
                is_escaped.then(|| serde_json::from_str(&format!("\"{text}\"")).ok())?
            };
            let texts = std::iter::successors(Some(one.text().to_owned()), unescaped);
            for text in texts.take(3) {
                let decoded = Decoded::of(&text).map(|decoded| decoded.text);
                let texts = [Some(text), decoded].into_iter().flatten();
                let words = texts.filter(|text| is_distinct(text));
                values.words.extend(words.map(Into::into));
            }
        }
        values.sorted()
    }

    fn sorted(mut self) -> Self {
        for list in [&mut self.words, &mut self.forms] {
            list.sort_unstable();
            list.dedup();
        }
        self
    }

    pub(super) fn and(mut self, other: Self) -> Self {
        self.words.extend(other.words);
        self.forms.extend(other.forms);
        self.sorted()
    }

    /// Where one of them is a word of `text`, or several, or where one is cut: `eyJhbGciOiJIUzI1…`.
    pub(super) fn find(&self, text: &str) -> Vec<Range<usize>> {
        let mut spans: Vec<_> = text
            .match_indices('…')
            .filter_map(|(at, _)| self.cut_before(text, at))
            .collect();
        if self.words.is_empty() {
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

    /// The beginning of a secret that is cut at the byte `end` of `text`.
    fn cut_before(&self, text: &str, end: usize) -> Option<Range<usize>> {
        let before = text.get(..end)?;
        let from = before.floor_char_boundary(end.saturating_sub(LONGEST_CUT));
        let is_around = |c: char| c.is_whitespace() || "`'\"(".contains(c);
        let near = before.get(from..)?;
        let start = near.rfind(is_around).map_or(from, |at| from + at + 1);
        let begins = |list: &[Box<str>], word: &str| {
            let at = list.partition_point(|value| **value < *word);
            list.get(at).is_some_and(|value| value.starts_with(word))
        };
        // The secret may follow its name: `session=9Kx2LmQ8…`.
        let inside = before
            .get(start..)?
            .match_indices(|c: char| !c.is_alphanumeric());
        let starts = inside.map(|(at, sign)| start + at + sign.len());
        let start = [start].into_iter().chain(starts).find(|at| {
            let word = before.get(*at..).unwrap_or_default();
            word.len() >= SHORTEST_CUT && (begins(&self.words, word) || begins(&self.forms, word))
        })?;
        Some(start..end)
    }

    /// The length of the longest value that `text` starts with, and does not go on from in the same
    /// word.
    fn starting(&self, text: &str) -> Option<usize> {
        let mut sought = text;
        loop {
            // The last value that is not behind the text; if the text does not start with it, then
            // at most with what the two have in common.
            let after = self.words.partition_point(|value| **value <= *sought);
            let value = self.words.get(after.checked_sub(1)?)?;
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

/// Whether a value does not occur elsewhere by chance, as an ordinary word does.
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
        let values = Values {
            words: values.map(Into::into).to_vec(),
            forms: vec!["ghp_k3JxPq8LmZt5VwYb2NcRd7".into()],
        };
        let values = values.sorted();
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
        assert_eq!(find("found `ghp_k3JxPq8LmZt5…`"), ["ghp_k3JxPq8LmZt5"]);
        assert_eq!(
            find("found `a=b&t=ghp_k3JxPq8LmZt5…`"),
            ["ghp_k3JxPq8LmZt5"]
        );
        assert!(find("found `ghp_k…` and `ghp_another_word…`").is_empty());
    }
}
