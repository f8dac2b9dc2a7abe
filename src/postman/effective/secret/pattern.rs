//! The patterns of providers' keys: a mark that is never anything else, and how many characters of which class
//! are around it.

use std::ops::Range;

/// The longest key.
pub(super) const LONGEST: usize = 4096;

/// Characters that a part of a key is made of.
#[derive(Clone, Copy, Debug)]
pub(super) enum CharClass {
    /// Digits.
    Digit,
    /// Hexadecimal digits in lower case.
    Hex,
    /// Capitals and digits.
    Upper,
    /// Letters and digits.
    Alnum,
    /// Letters, digits, `-` and `_`.
    Word,
    /// Letters, digits, `-`, `_`, `.` and `~`.
    Dotted,
    /// Letters, digits, `/`, `+`, `=`, `-` and `_`.
    Base64,
    /// The same, percent-encoded or not.
    Encoded,
    /// Letters, digits and `$`.
    Dollar,
}

/// A pattern: a mark, how many characters of a class are behind it, and how many are before it.
#[derive(Debug)]
pub(super) struct SecretPattern {
    pub(super) mark: &'static str,
    /// What a key of this pattern is, with its article.
    pub(super) kind: &'static str,
    head: (CharClass, usize),
    tail: CharClass,
    least: usize,
    most: usize,
}

/// A pattern that begins with its mark.
pub(super) const fn pattern(
    mark: &'static str,
    kind: &'static str,
    tail: CharClass,
    least: usize,
    most: usize,
) -> SecretPattern {
    SecretPattern {
        mark,
        kind,
        head: (CharClass::Digit, 0),
        tail,
        least,
        most,
    }
}

impl CharClass {
    pub(super) fn has(self, byte: u8) -> bool {
        let extra: &[u8] = match self {
            Self::Digit => return byte.is_ascii_digit(),
            Self::Hex => return matches!(byte, b'0'..=b'9' | b'a'..=b'f'),
            Self::Upper => return byte.is_ascii_uppercase() || byte.is_ascii_digit(),
            Self::Alnum => b"",
            Self::Word => b"-_",
            Self::Dotted => b"-_.~",
            Self::Base64 => b"/+=-_",
            Self::Encoded => b"/+=-_.%",
            Self::Dollar => b"$",
        };
        byte.is_ascii_alphanumeric() || extra.contains(&byte)
    }

    /// How many bytes from `from` on belong to this class, at most `most`.
    pub(super) fn run(self, text: &[u8], from: usize, most: usize) -> usize {
        let rest = text.get(from..).unwrap_or_default();
        let run = rest.iter().take(most).take_while(|byte| self.has(**byte));
        run.count()
    }
}

impl SecretPattern {
    /// The same pattern with `count` characters of `class` before its mark.
    pub(super) const fn behind(mut self, class: CharClass, count: usize) -> Self {
        self.head = (class, count);
        self
    }

    /// The bytes of `key`, if it has this pattern, that are the public part of an address: up to the
    /// last slash of the mark.
    pub(super) fn public(&self, key: &str) -> Option<usize> {
        let slash = self.mark.rfind('/')?;
        key.starts_with(self.mark).then_some(slash + 1)
    }

    /// The bytes of the key of this pattern whose mark is at `at` of `text`.
    pub(super) fn find(&self, text: &[u8], at: usize) -> Option<Range<usize>> {
        let (class, count) = self.head;
        let mut start = at.checked_sub(count)?;
        let has_head = text.get(start..at)?.iter().all(|byte| class.has(*byte));
        // Numbers in front may be longer than the shortest.
        let is_number = count > 0 && matches!(class, CharClass::Digit);
        while is_number && at - start < 2 * count && is_digit_before(text, start) {
            start -= 1;
        }
        let from = at + self.mark.len();
        let mut length = self.tail.run(text, from, self.most + 1);
        // A sentence may end after it.
        let is_dot = |length: usize| text.get(from + length - 1) == Some(&b'.');
        while length > self.least && is_dot(length) {
            length -= 1;
        }
        let next = text.get(from + length);
        let is_whole = next.is_none_or(|byte| !byte.is_ascii_alphanumeric());
        let fits = (self.least..=self.most).contains(&length);
        // In the addresses of Telegram a word is right before the number.
        let after_bot = is_number
            && text
                .get(..start)
                .is_some_and(|head| head.ends_with(b"/bot"));
        let is_key = has_head && fits && is_whole && (after_bot || is_start(text, start));
        is_key.then_some(start..from + length)
    }
}

#[cfg(test)]
impl SecretPattern {
    /// A made-up key of this pattern, and where its mark is.
    pub(super) fn sample(&self) -> (String, usize) {
        let random = |class: CharClass, count: usize| -> String {
            // No two neighbours are equal: a repetitive key would count as made up.
            let all = b"7q3Zf9Kd2Rb8Wc4Tn6Mx1Hv5Jg";
            let fits = all.iter().cycle().filter(|byte| class.has(**byte));
            fits.take(count).map(|byte| char::from(*byte)).collect()
        };
        let (class, count) = self.head;
        let head = random(class, count);
        let tail = random(self.tail, self.least);
        (format!("{head}{}{tail}", self.mark), count)
    }
}

fn is_digit_before(text: &[u8], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| text.get(before));
    before.is_some_and(u8::is_ascii_digit)
}

/// Whether a word can start at `at`: nothing of a word is before it, unless it is the last of `%20`.
pub(super) fn is_start(text: &[u8], at: usize) -> bool {
    let back = |by: usize| at.checked_sub(by).and_then(|at| text.get(at)).copied();
    match back(1) {
        Some(byte) if byte.is_ascii_alphanumeric() || byte == b'_' => back(3) == Some(b'%'),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::{CharClass, pattern};

    #[test]
    fn a_key_is_whole() {
        let pattern = pattern("abc_", "a key", CharClass::Alnum, 4, 6);
        let find = |text: &str| pattern.find(text.as_bytes(), text.find("abc_").unwrap());
        assert_eq!(find("x abc_1234."), Some(2..10));
        assert_eq!(find("%20abc_123456"), Some(3..13));
        for text in ["xabc_1234", "abc_123", "abc_1234567"] {
            assert_eq!(find(text), None, "{text}");
        }
        let pattern = pattern.behind(CharClass::Digit, 2);
        assert_eq!(pattern.find(b"12abc_1234", 2), Some(0..10));
        assert_eq!(pattern.find(b"1abc_1234", 1), None);
    }
}
