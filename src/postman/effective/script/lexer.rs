//! Splits JavaScript into words, strings and punctuation; never fails, whatever the input.

use std::ops::Range;

/// A lexeme of a script.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Lexeme {
    pub(super) kind: LexemeKind,
    /// Its bytes; for a string those between the quotes.
    pub(super) span: Range<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LexemeKind {
    /// A name, a keyword or a number.
    Word,
    /// A string, or a template without `${…}`.
    Text,
    /// A part of a template with `${…}` in it: whether the template starts or ends with it.
    Part { starts: bool, ends: bool },
    /// A regular expression.
    Expression,
    /// Any other character.
    Sign(u8),
}

/// A script in lexemes.
#[derive(Debug, Default)]
pub(super) struct Lexed {
    pub(super) lexemes: Vec<Lexeme>,
    pub(super) comments: Vec<Range<usize>>,
    /// Whether a parser may see different lexemes: where a slash may divide or start an expression, or a
    /// comment may be one of HTML.
    pub(super) is_doubtful: bool,
}

/// Words that a value follows, so that a slash starts a regular expression.
const BEFORE_VALUES: &[&str] = &[
    "return",
    "typeof",
    "case",
    "in",
    "instanceof",
    "delete",
    "void",
    "new",
    "throw",
    "do",
    "else",
    "extends",
    "default",
];

/// Words that a value follows, unless they are names.
const BEFORE_VALUES_OR_NOT: &[&str] = &[
    "of", "await", "yield", "async", "let", "static", "get", "set",
];

/// Words before the parentheses of a statement's head.
const HEADS: &[&str] = &["if", "for", "while", "with", "await"];

/// The maximum length of a regular expression; without a limit, every slash of a line would be
/// searched for up to the end of the line.
const LONGEST_EXPRESSION: usize = 2000;

/// The lexemes of `source`.
pub(super) fn lexed(source: &str) -> Lexed {
    let mut lexer = Lexer {
        source,
        bytes: source.as_bytes(),
        at: 0,
        open: Vec::new(),
        slash: Slash::Expression,
        lexed: Lexed {
            is_doubtful: source.starts_with("#!")
                || ["<!--", "-->"].iter().any(|sign| source.contains(sign)),
            ..Lexed::default()
        },
    };
    while lexer.step() {}
    lexer.lexed
}

/// What a slash is here.
#[derive(Clone, Copy, PartialEq)]
enum Slash {
    Expression,
    Division,
    /// One of them.
    Either,
}

/// An open bracket.
enum OpenBracket {
    /// `(`, and whether it is that of a statement's head.
    Round(bool),
    /// `${`.
    Substitution,
    /// `[` or `{`.
    Other,
}

struct Lexer<'s> {
    source: &'s str,
    bytes: &'s [u8],
    at: usize,
    open: Vec<OpenBracket>,
    slash: Slash,
    lexed: Lexed,
}

