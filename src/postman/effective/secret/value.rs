//! Whether a value is a secret or only a placeholder.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD_NO_PAD, URL_SAFE_NO_PAD};

use super::Confidence;
use super::name::{NameSignal, PASSWORD};
use super::sample::is_sample;

/// What people write in place of a secret.
const STAND_INS: &[&str] = &[
    "your",
    "example",
    "placeholder",
    "changeme",
    "change_me",
    "change-me",
    "dummy",
    "sample",
    "xxx",
    "***",
    "redacted",
    "insert",
    "replace",
    "secret",
    "password",
    "token",
    "apikey",
    "api_key",
    "api-key",
    "test",
    "demo",
    "fake",
    "mock",
    "todo",
    "...",
    "…",
    "12345",
    "abcde",
    "qwerty",
    "deadbeef",
    "000000",
    "hidden",
    "default",
    "invalid",
    "wrong",
    "expired",
];

/// The ones that always mark a placeholder; only they decide what is hidden.
const OBVIOUS: &[&str] = &[
    "your",
    "example",
    "placeholder",
    "changeme",
    "change_me",
    "change-me",
    "redacted",
    "hidden",
    "insert",
    "replace",
    "xxx",
    "***",
    "...",
    "…",
    "required",
    "optional",
    "undefined",
    "12345",
    "abc123",
];

/// Words for the purpose or the type of a secret, which are not secrets.
const WORDS: &[&str] = &[
    "string",
    "text",
    "number",
    "integer",
    "boolean",
    "object",
    "any",
    "none",
    "null",
    "true",
    "false",
    "password",
    "passwd",
    "pwd",
    "pass",
    "passphrase",
    "secret",
    "secretkey",
    "privatekey",
    "token",
    "apikey",
    "apitoken",
    "key",
    "bearer",
    "basic",
    "digest",
    "jwt",
    "oauth",
    "oauth2",
    "accesstoken",
    "refreshtoken",
    "idtoken",
    "accesskey",
    "authtoken",
    "clientcredentials",
    "authorizationcode",
    "urnietfparamsoauthgranttypejwtbearer",
    "header",
    "query",
    "cookie",
    "body",
    "value",
    "username",
    "user",
];

/// The beginnings of public keys.
const PUBLIC: &[&str] = &["pk_live_", "pk_test_", "pk.eyJ", "sb_publishable_"];

/// The beginnings of files in Base64: PDF, PNG, JPEG, GIF, ZIP.
const FILES: &[&str] = &["JVBERi0", "iVBORw0KGgo", "/9j/", "9j/", "R0lGOD", "UEsDB"];

/// Whether a text that was found by its form is made up: a sample of documentation.
pub(super) fn is_made_up(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let samples = [
        "example",
        "xxxx",
        "your",
        "12345678",
        "abcdefgh",
        "placeholder",
        "redacted",
    ];
    samples.iter().any(|sample| lower.contains(sample)) || entropy(text) < 2.5
}

/// Whether the value under the name of a secret is one that is worth reporting.
pub(super) fn is_secret(kind: &str, value: &str) -> bool {
    let value = without_scheme(value.trim());
    let is_password = kind == PASSWORD;
    let least = if is_password { 10 } else { 16 };
    if value.len() < least || value.len() > 4096 || is_stand_in(value) || is_open(value) {
        return false;
    }
    let has = |class: fn(&u8) -> bool| value.bytes().any(|byte| class(&byte));
    // A JSON Web Token is known by its form, the sample of its documentation too.
    if value.contains(".eyJ") {
        return false;
    }
    let digits = value.bytes().filter(u8::is_ascii_digit).count();
    let (upper, lower) = (has(u8::is_ascii_uppercase), has(u8::is_ascii_lowercase));
    if value.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return value.len() >= 32 && digits > 4 && (upper || lower) && entropy(value) > 3.0;
    }
    let signs = value.bytes().any(|byte| byte.is_ascii_punctuation());
    if is_password && digits > 0 && upper && lower && signs && entropy(value) > 2.8 {
        return true;
    }
    // Words that are joined by punctuation have few digits and are not random.
    let is_mixed = upper && lower && digits > 1;
    let is_random = is_mixed || digits * 6 > value.len() && (upper || lower);
    is_random && value.len() >= 20 && entropy(value) > 3.5
}

