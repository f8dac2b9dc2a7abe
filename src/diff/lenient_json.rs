//! JSON as people write it: with comments, and commas after the last member.

/// `text` with blanks for its comments and for commas that nothing follows; `None` if it has neither.
pub(super) fn lenient(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    let mut plain = bytes.to_vec();
    let mut at = 0;
    // A comma after which nothing has come yet.
    let mut comma = None;
    let mut blank = |span: std::ops::Range<usize>| plain.get_mut(span).map(|span| span.fill(b' '));
    while let Some(&byte) = bytes.get(at) {
        let rest = bytes.get(at + 1..).unwrap_or_default();
        let length = match byte {
            b'"' => string_length(rest),
            b'/' => comment_length(rest),
            _ => 0,
        };
        let end = (at + 1 + length).min(bytes.len());
        match byte {
            b'/' if length > 0 => blank(at..end)?,
            b'}' | b']' => {
                if let Some(at) = comma.take() {
                    blank(at..at + 1)?;
                }
            }
            b',' => comma = Some(at),
            byte if byte.is_ascii_whitespace() => {}
            _ => comma = None,
        }
        at = end;
    }
    (plain != bytes).then(|| String::from_utf8(plain).ok())?
}

/// The length of a string after its quote, up to the quote at its end.
fn string_length(rest: &[u8]) -> usize {
    let mut is_escaped = false;
    let end = rest.iter().position(|byte| {
        let is_end = *byte == b'"' && !is_escaped;
        is_escaped = *byte == b'\\' && !is_escaped;
        is_end
    });
    end.map_or(rest.len(), |end| end + 1)
}

/// The length of a comment after its first slash; 0 if it is not one.
fn comment_length(rest: &[u8]) -> usize {
    match rest.first() {
        Some(b'/') => memchr::memchr(b'\n', rest).unwrap_or(rest.len()),
        Some(b'*') => {
            let end = rest
                .get(1..)
                .and_then(|rest| memchr::memmem::find(rest, b"*/"));
            end.map_or(0, |end| end + 3)
        }
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::lenient;

    #[test]
    fn comments_and_last_commas_are_blank() {
        for (text, plain) in [
            ("[1, 2,]", Some("[1, 2 ]")),
            (
                "{\"a\": \"//,]\", /* b */ }",
                Some("{\"a\": \"//,]\"          }"),
            ),
            ("[1, // é\n]", Some("[1       \n]")),
            ("[\"\\\"\", {},{},\n]", Some("[\"\\\"\", {},{} \n]")),
            ("[1, 2]", None),
            ("[1 /* 2", None),
        ] {
            assert_eq!(lenient(text).as_deref(), plain, "{text}");
        }
    }
}
