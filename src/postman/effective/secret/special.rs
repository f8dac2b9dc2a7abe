//! Secrets that a mark alone does not describe: tokens that have parts, keys in text, what is
//! behind the scheme of an authorization or before the `@` of a URL.

use std::ops::Range;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use memchr::memmem;

use super::name::{PASSWORD, TOKEN};
use super::pattern::{CharClass, LONGEST, is_start};
use super::scan::FoundSecret;
use super::value::{
    basic, is_likely_password, is_literal, is_made_up, is_password, is_secret, looks_random,
    password_confidence,
};
use super::{Confidence, name::NameSignal};

/// Examines a text at a mark.
pub(super) type Detector = for<'t> fn(&'t str, usize) -> Option<FoundSecret<'t>>;

/// The marks of secrets that are known by themselves, with their detectors.
pub(super) const SPECIAL: &[(&str, Detector)] = &[
    // RFC 7519: the first bytes of a JSON object in Base64
    ("eyJ", token),
    // RFC 7468
    ("-----BEGIN ", private_key),
    (".sql.my", sql_account),
    // https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks
    ("/services/T", webhook),
    // https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook
    ("/webhookb2/", teams_webhook),
    // https://github.com/google/google-authenticator/wiki/Key-Uri-Format
    ("otpauth:", seed),
];

/// The marks of secrets that are known only by what precedes them, with their detectors.
pub(super) const CONTEXT: &[(&str, Detector)] = &[
    // https://curl.se/docs/manpage.html#-u
    ("curl ", curl_user),
    // RFC 6750, RFC 7617 and RFC 7616
    ("earer ", bearer),
    ("asic ", basic_auth),
    ("igest username", digest),
];

/// Tokens that expired before this day had expired before this program was written: the first of
/// January 2024, in seconds.
const LONG_AGO: u64 = 1_704_067_200;

/// A JSON Web Token: three parts, or five when it is encrypted. What is called an encrypted payload is a
/// message, not a token.
fn token(text: &str, start: usize) -> Option<FoundSecret<'_>> {
    let bytes = text.as_bytes();
    let part = |from| from + CharClass::Word.run(bytes, from, 4 * LONGEST);
    let next = |end: usize| (bytes.get(end) == Some(&b'.')).then(|| part(end + 1));
    let head = part(start);
    let body = next(head)?;
    let third = next(body)?;
    let has_object = bytes.get(head + 1..)?.starts_with(b"eyJ");
    let end = if has_object {
        third
    } else {
        next(third).and_then(next)?
    };
    // The sample token of the format's documentation is public.
    let payload = text.get(head + 1..body)?;
    let is_sample = payload.starts_with("eyJzdWIiOiIxMjM0NTY3ODkwI");
    let is_long = head - start >= 15 && end - body > 20;
    if !is_long || is_sample || !is_start(bytes, start) {
        return None;
    }
    let is_message = !has_object && is_called_encrypted(text, start);
    let confidence = if is_message || has_object && has_expired(payload) {
        Confidence::Possible
    } else {
        Confidence::Certain
    };
    Some(FoundSecret::new(start..end, "a JSON Web Token", confidence))
}

/// Whether the name in front of `start` says that something is encrypted: `"encryptedPayload": "`.
fn is_called_encrypted(text: &str, start: usize) -> bool {
    let from = text.floor_char_boundary(start.saturating_sub(40));
    let before = text.get(from..start).unwrap_or_default();
    before.to_ascii_lowercase().contains("encrypt")
}

/// Whether the claims of a token show that it expired long ago.
fn has_expired(payload: &str) -> bool {
    let claims = URL_SAFE_NO_PAD.decode(payload).unwrap_or_default();
    let claims = serde_json::from_slice::<serde_json::Value>(&claims).unwrap_or_default();
    let expires = claims.get("exp").and_then(serde_json::Value::as_u64);
    expires.is_some_and(|expires| expires < LONG_AGO)
}