/// Whether a value where only secrets are is random, though it is short: classes of characters change
/// from one to the next as they do in no word.
pub(super) fn is_short_secret(value: &str) -> bool {
    let value = without_scheme(value.trim());
    let bytes = value.as_bytes();
    let class = |byte: &u8| match byte {
        b'0'..=b'9' => 0,
        b'a'..=b'z' => 1,
        b'A'..=b'Z' => 2,
        _ => 3,
    };
    let count = |wanted: u8| bytes.iter().filter(|byte| class(byte) == wanted).count();
    let pairs = bytes.iter().zip(bytes.iter().skip(1));
    let changes = pairs
        .filter(|(one, next)| class(one) != class(next))
        .count();
    let is_mixed = count(0) > 0 && count(1) > 1 && count(2) > 1 && count(3) <= 2;
    (12..=40).contains(&value.len())
        && is_mixed
        && changes * 5 >= value.len() * 2
        && entropy(value) > 3.0
        && !is_stand_in(value)
        && !is_open(value)
}

/// Whether the value under the name of a secret is to be hidden: any literal that is not
/// clearly a placeholder.
pub(super) fn is_literal(signal: NameSignal, value: &str) -> bool {
    let value = without_scheme(value.trim());
    if is_obvious(value) || is_public(value) {
        return false;
    }
    match signal {
        NameSignal::Plainly(_) => true,
        NameSignal::Vaguely(kind) => looks_random(value) || is_secret(kind, value),
    }
}

/// Whether a text without a name could be a password or a token: one word of letters and digits.
pub(super) fn looks_random(value: &str) -> bool {
    let has = |class: fn(&u8) -> bool| value.bytes().any(|byte| class(&byte));
    value.len() >= 6
        && has(u8::is_ascii_digit)
        && has(u8::is_ascii_alphabetic)
        && value.bytes().all(|byte| byte.is_ascii_graphic())
        && !is_obvious(value)
        && !is_open(value)
}

/// Whether a long word without a name is machine-made: hexadecimal or Base64.
pub(super) fn is_opaque(word: &str) -> bool {
    let is_file = FILES.iter().any(|start| word.starts_with(start));
    if word.len() < 32 || word.len() > 512 || is_file || is_open(word) || is_made_up(word) {
        return false;
    }
    let count = |class: fn(&u8) -> bool| word.bytes().filter(class).count();
    let digits = count(u8::is_ascii_digit);
    if word.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return digits > 4 && digits < word.len() - 2 && entropy(word) > 3.0;
    }
    let (upper, lower) = (count(u8::is_ascii_uppercase), count(u8::is_ascii_lowercase));
    let signs = word.len() - digits - upper - lower;
    digits > 2 && upper > 4 && lower > 4 && signs * 8 <= word.len() && entropy(word) > 4.2
}

/// The user and the password of Basic auth, if they look real.
pub(super) fn basic(text: &str) -> Option<(String, String)> {
    let bytes = STANDARD_NO_PAD.decode(text.trim_end_matches('=')).ok()?;
    let decoded = String::from_utf8(bytes).ok()?;
    let is_text = decoded.chars().all(|c| !c.is_control());
    let (user, password) = decoded.split_once(':').filter(|_| is_text)?;
    Some((user.to_owned(), password.to_owned()))
}

/// Whether the password beside a user is real, and not the word for it.
pub(super) fn is_password(user: &str, password: &str) -> bool {
    password.len() >= 3 && password != user && !is_obvious(password)
}

/// Whether it is likely a real password that is worth reporting.
pub(super) fn is_likely_password(password: &str) -> bool {
    let has = |class: fn(&u8) -> bool| password.bytes().any(|byte| class(&byte));
    let lower = password.to_ascii_lowercase();
    password.len() >= 8
        && has(u8::is_ascii_digit)
        && has(u8::is_ascii_alphabetic)
        && !STAND_INS.iter().any(|word| lower.contains(word))
        && !is_sample(password)
}

