//! Percent-encoding as Signature Version 4 wants it: RFC 3986, upper-case hex digits.

const HEX: &[u8; 16] = b"0123456789ABCDEF";

fn is_unreserved(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~".contains(&byte)
}

fn push(encoded: &mut String, byte: u8) {
    encoded.push('%');
    for digit in [byte >> 4, byte & 15] {
        encoded.push(char::from(
            HEX.get(usize::from(digit)).copied().unwrap_or(b'0'),
        ));
    }
}

/// Adds `bytes` to `encoded`, all but the unreserved characters encoded.
pub(super) fn encode_into(encoded: &mut String, bytes: impl IntoIterator<Item = u8>) {
    for byte in bytes {
        if is_unreserved(byte) {
            encoded.push(char::from(byte));
        } else {
            push(encoded, byte);
        }
    }
}

/// `bytes` with everything but the unreserved characters encoded.
pub(super) fn encode(bytes: &[u8]) -> String {
    let mut encoded = String::with_capacity(bytes.len() + 8);
    encode_into(&mut encoded, bytes.iter().copied());
    encoded
}

/// `bytes` as lower-case hex digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    let halves = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    halves
        .filter_map(|half| char::from_digit(u32::from(half), 16))
        .collect()
}

/// `text` with everything but the unreserved characters encoded, for a segment of a path, in
/// a key or in a value of a query.
///
/// ```
/// assert_eq!(sqlacc_postman::sigv4::percent_encode("30 Days/ü"), "30%20Days%2F%C3%BC");
/// ```
pub fn percent_encode(text: &str) -> String {
    encode(text.as_bytes())
}

fn escaped(rest: &[u8]) -> Option<u8> {
    let hex = |digit: u8| char::from(digit).to_digit(16);
    let [b'%', high, low, ..] = rest else {
        return None;
    };
    u8::try_from(hex(*high)? * 16 + hex(*low)?).ok()
}

/// The bytes of `text` decoded; a `%` that starts no escape stays, and so does `+`.
pub(super) fn decoded(text: &str) -> impl Iterator<Item = u8> {
    let mut rest = text.as_bytes();
    std::iter::from_fn(move || {
        let (first, after) = rest.split_first()?;
        let escaped = escaped(rest);
        rest = match escaped {
            Some(_) => rest.get(3..).unwrap_or_default(),
            None => after,
        };
        Some(escaped.unwrap_or(*first))
    })
}

/// Decodes a percent-encoded text; a `%` that does not start an escape stays.
pub fn decode(text: &str) -> Vec<u8> {
    decoded(text).collect()
}

/// `text` decoded and encoded again, so that it is encoded once however it was written.
pub(super) fn encode_once(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len() + 8);
    encode_into(&mut encoded, decoded(text));
    encoded
}

/// A path as a request line may have it: escapes stay as they are, `*` and the other
/// sub-delimiters too, and all that cannot be sent is encoded, a `%` that starts no escape included.
pub(super) fn wire_path(path: &str) -> String {
    let mut encoded = String::with_capacity(path.len() + 8);
    let mut rest = path.as_bytes();
    while let [first, after @ ..] = rest {
        let plain = is_unreserved(*first) || b"/!$&'()*+,;=:@".contains(first);
        if plain || escaped(rest).is_some() {
            encoded.push(char::from(*first));
        } else {
            push(&mut encoded, *first);
        }
        rest = after;
    }
    encoded
}

/// A query with every key and value encoded once, in the order given.
///
/// Signed and sent in this form it means the same to botocore, which signs a query as written, and
/// to all others, which decode it and encode it again.
pub(super) fn wire_query(query: &str) -> String {
    let mut encoded = String::with_capacity(query.len() + 8);
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        if !encoded.is_empty() {
            encoded.push('&');
        }
        encode_into(&mut encoded, decoded(key));
        encoded.push('=');
        encode_into(&mut encoded, decoded(value));
    }
    encoded
}
