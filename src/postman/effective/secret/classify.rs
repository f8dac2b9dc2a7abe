//! Which secrets a value holds, by its name.

use std::borrow::Cow;
use std::ops::Range;

use super::Confidence;
use super::name::{COOKIE, NameSignal, PASSWORD, TOKEN, kind_of_name, name_signal, normalised};
use super::scan::FoundSecret;
use super::value::{
    basic, is_literal, is_secret, is_short_secret, password_confidence, without_scheme,
};

/// The secrets in `value` under `name`: one, or the values of a cookie.
pub(super) fn classify<'t>(name: &'t str, value: &str) -> Vec<FoundSecret<'t>> {
    let Some(signal) = name_signal(name) else {
        return Vec::new();
    };
    let is_cookie = signal.kind() == COOKIE && value.contains('=');
    let mut found = if is_cookie {
        cookies(value)
    } else {
        secret(signal, kind_of_name(name), value)
            .into_iter()
            .collect()
    };
    // A value equal to its name is a placeholder.
    if same(name, value) {
        return Vec::new();
    }
    for one in &mut found {
        one.name = Some(Cow::Borrowed(name));
    }
    found
}

fn same(name: &str, value: &str) -> bool {
    value.len() <= 2 * name.len() && normalised(name) == normalised(value)
}

/// The same secrets of a slot in which only secrets are, such as a header or a variable with such a
/// name: there a short random word is likely one too.
pub(super) fn in_slot<'t>(
    found: impl IntoIterator<Item = FoundSecret<'t>>,
    value: &str,
) -> Vec<FoundSecret<'t>> {
    let mut found: Vec<FoundSecret> = found.into_iter().collect();
    for one in &mut found {
        let text = value.get(one.span.clone()).unwrap_or_default();
        let name = one.name.as_deref().unwrap_or_default();
        let is_key = kind_of_name(name).is_some() || normalised(name).ends_with(SUBSCRIPTION_KEY);
        let is_secret = is_short_secret(text) || is_secret(one.kind, text);
        if one.confidence == Confidence::Possible && is_key && is_secret {
            one.confidence = Confidence::Likely;
        }
    }
    found
}

/// The keys of Azure API Management.
const SUBSCRIPTION_KEY: &str = "subscriptionkey";

/// The value of a known credential, of that kind unless its name indicates another.
pub(super) fn credential<'t>(
    name: &'t str,
    kind: &'static str,
    value: &str,
) -> Option<FoundSecret<'t>> {
    if same(name, value) {
        return None;
    }
    let kind = kind_of_name(name).unwrap_or(kind);
    let mut found = secret(NameSignal::Plainly(kind), Some(kind), value)?;
    found.name = Some(Cow::Borrowed(name));
    Some(found)
}

fn secret(
    signal: NameSignal,
    reported: Option<&'static str>,
    value: &str,
) -> Option<FoundSecret<'static>> {
    let secret = without_scheme(value.trim());
    let start = value.rfind(secret).unwrap_or_default();
    let span = start..start + secret.len();
    let is_basic = value
        .trim()
        .get(..6)
        .is_some_and(|scheme| scheme.eq_ignore_ascii_case("basic "));
    if let Some((user, password)) = basic(secret).filter(|_| is_basic) {
        let confidence = password_confidence(&user, &password)?;
        return Some(FoundSecret::new(span, PASSWORD, confidence));
    }
    let session = (signal == NameSignal::Vaguely(COOKIE) && secret.len() >= 24).then_some(COOKIE);
    let confidence = match reported.or(session) {
        Some(kind) if is_secret(kind, value) => Confidence::Likely,
        _ if is_literal(signal, value) => Confidence::Possible,
        _ => return None,
    };
    Some(FoundSecret::new(
        span,
        reported.unwrap_or(signal.kind()),
        confidence,
    ))
}

/// Attributes of a cookie, which are not cookies themselves.
const ATTRIBUTES: &[&str] = &[
    "path", "domain", "expires", "max-age", "samesite", "priority", "version", "comment",
];

