//! How the functions of other languages percent-encode.

use crate::sigv4::encoding::encode;

/// `bytes` encoded, but for the characters `kept`.
pub(super) fn encode_but(bytes: &[u8], kept: &str) -> String {
    let mut encoded = String::with_capacity(bytes.len() + 8);
    for byte in bytes {
        if kept.as_bytes().contains(byte) {
            encoded.push(char::from(*byte));
        } else {
            encoded.push_str(&encode(&[*byte]));
        }
    }
    encoded
}

/// As JavaScript's `encodeURIComponent`.
pub(super) fn component(bytes: &[u8]) -> String {
    encode_but(bytes, "!'()*")
}

/// As JavaScript's `encodeURI`.
pub(super) fn whole_url(bytes: &[u8]) -> String {
    encode_but(bytes, ";,/?:@&=+$!'()*#")
}

/// The text with its escapes in lower case.
pub(super) fn lower_escapes(text: &str) -> String {
    let mut lower = String::with_capacity(text.len());
    let mut left = 0;
    for character in text.chars() {
        if character == '%' {
            left = 2;
            lower.push('%');
        } else if left > 0 {
            left -= 1;
            lower.push(character.to_ascii_lowercase());
        } else {
            lower.push(character);
        }
    }
    lower
}

/// An encoder, and what it is called.
pub(super) type Encoder = (&'static str, fn(&[u8]) -> String);

/// How keys and values of a query are encoded; the first way is the right one.
pub(super) const ENCODERS: [Encoder; 20] = [
    ("encoded", encode),
    (
        "as `encodeURIComponent` encodes it, which leaves `!'()*`",
        component,
    ),
    ("unencoded, as it reads", |bytes| {
        String::from_utf8_lossy(bytes).into_owned()
    }),
    (
        "as `encodeURI` encodes it, which leaves `;,/?:@&=+$!'()*#`",
        whole_url,
    ),
    (
        "as forms are encoded, with spaces as `+` and `*` as it is",
        |bytes| {
            encode_but(bytes, "*")
                .replace("%20", "+")
                .replace('~', "%7E")
        },
    ),
    ("with spaces as `+`", |bytes| {
        encode(bytes).replace("%20", "+")
    }),
    ("with `*` unencoded; it must be `%2A`", |bytes| {
        encode_but(bytes, "*")
    }),
    ("with `%` escapes in lower case", |bytes| {
        lower_escapes(&encode(bytes))
    }),
    ("with every `%` encoded again", |bytes| {
        encode(bytes).replace('%', "%25")
    }),
    ("with `/` unencoded", |bytes| encode_but(bytes, "/")),
    ("with `:` unencoded", |bytes| encode_but(bytes, ":")),
    ("with `:` and `/` unencoded", |bytes| {
        encode_but(bytes, ":/")
    }),
    ("with `,` unencoded", |bytes| encode_but(bytes, ",")),
    ("with `$` unencoded", |bytes| encode_but(bytes, "$")),
    ("with `@` unencoded", |bytes| encode_but(bytes, "@")),
    ("with `[` and `]` unencoded", |bytes| {
        encode_but(bytes, "[]")
    }),
    ("with `=` unencoded", |bytes| encode_but(bytes, "=")),
    ("with `+` unencoded", |bytes| encode_but(bytes, "+")),
    ("with `~` as `%7E`", |bytes| {
        encode(bytes).replace('~', "%7E")
    }),
    ("with spaces unencoded", |bytes| encode_but(bytes, " ")),
];
