//! Splits JavaScript into words, texts and signs; whatever it is given, it comes to the end.

/// A piece of a script.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece<'s> {
    /// A name, a keyword or a number.
    Word(&'s str),
    /// What stands between quotes, as it is written.
    Text(&'s str),
    /// A part of a template with `${…}` in it.
    Part,
    /// Any other character.
    Sign(char),
}

/// The pieces of a script, comments and regular expressions left out.
pub(super) struct Lexer<'s> {
    source: &'s str,
    at: usize,
    /// How many braces are open in each `${…}` that is open.
    substitutions: Vec<u32>,
    /// Whether a slash would start a regular expression here.
    wants_value: bool,
}

/// Longer ones nobody writes; without an end, many slashes in one line would each be looked after to
/// the end of the line.
const LONGEST_EXPRESSION: usize = 2000;

/// Words after which a value comes, so that a slash starts a regular expression.
const BEFORE_VALUES: &[&str] = &["return", "typeof", "case", "in", "of", "delete", "void"];

impl<'s> Lexer<'s> {
    pub(super) fn new(source: &'s str) -> Self {
        Self {
            source,
            at: 0,
            substitutions: Vec::new(),
            wants_value: true,
        }
    }

    fn rest(&self) -> &'s str {
        self.source.get(self.at..).unwrap_or_default()
    }

    /// The end of a comment that starts here.
    fn comment(&self) -> Option<usize> {
        let rest = self.rest();
        let length = if rest.starts_with("//") {
            rest.find('\n')
        } else if rest.starts_with("/*") {
            rest.get(2..)?.find("*/").map(|end| end + 4)
        } else {
            return None;
        };
        Some(length.map_or(self.source.len(), |length| self.at + length))
    }

    /// The text up to `quote`; where that is missing, up to the end of the line.
    fn quoted(&mut self, quote: u8) -> Piece<'s> {
        let start = self.at;
        let bytes = self.source.as_bytes();
        let mut at = start;
        while let Some(&byte) = bytes.get(at) {
            match byte {
                b'\\' => at += 1,
                b'\n' => break,
                _ if byte == quote => break,
                _ => {}
            }
            at += 1;
        }
        self.at = (at + 1).min(bytes.len());
        Piece::Text(self.source.get(start..at).unwrap_or_default())
    }

    /// The template's text up to its end, or to the next `${`.
    fn template(&mut self, is_first: bool) -> Piece<'s> {
        let start = self.at;
        let bytes = self.source.as_bytes();
        let mut at = start;
        while let Some(&byte) = bytes.get(at) {
            match byte {
                b'\\' => at += 1,
                b'`' => break,
                b'$' if bytes.get(at + 1) == Some(&b'{') => {
                    self.at = at + 2;
                    self.substitutions.push(0);
                    return Piece::Part;
                }
                _ => {}
            }
            at += 1;
        }
        self.at = (at + 1).min(bytes.len());
        match self.source.get(start..at) {
            Some(text) if is_first => Piece::Text(text),
            _ => Piece::Part,
        }
    }

    /// The end of a regular expression whose slash stands before here; `None` when it is none.
    fn regular_expression(&self) -> Option<usize> {
        let bytes = self.source.as_bytes();
        let bytes = bytes.get(..self.at + LONGEST_EXPRESSION).unwrap_or(bytes);
        let mut at = self.at;
        let mut in_class = false;
        loop {
            match bytes.get(at)? {
                b'\n' => return None,
                b'\\' => at += 1,
                b'[' => in_class = true,
                b']' => in_class = false,
                b'/' if !in_class => return Some(at + 1),
                _ => {}
            }
            at += 1;
        }
    }

    fn word(&mut self) -> Piece<'s> {
        let rest = self.rest();
        let end = rest.find(|c: char| !is_word(c)).unwrap_or(rest.len());
        self.at += end;
        Piece::Word(rest.get(..end).unwrap_or_default())
    }

    fn sign(&mut self, sign: char) -> Piece<'s> {
        self.at += sign.len_utf8();
        match (sign, self.substitutions.last_mut()) {
            ('"', _) => return self.quoted(b'"'),
            ('\'', _) => return self.quoted(b'\''),
            ('`', _) => return self.template(true),
            ('{', Some(open)) => *open += 1,
            ('}', Some(0)) => {
                self.substitutions.pop();
                return self.template(false);
            }
            ('}', Some(open)) => *open -= 1,
            ('/', _) if self.wants_value => {
                if let Some(end) = self.regular_expression() {
                    self.at = end;
                    return Piece::Part;
                }
            }
            _ => {}
        }
        Piece::Sign(sign)
    }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '$'
}

impl<'s> Iterator for Lexer<'s> {
    type Item = Piece<'s>;

    fn next(&mut self) -> Option<Piece<'s>> {
        loop {
            let first = self.rest().chars().next()?;
            if first.is_whitespace() {
                self.at += first.len_utf8();
                continue;
            }
            if let Some(end) = self.comment() {
                self.at = end;
                continue;
            }
            let piece = if is_word(first) {
                self.word()
            } else {
                self.sign(first)
            };
            self.wants_value = match piece {
                Piece::Word(word) => BEFORE_VALUES.contains(&word),
                Piece::Text(_) => false,
                Piece::Part => !self.substitutions.is_empty(),
                Piece::Sign(sign) => !matches!(sign, ')' | ']' | '}'),
            };
            return Some(piece);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Lexer, Piece};

    fn texts(source: &str) -> Vec<&str> {
        let text = |piece| match piece {
            Piece::Text(text) => Some(text),
            _ => None,
        };
        Lexer::new(source).filter_map(text).collect()
    }

    #[test]
    fn texts_are_found_wherever_they_are() {
        assert_eq!(texts(r#"a("x\"y", 'b') // "no""#), [r#"x\"y"#, "b"]);
        assert_eq!(
            texts("/* 'no' */ `t` + `a${f('in')}b${`deep`}c`"),
            ["t", "in", "deep"]
        );
        assert_eq!(texts(r#"s.replace(/["']/g, "q"); a / b / "c""#), ["q", "c"]);
        assert_eq!(texts("`${ {a: {}} }` + 'after'"), ["after"]);
    }

    #[test]
    fn whatever_is_broken_comes_to_an_end() {
        for source in [
            "'", "`", "`${", "/*", "/", "\\", "}", "'é\\", "`a${}}", "\"a\n'b",
        ] {
            assert!(Lexer::new(source).count() < 10, "{source}");
        }
    }
}
