use std::ops::Range;

/// A `{{variable}}` in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Token<'t> {
    /// The text between the braces, untrimmed as in Postman.
    pub name: &'t str,
    /// The bytes of the whole token in the text.
    pub span: Range<usize>,
}

/// Every `{{variable}}` of `text`, as Postman's own pattern finds them: two opening braces, then
/// neither brace, then two closing braces.
pub(crate) fn tokens(text: &str) -> impl Iterator<Item = Token<'_>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let close = from + pair(text.get(from..)?, b'}')?;
            let inside = text.get(from..close)?;
            let found = last_pair(inside, b'{').map(|at| from + at);
            let start = from;
            from = close + 2;
            let Some(open) = found else {
                // A third closing brace may still end a token that starts after this point.
                from = close + 1;
                continue;
            };
            let name = text.get(open + 2..close)?;
            debug_assert!(open >= start);
            if !name.contains(['{', '}']) {
                return Some(Token {
                    name,
                    span: open..close + 2,
                });
            }
        }
    })
}

/// Where `brace` first occurs twice in a row. Most texts have no such byte at all.
fn pair(text: &str, brace: u8) -> Option<usize> {
    let bytes = text.as_bytes();
    memchr::memchr_iter(brace, bytes).find(|at| bytes.get(at + 1) == Some(&brace))
}

/// Where `brace` last occurs twice in a row.
fn last_pair(text: &str, brace: u8) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut places = memchr::memrchr_iter(brace, bytes).filter_map(|at| at.checked_sub(1));
    places.find(|at| bytes.get(*at) == Some(&brace))
}

#[cfg(test)]
mod tests {
    use super::tokens;

    fn names(text: &str) -> Vec<&str> {
        tokens(text).map(|token| token.name).collect()
    }

    #[test]
    fn tokens_are_found_as_postman_finds_them() {
        assert_eq!(
            names("{{host}}/a/{{ b }}?c={{$guid}}"),
            ["host", " b ", "$guid"]
        );
        assert_eq!(names("{{}} {a} {{a} }} {{{b}}} {{{{c}}}}"), ["", "b", "c"]);
        assert_eq!(names("}} {{a}}"), ["a"]);
        assert_eq!(names("{{a{b}}"), [""; 0]);
    }

    #[test]
    fn the_span_is_the_whole_token() {
        let text = "x{{é}}y";
        let token = tokens(text).next().unwrap();
        assert_eq!(&text[token.span], "{{é}}");
    }
}
