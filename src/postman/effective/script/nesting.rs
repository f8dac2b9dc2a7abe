//! How deeply a parser may recurse into a script.

use super::lexer::{Lexed, Lexeme, LexemeKind, is_word};

/// Upper bounds for the recursion that a script makes a parser do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Nesting {
    /// Brackets in brackets.
    pub(super) brackets: usize,
    /// Lexemes of unfinished statements, over all brackets that are open at one place: a chain such
    /// as `a=>a=>a`, `!!!a`, `a+a+a` or `if(a)if(a)` has as many.
    pub(super) lexemes: usize,
}

/// Words that leave a statement unfinished at the end of a line.
const UNFINISHED: &[&str] = &[
    "async",
    "await",
    "case",
    "class",
    "const",
    "default",
    "delete",
    "do",
    "else",
    "export",
    "extends",
    "function",
    "get",
    "import",
    "in",
    "instanceof",
    "let",
    "new",
    "of",
    "return",
    "set",
    "static",
    "throw",
    "try",
    "typeof",
    "var",
    "void",
    "yield",
];

/// Words that go on with a statement at the start of a line, or behind a block.
const GOING_ON: &[&str] = &[
    "catch",
    "else",
    "extends",
    "finally",
    "in",
    "instanceof",
    "of",
    "while",
];

/// The nesting of a script. Of one whose lexemes are doubtful every bracket counts as never closed.
pub(super) fn nesting(source: &str, lexed: &Lexed) -> Nesting {
    if lexed.is_doubtful {
        return whole(source);
    }
    let mut counter = Counter {
        source,
        nesting: Nesting::default(),
        sum: 0,
        open: vec![OpenBracket {
            sign: b'{',
            is_head: false,
            lexemes: 0,
        }],
        before: None,
    };
    for lexeme in &lexed.lexemes {
        counter.take(lexeme);
    }
    counter.nesting
}

/// The nesting that no way of reading `source` exceeds.
fn whole(source: &str) -> Nesting {
    let mut nesting = Nesting::default();
    let mut before = b' ';
    for byte in source.bytes() {
        let starts = if is_word(byte) {
            !is_word(before)
        } else {
            !byte.is_ascii_whitespace()
        };
        nesting.lexemes += usize::from(starts);
        nesting.brackets += usize::from(matches!(byte, b'(' | b'[' | b'{'));
        before = byte;
    }
    nesting
}

/// An open bracket.
struct OpenBracket {
    sign: u8,
    /// Whether it is that of a statement's head, such as `if (`.
    is_head: bool,
    /// Lexemes of the unfinished statement in it.
    lexemes: usize,
}

struct Counter<'s> {
    source: &'s str,
    nesting: Nesting,
    sum: usize,
    open: Vec<OpenBracket>,
    before: Option<PreviousLexeme<'s>>,
}

/// The previous lexeme.
#[derive(Clone, Copy)]
struct PreviousLexeme<'s> {
    end: usize,
    kind: LexemeKind,
    word: &'s str,
    /// Whether it closes the head of a statement.
    is_head: bool,
}