impl Lexer<'_> {
    fn rest(&self) -> &[u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    /// Consumes one lexeme, comment or blank; returns whether there was one.
    fn step(&mut self) -> bool {
        let Some(&first) = self.bytes.get(self.at) else {
            return false;
        };
        match (first, self.bytes.get(self.at + 1)) {
            _ if first.is_ascii_whitespace() => self.at += 1,
            (b'/', Some(b'/')) => {
                let end = self.at + line_end(self.rest());
                self.comment(end);
            }
            (b'/', Some(b'*')) => {
                let length = memchr::memmem::find(self.rest().get(2..).unwrap_or_default(), b"*/");
                let end = length.map_or(self.bytes.len(), |length| self.at + length + 4);
                self.comment(end);
            }
            _ if is_word(first) => self.word(),
            (b'"' | b'\'', _) => self.quoted(first),
            (b'`', _) => {
                self.at += 1;
                self.template(true);
            }
            _ => self.sign(first),
        }
        true
    }

    fn comment(&mut self, end: usize) {
        self.lexed.comments.push(self.at..end);
        self.at = end;
    }

    fn push(&mut self, kind: LexemeKind, span: Range<usize>, slash: Slash) {
        self.lexed.lexemes.push(Lexeme { kind, span });
        self.slash = slash;
    }

    fn word(&mut self) {
        let start = self.at;
        let mut end = start;
        while let Some(byte) = self.bytes.get(end).filter(|byte| is_word(**byte)) {
            end += 1;
            // Blanks beyond ASCII end a word.
            if !byte.is_ascii() && self.is_blank(end - 1) {
                end -= 1;
                break;
            }
        }
        if end == start {
            self.at += self.width();
            return;
        }
        self.at = end;
        let word = self.source.get(start..end).unwrap_or_default();
        let is_member = self
            .lexed
            .lexemes
            .last()
            .is_some_and(|lexeme| lexeme.kind == LexemeKind::Sign(b'.'));
        let slash = if is_member {
            Slash::Division
        } else if BEFORE_VALUES.contains(&word) {
            Slash::Expression
        } else if BEFORE_VALUES_OR_NOT.contains(&word) {
            Slash::Either
        } else {
            Slash::Division
        };
        self.push(LexemeKind::Word, start..end, slash);
    }

    fn width(&self) -> usize {
        let rest = self.source.get(self.at..).unwrap_or_default();
        rest.chars().next().map_or(1, char::len_utf8)
    }

    /// Whether a character beyond ASCII that starts here is a blank.
    fn is_blank(&self, at: usize) -> bool {
        let rest = self.source.get(at..).unwrap_or_default();
        rest.starts_with(|c: char| c.is_whitespace() || c == '\u{feff}')
    }

    /// The string up to `quote`; where that is missing, up to the end of the line.
    fn quoted(&mut self, quote: u8) {
        let start = self.at + 1;
        let mut end = start;
        while let Some(&byte) = self.bytes.get(end) {
            match byte {
                b'\\' if self.bytes.get(end + 1..end + 3) == Some(b"\r\n") => end += 2,
                b'\\' => end += 1,
                b'\n' | b'\r' => break,
                _ if byte == quote => break,
                _ => {}
            }
            end += 1;
        }
        let end = end.min(self.bytes.len());
        self.at = (end + 1).min(self.bytes.len());
        self.push(LexemeKind::Text, start..end, Slash::Division);
    }

    /// The template's text up to its end, or to the next `${`.
    fn template(&mut self, starts: bool) {
        let start = self.at;
        let mut end = start;
        let mut ends = true;
        while let Some(&byte) = self.bytes.get(end) {
            match byte {
                b'\\' => end += 1,
                b'`' => break,
                b'$' if self.bytes.get(end + 1) == Some(&b'{') => {
                    ends = false;
                    break;
                }
                _ => {}
            }
            end += 1;
        }
        let end = end.min(self.bytes.len());
        let length = if ends { 1 } else { 2 };
        self.at = (end + length).min(self.bytes.len());
        if !ends {
            self.open.push(OpenBracket::Substitution);
        }
        let kind = match (starts, ends) {
            (true, true) => LexemeKind::Text,
            _ => LexemeKind::Part { starts, ends },
        };
        let slash = if ends {
            Slash::Division
        } else {
            Slash::Expression
        };
        self.push(kind, start..end, slash);
    }

    fn sign(&mut self, sign: u8) {
        let start = self.at;
        if sign == b'/' && self.slash != Slash::Division {
            match self.expression() {
                Some(end) if self.slash == Slash::Expression => {
                    self.at = end;
                    return self.push(LexemeKind::Expression, start..end, Slash::Division);
                }
                _ => self.lexed.is_doubtful = true,
            }
        }
        self.at += 1;
        let before = self
            .lexed
            .lexemes
            .last()
            .filter(|lexeme| lexeme.span.end == start);
        let is_twice = before.is_some_and(|lexeme| lexeme.kind == LexemeKind::Sign(sign));
        let slash = match sign {
            b'(' => {
                let word = self.lexed.lexemes.last().map(|lexeme| lexeme.span.clone());
                let word = word
                    .and_then(|span| self.source.get(span))
                    .unwrap_or_default();
                self.open.push(OpenBracket::Round(HEADS.contains(&word)));
                Slash::Expression
            }
            b'[' | b'{' => {
                self.open.push(OpenBracket::Other);
                Slash::Expression
            }
            b')' => match self.open.pop() {
                Some(OpenBracket::Round(true)) => Slash::Expression,
                _ => Slash::Division,
            },
            b']' => {
                self.open.pop();
                Slash::Division
            }
            b'}' => {
                if let Some(OpenBracket::Substitution) = self.open.pop() {
                    return self.template(false);
                }
                Slash::Either
            }
            b'+' | b'-' if is_twice => Slash::Either,
            _ => Slash::Expression,
        };
        self.push(LexemeKind::Sign(sign), start..start + 1, slash);
    }

    /// The end of a regular expression that starts here; `None` if none does.
    fn expression(&self) -> Option<usize> {
        let mut at = self.at + 1;
        let last = at + LONGEST_EXPRESSION;
        let mut in_class = false;
        while at < last {
            match self.bytes.get(at)? {
                b'\n' | b'\r' => return None,
                b'\\' => at += 1,
                b'[' => in_class = true,
                b']' => in_class = false,
                b'/' if !in_class => return Some(at + 1),
                _ => {}
            }
            at += 1;
        }
        None
    }
}

