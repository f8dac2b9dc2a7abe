//! The two inner loops of the parser, eight bytes at a time.

const ONES: u64 = u64::from_ne_bytes([0x01; 8]);
const HIGH_BITS: u64 = u64::from_ne_bytes([0x80; 8]);
const SPACES: u64 = u64::from_ne_bytes([b' '; 8]);
const TABS: u64 = u64::from_ne_bytes([b'\t'; 8]);
const QUOTES: u64 = u64::from_ne_bytes([b'"'; 8]);
const BACKSLASHES: u64 = u64::from_ne_bytes([b'\\'; 8]);

/// First byte at or after `at` that a string cannot simply hold: `"`, `\` or a control character;
/// the length of `bytes` if there is none.
#[inline]
pub(super) fn end_of_plain(bytes: &[u8], mut at: usize) -> usize {
    while let Some(chunk) = bytes.get(at..).and_then(|rest| rest.first_chunk::<8>()) {
        let word = u64::from_le_bytes(*chunk);
        // A borrow can mark bytes after the first true hit, never before it, and only the first
        // is used.
        let quote = (word ^ QUOTES).wrapping_sub(ONES) & !(word ^ QUOTES);
        let backslash = (word ^ BACKSLASHES).wrapping_sub(ONES) & !(word ^ BACKSLASHES);
        let control = word.wrapping_sub(SPACES) & !word;
        let hits = (quote | backslash | control) & HIGH_BITS;
        if hits != 0 {
            return at + (hits.trailing_zeros() / 8) as usize;
        }
        at += 8;
    }
    while let Some(&byte) = bytes.get(at)
        && byte >= b' '
        && byte != b'"'
        && byte != b'\\'
    {
        at += 1;
    }
    at
}

/// First byte at or after `at` that is not JSON white space.
#[inline]
pub(super) fn end_of_space(bytes: &[u8], mut at: usize) -> usize {
    loop {
        match bytes.get(at) {
            Some(b' ' | b'\t' | b'\r') => at += 1,
            // Indentation follows a line end, mostly a long run of one character.
            Some(b'\n') => at = end_of_indent(bytes, at + 1),
            _ => return at,
        }
    }
}

#[inline]
fn end_of_indent(bytes: &[u8], mut at: usize) -> usize {
    let indent = match bytes.get(at) {
        Some(b' ') => SPACES,
        Some(b'\t') => TABS,
        _ => return at,
    };
    while let Some(chunk) = bytes.get(at..).and_then(|rest| rest.first_chunk::<8>()) {
        let other = u64::from_le_bytes(*chunk) ^ indent;
        if other != 0 {
            return at + (other.trailing_zeros() / 8) as usize;
        }
        at += 8;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_at_every_place() {
        for byte in 0..=u8::MAX {
            for place in 0..20 {
                let mut text = [b'a'; 20];
                text[place] = byte;
                let stops = byte < b' ' || byte == b'"' || byte == b'\\';
                let expected = if stops { place } else { text.len() };
                assert_eq!(end_of_plain(&text, 0), expected, "{byte:#x} at {place}");
                let mut text = [b' '; 20];
                text[0] = b'\n';
                text[place] = byte;
                let expected = if b" \t\r\n".contains(&byte) {
                    20
                } else {
                    place
                };
                assert_eq!(end_of_space(&text, 0), expected, "{byte:#x} at {place}");
            }
        }
    }
}
