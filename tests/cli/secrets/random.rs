//! Numbers that are the same on every run.

/// A generator with a fixed seed.
pub(crate) struct Random(u64);

pub(crate) const DIGITS: &str = "0123456789";
pub(crate) const HEX: &str = "0123456789abcdef";
pub(crate) const UPPER: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
pub(crate) const ALNUM: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
pub(crate) const WORD: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
pub(crate) const BASE32: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
pub(crate) const BASE64: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

impl Random {
    pub(crate) fn new() -> Self {
        Self(0x5eed_5eed_5eed_5eed)
    }

    fn next(&mut self) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap()
    }

    /// `count` characters of `alphabet`. They begin and end with a letter or a digit, as one of a
    /// form that may end with a sign would not be cut the same way by everybody.
    pub(crate) fn text(&mut self, count: usize, alphabet: &str) -> String {
        let all: Vec<char> = alphabet.chars().collect();
        let mut text: Vec<char> = (0..count).map(|_| all[self.next() % all.len()]).collect();
        for edge in [0, count - 1] {
            while !text[edge].is_ascii_alphanumeric() {
                text[edge] = all[self.next() % all.len()];
            }
        }
        text.into_iter().collect()
    }

    /// The same with at least a third of digits, as keys of real life have that are known by nothing
    /// else.
    pub(crate) fn mixed(&mut self, count: usize) -> String {
        let text = self.text(count, ALNUM);
        let digits = self.text(count, DIGITS);
        let pairs = text.chars().zip(digits.chars()).enumerate();
        pairs
            .map(|(at, (letter, digit))| if at % 3 == 1 { digit } else { letter })
            .collect()
    }
}
