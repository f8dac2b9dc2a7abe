//! Whether a name speaks of a secret, and whether a value is one or only stands for one.

/// How names that speak of secrets end, in lower case without signs, and what is behind them.
const NAMES: &[(&str, &str)] = &[
    ("password", "a password"),
    ("passwd", "a password"),
    ("pwd", "a password"),
    ("passphrase", "a password"),
    ("secretaccesskey", "a secret key"),
    ("secretkey", "a secret key"),
    ("privatekey", "a private key"),
    ("secret", "a secret"),
    ("accesskey", "an access key"),
    ("accesskeyid", "an access key"),
    ("apikey", "an API key"),
    ("apitoken", "an API token"),
    ("token", "a token"),
    ("authorization", "an authorization"),
];

/// Tokens that open nothing: they page, or guard one form.
const HARMLESS: &[&str] = &[
    "pagetoken",
    "nexttoken",
    "continuationtoken",
    "synctoken",
    "csrftoken",
    "xsrftoken",
    "postmantoken",
    "cursortoken",
    "devicetoken",
    "publictoken",
    "publicapikey",
    "paginationtoken",
    "requestverificationtoken",
];

/// What people write where a secret is to be put.
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

/// What is behind a name, when it speaks of a secret.
pub(crate) fn kind_of_name(name: &str) -> Option<&'static str> {
    let plain: String = name
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect();
    if HARMLESS.iter().any(|harmless| plain.ends_with(harmless)) {
        return None;
    }
    let found = NAMES.iter().find(|(end, _)| plain.ends_with(end));
    found.map(|(_, kind)| *kind)
}

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

/// Whether the value of something that is called a secret is one.
pub(super) fn is_secret(kind: &str, value: &str) -> bool {
    let value = without_scheme(value.trim());
    let is_password = kind == "a password";
    let least = if is_password { 10 } else { 16 };
    if value.len() < least || value.len() > 4096 || is_stand_in(value) || is_uuid(value) {
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
    if is_password {
        return digits > 0 && upper && lower && signs && entropy(value) > 2.8;
    }
    // Words that are joined by signs have few digits, and are no random text.
    let is_mixed = upper && lower && digits > 1;
    let is_random = is_mixed || digits * 6 > value.len() && (upper || lower);
    is_random && value.len() >= 20 && entropy(value) > 3.5
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
        || value.contains(['(', '[', ';', ','])
        || STAND_INS.iter().any(|word| lower.contains(word))
}

fn is_uuid(value: &str) -> bool {
    value.len() == 36 && uuid::Uuid::try_parse(value).is_ok()
}

/// Bits a character, by Shannon's measure.
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

#[cfg(test)]
mod tests {
    use super::{is_secret, kind_of_name};

    #[test]
    fn names_that_speak_of_secrets_are_known() {
        for name in [
            "secretKey",
            "client_secret",
            "X-Api-Key",
            "Authorization",
            "DB_PASSWORD",
        ] {
            assert!(kind_of_name(name).is_some(), "{name}");
        }
        for name in [
            "tokenUrl",
            "token_type",
            "secretary",
            "nextPageToken",
            "Postman-Token",
        ] {
            assert!(kind_of_name(name).is_none(), "{name}");
        }
    }

    #[test]
    fn random_values_are_secrets_and_stand_ins_are_not() {
        for value in [
            "Bearer 8Zt4Qm1Xv9Lr2Bn6Hs3Kd7Wp",
            "9f3c1b7a5e2d4860c1f97ab36d58e024",
            "vK7/pQ2mX9tRz4LbN8sHd3Yw+J6cF1gUaE5oT0iB",
        ] {
            assert!(is_secret("a token", value), "{}", value.len());
        }
        for value in [
            "your_secret_key",
            "<token>",
            "{{token}}",
            "xxxxxxxxxxxxxxxxxxxxxxxx",
            "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
            "https://auth.example.com/oauth/v2/login1",
            "some_words_joined_by_signs",
            "Bearer",
        ] {
            assert!(!is_secret("a token", value), "{value}");
        }
        assert!(is_secret("a password", "kT9#vQ2!mZ"));
        assert!(!is_secret("a password", "Test@12345"));
    }
}
