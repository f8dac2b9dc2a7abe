//! Which parts of a script are not code.

use std::ops::Range;

/// The texts and comments of a script, in order. A regular expression is taken for code.
pub(super) fn texts(source: &str) -> Vec<Range<usize>> {
    let bytes = source.as_bytes();
    let mut texts = Vec::new();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let end = match (byte, bytes.get(at + 1)) {
            (b'"' | b'\'' | b'`', _) => quoted(bytes, at),
            (b'/', Some(b'/')) => memchr::memchr(b'\n', bytes.get(at..).unwrap_or_default())
                .map_or(bytes.len(), |length| at + length),
            (b'/', Some(b'*')) => {
                let rest = bytes.get(at + 2..).unwrap_or_default();
                memchr::memmem::find(rest, b"*/").map_or(bytes.len(), |length| at + length + 4)
            }
            // What a backslash is before, in a regular expression, opens nothing.
            (b'\\', _) => {
                at += 2;
                continue;
            }
            _ => {
                at += 1;
                continue;
            }
        };
        texts.push(at..end);
        at = end;
    }
    texts
}

/// Where the text that starts at `at` ends; in single or double quotes at the end of its line at the latest.
fn quoted(bytes: &[u8], start: usize) -> usize {
    let quote = bytes.get(start).copied().unwrap_or_default();
    let mut at = start + 1;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'\\' => at += 1,
            b'\n' if quote != b'`' => return at,
            byte if *byte == quote => return at + 1,
            _ => {}
        }
        at += 1;
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use super::texts;

    #[test]
    fn texts_and_comments_are_no_code() {
        let source = "f('a // b', \"c\\\"\"); // d'\n/* e */ x = `g\nh`; y.replace(/\\'/, 'i";
        let texts: Vec<&str> = texts(source)
            .into_iter()
            .map(|span| source.get(span).unwrap())
            .collect();
        assert_eq!(
            texts,
            ["'a // b'", "\"c\\\"\"", "// d'", "/* e */", "`g\nh`", "'i"]
        );
    }
}