impl Counter<'_> {
    fn take(&mut self, lexeme: &Lexeme) {
        let word = match lexeme.kind {
            LexemeKind::Word => self.source.get(lexeme.span.clone()).unwrap_or_default(),
            _ => "",
        };
        if self.starts_statement(lexeme, word) {
            self.finish();
        }
        let mut is_head = false;
        match lexeme.kind {
            LexemeKind::Sign(sign @ (b'(' | b'[' | b'{')) => {
                let is_head = sign == b'('
                    && self.before.is_some_and(|before| {
                        matches!(before.word, "if" | "for" | "while" | "with" | "await")
                    });
                self.open(sign, is_head);
            }
            LexemeKind::Sign(b')' | b']' | b'}') => is_head = self.close(),
            LexemeKind::Part { starts, ends } => {
                if !starts {
                    self.close();
                }
                if !ends {
                    self.open(b'$', false);
                }
            }
            _ => self.count(),
        }
        self.before = Some(PreviousLexeme {
            end: lexeme.span.end,
            kind: lexeme.kind,
            word,
            is_head,
        });
    }

    fn count(&mut self) {
        if let Some(open) = self.open.last_mut() {
            open.lexemes += 1;
            self.sum += 1;
            self.nesting.lexemes = self.nesting.lexemes.max(self.sum);
        }
    }

    fn open(&mut self, sign: u8, is_head: bool) {
        self.count();
        self.open.push(OpenBracket {
            sign,
            is_head,
            lexemes: 0,
        });
        self.nesting.brackets = self.nesting.brackets.max(self.open.len() - 1);
    }

    /// Closes a bracket; returns whether it was that of a head.
    fn close(&mut self) -> bool {
        if self.open.len() < 2 {
            return false;
        }
        let closed = self.open.pop();
        self.sum -= closed.as_ref().map_or(0, |open| open.lexemes);
        closed.is_some_and(|open| open.is_head)
    }

    /// Ends a statement. In parentheses and lists there are none: `for(;;)`.
    fn finish(&mut self) {
        if let Some(open) = self.open.last_mut().filter(|open| open.sign == b'{') {
            self.sum -= open.lexemes;
            open.lexemes = 0;
        }
    }

    /// Whether the lexeme starts another statement, as far as its neighbour says.
    fn starts_statement(&self, lexeme: &Lexeme, word: &str) -> bool {
        let Some(before) = self.before else {
            return false;
        };
        if GOING_ON.contains(&word) {
            return false;
        }
        if before.kind == LexemeKind::Sign(b';') {
            return true;
        }
        if lexeme.kind != LexemeKind::Word {
            return false;
        }
        let between = self
            .source
            .get(before.end..lexeme.span.start)
            .unwrap_or_default();
        let has_line_end = || between.contains(['\n', '\r', '\u{2028}', '\u{2029}']);
        match before.kind {
            LexemeKind::Sign(b'}') => true,
            LexemeKind::Sign(b')') => !before.is_head && has_line_end(),
            LexemeKind::Sign(b']') | LexemeKind::Text | LexemeKind::Part { ends: true, .. } => {
                has_line_end()
            }
            LexemeKind::Word => !UNFINISHED.contains(&before.word) && has_line_end(),
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::lexer::lexed;
    use super::{Nesting, nesting};

    fn of(source: &str) -> Nesting {
        nesting(source, &lexed(source))
    }

    #[test]
    fn what_nests_is_counted_and_what_follows_is_not() {
        let chains = [
            "for(;;)",
            "while(1)",
            "a:",
            "if(a);else ",
            "do ",
            "with(a)",
            "a?b:",
            "a?",
            "a=>",
            "!",
            "- ",
            "typeof ",
            "new ",
            "await ",
            "a.",
            "a+",
            "a,",
            "a**",
            "a=",
            "a??",
            "class A extends ",
            "async()=>",
            "yield ",
            "for(a in b)",
            "if(a){}else ",
            "if(a)\n",
            "else\n",
            "a=>\n",
            "a\n+",
            "if(a);else if(b);else ",
            "a\nin ",
            "'a'\n+",
            "f(a)\n.b",
            "for await(a of b)",
            "`a`+",
            "a`b`.",
            "{}\n[",
            "case 1:",
            "do{}while(a)\nif(b)",
        ];
        for part in chains {
            let found = of(&format!("{}1", part.repeat(1000)));
            assert!(
                found.lexemes >= 1000 || found.brackets >= 1000,
                "{part} {found:?}"
            );
        }
        for part in [
            "(", "[", "{", "`${", "f(", "({a:", "[...", "(a=", "a=>{", "try{", "x[", "(/a/",
        ] {
            assert!(of(&part.repeat(1000)).brackets >= 1000, "{part}");
        }
        for part in [
            "a(b);",
            "a(b)\n",
            "a = 1\n",
            "if(a){b()}\n",
            "function f(){}\n",
            "x = 'a'\n",
            "x = [1]\n",
            "pm.test('a', () => { b(); });\n",
            "x = `a${b}c`\n",
            "if (a) { b } else { c }\n",
        ] {
            let found = of(&part.repeat(1000));
            assert!(found.lexemes < 40 && found.brackets < 5, "{part} {found:?}");
        }
    }
}