/// How sure it is that the password of Basic auth is a secret; `None` where it is not one.
pub(super) fn password_confidence(user: &str, password: &str) -> Option<Confidence> {
    if is_likely_password(password) {
        Some(Confidence::Likely)
    } else {
        is_password(user, password).then_some(Confidence::Possible)
    }
}

/// `Bearer x`, `Basic x` … without the scheme.
pub(super) fn without_scheme(value: &str) -> &str {
    let rest = value
        .split_once(' ')
        .map(|(scheme, rest)| (scheme, rest.trim()));
    match rest {
        Some((scheme, rest)) if scheme.bytes().all(|byte| byte.is_ascii_alphanumeric()) => rest,
        _ => value,
    }
}

fn is_stand_in(value: &str) -> bool {
    let lower = value.to_ascii_lowercase();
    let is_text = |byte: u8| byte.is_ascii_graphic() && !matches!(byte, b'<' | b'>' | b'{' | b'}');
    !value.bytes().all(is_text)
        || value.contains("://")
        || value.starts_with(['/', '$'])
        || value.contains(['(', '[', ';', ',', '"'])
        || is_sample(value)
        || STAND_INS.iter().any(|word| lower.contains(word))
}

/// Whether a value is a placeholder by its own wording.
fn is_obvious(value: &str) -> bool {
    let lower = value.to_lowercase();
    let plain: String = lower.chars().filter(|c| c.is_alphanumeric()).collect();
    let is_number = value.bytes().all(|byte| byte.is_ascii_digit());
    let is_framed = value.starts_with(['<', '[']) && value.ends_with(['>', ']']);
    let is_sentence = value.split_whitespace().count() > 3;
    plain.is_empty()
        || (is_number && value.len() < 4)
        || is_framed
        || is_sentence
        || value.contains("{{")
        || value.contains("${")
        || value.starts_with('$')
        || value.contains("://")
        || WORDS.contains(&plain.as_str())
        || OBVIOUS.iter().any(|word| lower.contains(word))
}

/// Whether a value that looks random is known to be no secret: an id, a public key, JSON in Base64.
fn is_open(value: &str) -> bool {
    is_public(value) || is_uuid(value) || is_ulid(value)
}

/// Whether it is public: a public key, JSON in Base64.
fn is_public(value: &str) -> bool {
    PUBLIC.iter().any(|prefix| value.starts_with(prefix)) || is_json(value)
}

fn is_uuid(value: &str) -> bool {
    value.len() == 36 && uuid::Uuid::try_parse(value).is_ok()
}

/// 26 digits of Crockford's Base32, the first of them small.
fn is_ulid(value: &str) -> bool {
    let is_digit = |byte: u8| byte.is_ascii_digit() || byte.is_ascii_uppercase();
    value.len() == 26
        && value.starts_with(|c: char| ('0'..='7').contains(&c))
        && value.bytes().all(is_digit)
        && !value.contains(['I', 'L', 'O', 'U'])
}

/// Whether it is JSON in Base64, as cursors of lists are, and the head of a JSON Web Token.
fn is_json(value: &str) -> bool {
    if !value.starts_with("eyJ") || value.contains('.') {
        return false;
    }
    let text = value.trim_end_matches('=');
    let decoded = STANDARD_NO_PAD.decode(text);
    let decoded = decoded.or_else(|_| URL_SAFE_NO_PAD.decode(text));
    decoded.is_ok_and(|json| json.ends_with(b"}") && json.is_ascii())
}

/// Bits per character, by Shannon's measure.
fn entropy(text: &str) -> f64 {
    let mut counts = [0_u32; 256];
    for byte in text.bytes() {
        if let Some(count) = counts.get_mut(usize::from(byte)) {
            *count += 1;
        }
    }
    let length = u32::try_from(text.len()).unwrap_or(u32::MAX);
    let shares = counts
        .iter()
        .filter(|count| **count > 0)
        .map(|count| f64::from(*count) / f64::from(length));
    shares.map(|share| -share * share.log2()).sum()
}
