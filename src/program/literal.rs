//! Texts as string literals of a language.

use std::fmt::Write;

use super::Language;

impl Language {
    /// `text` as a literal.
    pub(super) fn literal(self, text: &str) -> String {
        if self == Self::Pascal {
            return pascal(text);
        }
        let mut literal = String::with_capacity(text.len() + 2);
        literal.push('"');
        text.chars().for_each(|c| self.push(&mut literal, c));
        literal.push('"');
        literal
    }

    /// `text` as one literal for each of its lines, joined to one text.
    pub(super) fn lines(self, text: &str) -> String {
        let joint = match self {
            Self::Python => "\n    ",
            Self::Node | Self::Pascal => " +\n    ",
            Self::Php => " .\n    ",
            Self::CSharp => " +\n        ",
        };
        let lines: Vec<String> = text
            .split_inclusive('\n')
            .map(|line| self.literal(line))
            .collect();
        match lines.as_slice() {
            [] => self.literal(""),
            lines => lines.join(joint),
        }
    }

    /// Adds `c` to a literal in double quotes.
    fn push(self, literal: &mut String, c: char) {
        match c {
            '"' | '\\' => literal.extend(['\\', c]),
            // PHP replaces variables within double quotes.
            '$' if self == Self::Php => literal.push_str("\\$"),
            '\n' => literal.push_str("\\n"),
            '\r' => literal.push_str("\\r"),
            '\t' => literal.push_str("\\t"),
            _ if !is_invisible(c) => literal.push(c),
            _ if self == Self::Php => {
                let _ = write!(literal, "\\u{{{:X}}}", u32::from(c));
            }
            // All of them have four digits.
            _ => {
                let _ = write!(literal, "\\u{:04X}", u32::from(c));
            }
        }
    }
}

/// Free Pascal's literals: quotes around what is shown, and the bytes of all else as numbers.
fn pascal(text: &str) -> String {
    let mut literal = String::with_capacity(text.len() + 2);
    let mut is_open = false;
    let mut toggle = |literal: &mut String, open: bool| {
        if is_open != open {
            literal.push('\'');
            is_open = open;
        }
    };
    for c in text.chars() {
        if is_invisible(c) {
            toggle(&mut literal, false);
            for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                let _ = write!(literal, "#${byte:02X}");
            }
        } else {
            toggle(&mut literal, true);
            literal.push(c);
            if c == '\'' {
                literal.push(c);
            }
        }
    }
    toggle(&mut literal, false);
    if literal.is_empty() {
        "''".to_owned()
    } else {
        literal
    }
}

/// Whether `c` is a control character, or one that hides or moves what is around it.
fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{AD}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}')
        || matches!(c, '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::super::Language::{CSharp, Node, Pascal, Php, Python};

    #[test]
    fn literals() {
        let text = "a\"b\\c'd $e {{f}} %g\n\u{202E}\u{0}é";
        for (language, literal) in [
            (Python, r#""a\"b\\c'd $e {{f}} %g\n\u202E\u0000é""#),
            (Node, r#""a\"b\\c'd $e {{f}} %g\n\u202E\u0000é""#),
            (CSharp, r#""a\"b\\c'd $e {{f}} %g\n\u202E\u0000é""#),
            (Php, r#""a\"b\\c'd \$e {{f}} %g\n\u{202E}\u{0}é""#),
            (Pascal, r#"'a"b\c''d $e {{f}} %g'#$0A#$E2#$80#$AE#$00'é'"#),
        ] {
            assert_eq!(language.literal(text), literal, "{language:?}");
        }
        assert_eq!(Pascal.literal(""), "''");
        assert_eq!(Python.lines("a\nb"), "\"a\\n\"\n    \"b\"");
        assert_eq!(Php.lines(""), "\"\"");
    }
}