/// A private key, up to where its data ends: a header alone, or one followed by dots, is not a key.
fn private_key(text: &str, start: usize) -> Option<FoundSecret<'_>> {
    let rest = text.as_bytes().get(start..)?;
    let label = rest.get(..64.min(rest.len()))?;
    let end = memmem::find(label, b"PRIVATE KEY-----")? + b"PRIVATE KEY-----".len();
    let data = rest.get(end..(end + 4 * LONGEST).min(rest.len()))?;
    let is_data = |byte: &u8| CharClass::Base64.has(*byte) || byte.is_ascii_whitespace();
    // Line ends may have been escaped once more.
    let is_data = |byte: &u8| (is_data(byte) && *byte != b'-') || *byte == b'\\';
    let stop = data.iter().position(|byte| !is_data(byte));
    let stop = stop.unwrap_or(data.len());
    let count = data.get(..stop)?.iter();
    let count = count.filter(|byte| byte.is_ascii_alphanumeric()).count();
    (count > 90).then(|| {
        FoundSecret::new(
            start..start + end + stop,
            "a private key",
            Confidence::Certain,
        )
    })
}

/// A SQL Account access key: 32 hexadecimal digits, the host of all, and a user.
fn sql_account(text: &str, at: usize) -> Option<FoundSecret<'_>> {
    let bytes = text.as_bytes();
    let start = at.checked_sub(32)?;
    let digits = text.get(start..at)?;
    let is_hex = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    let slash = at + ".sql.my".len();
    let user = CharClass::Word.run(bytes, slash + 1, 64);
    let is_key = is_hex && bytes.get(slash) == Some(&b'/') && user > 0;
    (is_key && is_start(bytes, start) && !is_made_up(digits)).then(|| {
        FoundSecret::new(
            start..slash + 1 + user,
            "a SQL Account access key",
            Confidence::Certain,
        )
    })
}

/// The path of a Slack webhook, whose host may be a variable: a team, a bot and a secret.
fn webhook(text: &str, at: usize) -> Option<FoundSecret<'_>> {
    let bytes = text.as_bytes();
    let start = at + "/services/".len();
    let team = start + CharClass::Upper.run(bytes, start, 16);
    let bot = team + 1 + CharClass::Upper.run(bytes, team + 1, 16);
    let end = bot + 1 + CharClass::Alnum.run(bytes, bot + 1, 64);
    let is_bot = text.get(team..)?.starts_with("/B") && text.get(bot..)?.starts_with('/');
    let is_real = end - bot > 20 && !is_made_up(text.get(start..end)?);
    (is_bot && is_real)
        .then(|| FoundSecret::new(start..end, "a Slack webhook", Confidence::Certain))
}

/// The path of a Teams webhook: two ids, the name of the connector, a secret and the id of its owner.
fn teams_webhook(text: &str, at: usize) -> Option<FoundSecret<'_>> {
    let bytes = text.as_bytes();
    let start = at + "/webhookb2/".len();
    let is_part = |byte: &&u8| CharClass::Base64.has(**byte) || **byte == b'@';
    let rest = bytes.get(start..(start + LONGEST).min(bytes.len()))?;
    let end = start + rest.iter().take_while(is_part).count();
    let path = text.get(start..end)?;
    let is_real = path.len() >= 100 && path.contains("/IncomingWebhook/") && !is_made_up(path);
    is_real.then(|| FoundSecret::new(start..end, "a Teams webhook", Confidence::Certain))
}

/// The seed of one-time passwords.
fn seed(text: &str, at: usize) -> Option<FoundSecret<'_>> {
    let bytes = text.as_bytes();
    let near = bytes.get(at..(at + 400).min(bytes.len()))?;
    let start = at + memmem::find(near, b"secret=")? + "secret=".len();
    let length = CharClass::Upper.run(bytes, start, 128);
    let span = start..start + length;
    let is_seed = length >= 16 && !is_made_up(text.get(span.clone())?);
    is_seed.then(|| FoundSecret::new(span, "a seed of one-time passwords", Confidence::Certain))
}

/// What follows `Bearer`.
fn bearer(text: &str, at: usize) -> Option<FoundSecret<'_>> {
    let span = behind_scheme(text, at, "earer ", |byte| {
        CharClass::Encoded.has(byte) || byte == b'~'
    })?;
    let value = text.get(span.clone())?;
    let confidence = if is_secret(TOKEN, value) {
        Confidence::Likely
    } else if value.len() >= 12 && looks_random(value) && !value.contains(".eyJ") {
        Confidence::Possible
    } else {
        return None;
    };
    Some(FoundSecret::new(span, "a bearer token", confidence))
}

