//! How deeply a parser may recurse into a script.

use super::lexer::{Lexed, Piece, PieceKind, is_word};

/// Upper bounds for the recursion that a script makes a parser do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Nesting {
    /// Brackets in brackets.
    pub(super) brackets: usize,
    /// Pieces of unfinished statements, over all brackets that are open at one place: a chain such
    /// as `a=>a=>a`, `!!!a`, `a+a+a` or `if(a)if(a)` has as many.
    pub(super) pieces: usize,
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

/// The nesting of a script. Of one whose pieces are doubtful every bracket counts as never closed.
pub(super) fn nesting(source: &str, lexed: &Lexed) -> Nesting {
    if lexed.is_doubtful {
        return whole(source);
    }
    let mut counter = Counter {
        source,
        nesting: Nesting::default(),
        sum: 0,
        open: vec![Open {
            sign: b'{',
            is_head: false,
            pieces: 0,
        }],
        before: None,
    };
    for piece in &lexed.pieces {
        counter.take(piece);
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
        nesting.pieces += usize::from(starts);
        nesting.brackets += usize::from(matches!(byte, b'(' | b'[' | b'{'));
        before = byte;
    }
    nesting
}

/// A bracket that is open.
struct Open {
    sign: u8,
    /// Whether it is that of a statement's head, such as `if (`.
    is_head: bool,
    /// Pieces of the statement in it that is not finished.
    pieces: usize,
}

struct Counter<'s> {
    source: &'s str,
    nesting: Nesting,
    sum: usize,
    open: Vec<Open>,
    before: Option<Before<'s>>,
}

/// The piece before.
#[derive(Clone, Copy)]
struct Before<'s> {
    end: usize,
    kind: PieceKind,
    word: &'s str,
    /// Whether it closes the head of a statement.
    is_head: bool,
}

impl Counter<'_> {
    fn take(&mut self, piece: &Piece) {
        let word = match piece.kind {
            PieceKind::Word => self.source.get(piece.span.clone()).unwrap_or_default(),
            _ => "",
        };
        if self.starts_statement(piece, word) {
            self.finish();
        }
        let mut is_head = false;
        match piece.kind {
            PieceKind::Sign(sign @ (b'(' | b'[' | b'{')) => {
                let is_head = sign == b'('
                    && self.before.is_some_and(|before| {
                        matches!(before.word, "if" | "for" | "while" | "with" | "await")
                    });
                self.open(sign, is_head);
            }
            PieceKind::Sign(b')' | b']' | b'}') => is_head = self.close(),
            PieceKind::Part { starts, ends } => {
                if !starts {
                    self.close();
                }
                if !ends {
                    self.open(b'$', false);
                }
            }
            _ => self.count(),
        }
        self.before = Some(Before {
            end: piece.span.end,
            kind: piece.kind,
            word,
            is_head,
        });
    }

    fn count(&mut self) {
        if let Some(open) = self.open.last_mut() {
            open.pieces += 1;
            self.sum += 1;
            self.nesting.pieces = self.nesting.pieces.max(self.sum);
        }
    }

    fn open(&mut self, sign: u8, is_head: bool) {
        self.count();
        self.open.push(Open {
            sign,
            is_head,
            pieces: 0,
        });
        self.nesting.brackets = self.nesting.brackets.max(self.open.len() - 1);
    }

    /// Closes a bracket; whether it was that of a head.
    fn close(&mut self) -> bool {
        if self.open.len() < 2 {
            return false;
        }
        let closed = self.open.pop();
        self.sum -= closed.as_ref().map_or(0, |open| open.pieces);
        closed.is_some_and(|open| open.is_head)
    }

    /// Ends a statement. In parentheses and lists there are none: `for(;;)`.
    fn finish(&mut self) {
        if let Some(open) = self.open.last_mut().filter(|open| open.sign == b'{') {
            self.sum -= open.pieces;
            open.pieces = 0;
        }
    }

    /// Whether the piece starts another statement, as far as its neighbour says.
    fn starts_statement(&self, piece: &Piece, word: &str) -> bool {
        let Some(before) = self.before else {
            return false;
        };
        if GOING_ON.contains(&word) {
            return false;
        }
        if before.kind == PieceKind::Sign(b';') {
            return true;
        }
        if piece.kind != PieceKind::Word {
            return false;
        }
        let between = self
            .source
            .get(before.end..piece.span.start)
            .unwrap_or_default();
        let has_line_end = || between.contains(['\n', '\r', '\u{2028}', '\u{2029}']);
        match before.kind {
            PieceKind::Sign(b'}') => true,
            PieceKind::Sign(b')') => !before.is_head && has_line_end(),
            PieceKind::Sign(b']') | PieceKind::Text | PieceKind::Part { ends: true, .. } => {
                has_line_end()
            }
            PieceKind::Word => !UNFINISHED.contains(&before.word) && has_line_end(),
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
                found.pieces >= 1000 || found.brackets >= 1000,
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
            assert!(found.pieces < 40 && found.brackets < 5, "{part} {found:?}");
        }
    }
}