/// The cookies of the headers `Cookie` and `Set-Cookie`: session cookies are reported
/// if they are random.
fn cookies(value: &str) -> Vec<FoundSecret<'static>> {
    let mut found = Vec::new();
    let mut start = 0;
    for part in value.split_inclusive(';') {
        let pair = part.trim_end_matches(';');
        if let Some((name, text)) = pair.split_once('=') {
            let name = name.trim().to_ascii_lowercase();
            let from = start + pair.len() - text.len();
            let counts_visits = name.starts_with("_g") || name.starts_with("__utm");
            if !counts_visits && !ATTRIBUTES.contains(&name.as_str()) {
                found.extend(cookie(&name, text, from));
            }
        }
        start += part.len();
    }
    found
}

fn cookie(name: &str, text: &str, from: usize) -> Option<FoundSecret<'static>> {
    let text = text.trim_end();
    let confidence = if is_session(name) && is_secret(TOKEN, text) {
        Confidence::Likely
    } else if is_literal(NameSignal::Plainly(COOKIE), text) && text.len() >= 6 {
        Confidence::Possible
    } else {
        return None;
    };
    Some(FoundSecret::new(
        from..from + text.len(),
        COOKIE,
        confidence,
    ))
}

/// Whether a cookie of that name identifies a session.
fn is_session(name: &str) -> bool {
    let words = ["sess", "sid", "auth", "token", "jwt", "login", "remember"];
    let is_guard = name.contains("csrf") || name.contains("xsrf");
    !is_guard && words.iter().any(|word| name.contains(word))
}

/// The same secrets, shifted by `by` bytes.
pub(super) fn shifted(
    found: Vec<FoundSecret<'_>>,
    by: usize,
) -> impl Iterator<Item = FoundSecret<'_>> {
    found.into_iter().map(move |one| {
        let Range { start, end } = one.span;
        FoundSecret {
            span: start + by..end + by,
            ..one
        }
    })
}

/// The same secrets, counted from `start` on.
pub(super) fn moved_back(
    found: Vec<FoundSecret<'_>>,
    start: usize,
) -> impl Iterator<Item = FoundSecret<'_>> {
    found.into_iter().map(move |one| {
        let Range { start: from, end } = one.span;
        FoundSecret {
            span: from - start..end - start,
            ..one
        }
    })
}

#[cfg(test)]
mod tests {
    use super::classify;
    use crate::postman::effective::secret::Confidence::{Likely, Possible};

    #[test]
    fn cookies_are_looked_at_one_by_one() {
        let value = "theme=dark; PHPSESSID=q7Zr2Kd9Wm4Xb8Tn6Vc1Lh5J; Path=/; a=zoo7x1";
        let found = classify("Cookie", value);
        let found: Vec<_> = found
            .iter()
            .map(|one| (value.get(one.span.clone()).unwrap(), one.confidence))
            .collect();
        let session = "q7Zr2Kd9Wm4Xb8Tn6Vc1Lh5J";
        assert_eq!(found, [(session, Likely), ("zoo7x1", Possible)]);
    }

    #[test]
    fn a_literal_is_hidden_and_a_stand_in_is_not() {
        for (name, value) in [
            ("password", "hunter2"),
            ("pin", "849302"),
            ("api_token", "summer2024"),
            ("Authorization", "Basic c3ZjOmh1bnRlcjI="),
        ] {
            let found = classify(name, value);
            assert_eq!(
                found.first().map(|one| one.confidence),
                Some(Possible),
                "{name}"
            );
        }
        for (name, value) in [
            ("password", "{{password}}"),
            ("password", "your password"),
            ("token", "<token>"),
            ("token", "string"),
            ("token", "123"),
            ("session", "new session"),
            ("Authorization", "Bearer {{token}}"),
            ("Authorization", "Basic dXNlcm5hbWU6cGFzc3dvcmQ="),
            ("X-Token", "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9"),
            ("grant_type", "password"),
            ("note", "hunter2"),
        ] {
            assert!(classify(name, value).is_empty(), "{name}: {value}");
        }
    }
}