/// Where the line ends that `bytes` start in.
fn line_end(bytes: &[u8]) -> usize {
    let mut from = 0;
    while let Some(found) =
        memchr::memchr3(b'\n', b'\r', 0xE2, bytes.get(from..).unwrap_or_default())
    {
        let at = from + found;
        let is_separator = matches!(bytes.get(at..at + 3), Some([0xE2, 0x80, 0xA8 | 0xA9]));
        if bytes.get(at) != Some(&0xE2) || is_separator {
            return at;
        }
        from = at + 1;
    }
    bytes.len()
}

/// Whether a byte belongs to a name or a number.
pub(super) fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$') || !byte.is_ascii()
}

#[cfg(test)]
mod tests {
    use super::{LexemeKind, lexed};

    fn texts(source: &str) -> Vec<&str> {
        let lexed = lexed(source);
        let texts = lexed
            .lexemes
            .iter()
            .filter(|one| one.kind == LexemeKind::Text);
        texts.map(|one| &source[one.span.clone()]).collect()
    }

    #[test]
    fn strings_are_found_wherever_they_are() {
        for (source, found) in [
            (r#"a("x\"y", 'b') // "no""#, &[r#"x\"y"#, "b"][..]),
            (
                "/* 'no' */ `t` + `a${f('in')}b${`deep`}c`",
                &["t", "in", "deep"],
            ),
            (r#"s.replace(/["']/g, "q"); a / b / "c""#, &["q", "c"]),
            ("`${ {a: {}} }` + 'after'", &["after"]),
            ("if (a) /'/.test('b'); f(a) / 'c'", &["b", "c"]),
            ("// a\r'b'; // c\u{2028}'d'", &["b", "d"]),
            ("'a\\\r\nb' + 'c'", &["a\\\r\nb", "c"]),
            ("x.return / 'a'; return /'/", &["a"]),
        ] {
            assert_eq!(texts(source), found, "{source}");
        }
    }

    #[test]
    fn comments_and_parts_of_templates_are_found() {
        let source = "a /* b */ `c${d}e` // f";
        let lexed = lexed(source);
        let comments: Vec<&str> = lexed
            .comments
            .iter()
            .map(|one| &source[one.clone()])
            .collect();
        assert_eq!(comments, ["/* b */", "// f"]);
        let kinds: Vec<LexemeKind> = lexed.lexemes.iter().map(|one| one.kind).collect();
        let part = |starts, ends| LexemeKind::Part { starts, ends };
        assert_eq!(
            kinds,
            [
                LexemeKind::Word,
                part(true, false),
                LexemeKind::Word,
                part(false, true)
            ]
        );
    }

    #[test]
    fn where_a_slash_may_be_two_things_is_doubtful() {
        for (source, is_doubtful) in [
            ("a / b; (a + b) / c; [1] / 2; f(/a/)", false),
            ("if (a) /b/.test(c)", false),
            ("a++ / b", true),
            ("} /a/", true),
            ("yield / a", true),
            ("<!-- a", true),
            ("return / a", true),
        ] {
            assert_eq!(lexed(source).is_doubtful, is_doubtful, "{source}");
        }
    }

    #[test]
    fn whatever_is_broken_comes_to_an_end() {
        for source in [
            "'",
            "`",
            "`${",
            "/*",
            "/",
            "\\",
            "}",
            "'é\\",
            "`a${}}",
            "\"a\n'b",
            "é\u{a0}ü\u{feff}",
            "'\\\r\n",
        ] {
            assert!(lexed(source).lexemes.len() < 10, "{source}");
        }
    }
}
