//! How deeply a parser may recurse into a script.

use super::lexer::{Lexed, LexemeKind, is_word};

/// Upper bounds for the recursion that a script makes a parser do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Nesting {
    /// Brackets in brackets.
    pub(super) brackets: usize,
    /// All words and signs, however they are read: a chain such as `a=>a=>a`, `!!!a`, `a+a+a` or
    /// `if(a)if(a)` has one level for each, and where a statement ends only a parser knows.
    pub(super) pieces: usize,
}

/// The nesting of a script. Of one whose lexemes are doubtful every bracket counts as never closed.
pub(super) fn nesting(source: &str, lexed: &Lexed) -> Nesting {
    let mut whole = whole(source);
    if !lexed.is_doubtful {
        whole.brackets = depth(lexed);
    }
    whole
}

/// The nesting that no way of reading `source` exceeds.
fn whole(source: &str) -> Nesting {
    let mut nesting = Nesting::default();
    let mut was_word = false;
    for sign in source.chars() {
        // `typeof` and a line end that is not ASCII: white space is what JavaScript calls so.
        let is_space = sign.is_whitespace() || sign == '\u{feff}';
        let is_letter = !is_space && (!sign.is_ascii() || u8::try_from(sign).is_ok_and(is_word));
        let goes_on = was_word && is_letter;
        nesting.pieces += usize::from(!is_space && !goes_on);
        nesting.brackets += usize::from(matches!(sign, '(' | '[' | '{'));
        was_word = is_letter;
    }
    nesting
}

/// How many brackets are open at one place at most.
fn depth(lexed: &Lexed) -> usize {
    let (mut open, mut deepest) = (0_usize, 0);
    for lexeme in &lexed.lexemes {
        let (closes, opens) = match lexeme.kind {
            LexemeKind::Sign(b'(' | b'[' | b'{') => (false, true),
            LexemeKind::Sign(b')' | b']' | b'}') => (true, false),
            LexemeKind::Part { starts, ends } => (!starts, !ends),
            _ => continue,
        };
        open = open.saturating_sub(usize::from(closes)) + usize::from(opens);
        deepest = deepest.max(open);
    }
    deepest
}

#[cfg(test)]
mod tests {
    use super::super::lexer::lexed;
    use super::nesting;

    #[test]
    fn words_end_at_any_white_space() {
        for space in [" ", "\n", "\u{a0}", "\u{2028}", "\u{3000}", "\u{feff}"] {
            let source = format!("typeof{space}").repeat(1000);
            assert_eq!(nesting(&source, &lexed(&source)).pieces, 1000);
        }
        let source = "größe".repeat(1000);
        assert_eq!(nesting(&source, &lexed(&source)).pieces, 1);
    }

    #[test]
    fn what_nests_is_counted_and_what_follows_is_not() {
        let brackets = |source: &str| nesting(source, &lexed(source)).brackets;
        for part in [
            "(", "[", "{", "`${", "f(", "({a:", "[...", "(a=", "a=>{", "try{", "x[", "(/a/",
        ] {
            assert!(brackets(&part.repeat(1000)) >= 1000, "{part}");
        }
        for part in [
            "a(b);",
            "if(a){b()}\n",
            "x = [1]\n",
            "pm.test('a', () => { b(); });\n",
            "x = `a${b}c`\n",
            "if (a) { b } else { c }\n",
        ] {
            assert!(brackets(&part.repeat(1000)) < 5, "{part}");
        }
    }
}