/// The user and the password that follow `Basic`.
fn basic_auth(text: &str, at: usize) -> Option<FoundSecret<'_>> {
    let span = behind_scheme(text, at, "asic ", |byte| CharClass::Base64.has(byte))?;
    let (user, password) = basic(text.get(span.clone())?)?;
    let confidence = password_confidence(&user, &password)?;
    Some(FoundSecret::new(span, PASSWORD, confidence))
}

/// The password of curl's option `-u user:password`.
fn curl_user(text: &str, at: usize) -> Option<FoundSecret<'_>> {
    let end = text.floor_char_boundary((at + 400).min(text.len()));
    let line = text.get(at..end)?.lines().next()?;
    let option = [" -u ", " --user "]
        .iter()
        .find_map(|option| Some(line.find(option)? + option.len()))?;
    let word = line.get(option..)?.split(char::is_whitespace).next()?;
    let word = word.trim_matches(['"', '\'', '`', '\\']);
    let (user, password) = word.split_once(':')?;
    let is_real = is_password(user, password) && !is_made_up_userinfo(password);
    let start = at + option + line.get(option..)?.find(word)? + user.len() + 1;
    let span = start..start + password.len();
    is_real.then(|| FoundSecret::new(span, PASSWORD, Confidence::Possible))
}

/// The proof of the password in the header of Digest auth.
fn digest(text: &str, at: usize) -> Option<FoundSecret<'_>> {
    let bytes = text.as_bytes();
    let near = bytes.get(at..(at + 1000).min(bytes.len()))?;
    let mut start = at + memmem::find(near, b"response=")? + "response=".len();
    start += usize::from(bytes.get(start) == Some(&b'"'));
    let length = CharClass::Hex.run(bytes, start, 64);
    let span = start..start + length;
    (length >= 32).then(|| FoundSecret::new(span, "a digest of a password", Confidence::Possible))
}

/// The word behind a scheme whose name less its first letter is at `at`.
fn behind_scheme(
    text: &str,
    at: usize,
    rest: &str,
    has: impl Fn(u8) -> bool,
) -> Option<Range<usize>> {
    let first = at.checked_sub(1)?;
    if !is_start(text.as_bytes(), first) {
        return None;
    }
    let start = at + rest.len();
    let word = text.as_bytes().get(start..)?;
    let word = word.iter().take(LONGEST).take_while(|byte| has(**byte));
    let end = start + word.count();
    (end > start).then_some(start..end)
}

/// The password, or the token alone, before the `@` at `at` in a URL or in the address of a
/// database.
pub(super) fn userinfo(text: &str, at: usize) -> Option<FoundSecret<'_>> {
    let start = authority(text.as_bytes(), at)?;
    let info = text.get(start..at)?;
    let (user, password) = info.split_once(':').unwrap_or(("", info));
    let span = at - password.len()..at;
    let (kind, confidence) = if info.contains(':') {
        if !is_password(user, password) || is_made_up_userinfo(password) {
            return None;
        }
        let is_likely = is_likely_password(password);
        let confidence = [Confidence::Possible, Confidence::Likely];
        ("a password in a URL", confidence[usize::from(is_likely)])
    } else if is_secret(TOKEN, info) {
        ("a token in a URL", Confidence::Likely)
    } else {
        return None;
    };
    Some(FoundSecret::new(span, kind, confidence))
}

fn is_made_up_userinfo(password: &str) -> bool {
    password.contains(['{', '}', '<', '>', '$'])
        || !is_literal(NameSignal::Plainly(PASSWORD), password)
}

/// Where what is before the `@` at `at` starts, when it is the beginning of a URL's authority. In
/// JSON slashes may be escaped.
pub(super) fn authority(text: &[u8], at: usize) -> Option<usize> {
    let head = text.get(at.saturating_sub(512)..at)?;
    let stop = head
        .iter()
        .rposition(|byte| byte.is_ascii_whitespace() || b"/\"'<>`@".contains(byte))?;
    let before = head.get(..=stop)?;
    let is_url = before.ends_with(b"://") || before.ends_with(b":\\/\\/");
    let start = at - head.len() + stop + 1;
    (is_url && start < at).then_some(start)
}
