//! The forms that providers give their keys, so that they can be found.

use std::ops::Range;

/// What may follow a prefix.
#[derive(Clone, Copy, Debug)]
enum Tail {
    /// Capitals and digits.
    Upper,
    /// Letters and digits.
    Alnum,
    /// Letters, digits, `-` and `_`.
    Word,
    /// Hexadecimal digits in lower case.
    Hex,
    /// Letters, digits, `-`, `_` and `.`.
    Dotted,
    /// Letters, digits, `/`, `+` and `=`.
    Base64,
}

/// A form: a prefix and a tail of `least` to `most` characters.
#[derive(Debug)]
pub(super) struct Form {
    pub(super) prefix: &'static str,
    pub(super) kind: &'static str,
    tail: Tail,
    least: usize,
    most: usize,
}

const fn form(
    prefix: &'static str,
    kind: &'static str,
    tail: Tail,
    least: usize,
    most: usize,
) -> Form {
    Form {
        prefix,
        kind,
        tail,
        least,
        most,
    }
}

const LONG: usize = 4096;
const GITHUB: &str = "a GitHub token";
const GITLAB: &str = "a GitLab token";
const SLACK: &str = "a Slack token";
const STRIPE: &str = "a Stripe key";
const AI: &str = "an API key of an AI service";

/// The forms that begin with something that is never anything else.
pub(super) const FORMS: &[Form] = &[
    form("AKIA", "an AWS access key id", Tail::Upper, 16, 16),
    form("ASIA", "an AWS access key id", Tail::Upper, 16, 16),
    form("ghp_", GITHUB, Tail::Alnum, 36, 255),
    form("gho_", GITHUB, Tail::Alnum, 36, 255),
    form("ghu_", GITHUB, Tail::Alnum, 36, 255),
    form("ghs_", GITHUB, Tail::Alnum, 36, 255),
    form("ghr_", GITHUB, Tail::Alnum, 36, 255),
    form("github_pat_", GITHUB, Tail::Word, 60, 255),
    form("glpat-", GITLAB, Tail::Dotted, 20, 300),
    form("gldt-", GITLAB, Tail::Word, 20, 64),
    form("xoxb-", SLACK, Tail::Word, 20, 255),
    form("xoxp-", SLACK, Tail::Word, 20, 255),
    form("xoxa-", SLACK, Tail::Word, 20, 255),
    form("xoxr-", SLACK, Tail::Word, 20, 255),
    form("xoxs-", SLACK, Tail::Word, 20, 255),
    form(
        "hooks.slack.com/services/T",
        "a Slack webhook",
        Tail::Base64,
        30,
        80,
    ),
    form("sk_live_", STRIPE, Tail::Alnum, 20, 255),
    form("rk_live_", STRIPE, Tail::Alnum, 20, 255),
    form("whsec_", "a webhook secret", Tail::Base64, 32, 128),
    form("AIza", "a Google API key", Tail::Word, 35, 35),
    form("GOCSPX-", "a Google client secret", Tail::Word, 28, 28),
    form("ya29.", "a Google access token", Tail::Dotted, 40, LONG),
    form("PMAK-", "a Postman API key", Tail::Word, 59, 59),
    form("SG.", "a SendGrid API key", Tail::Dotted, 66, 66),
    form("npm_", "an npm token", Tail::Alnum, 36, 36),
    form("shpat_", "a Shopify token", Tail::Hex, 32, 32),
    form("dop_v1_", "a DigitalOcean token", Tail::Hex, 64, 64),
    form("sk-ant-", AI, Tail::Word, 40, 255),
    form("sk-proj-", AI, Tail::Word, 40, 255),
    form("AccountKey=", "an Azure storage key", Tail::Base64, 86, 90),
];

/// The form of Twilio. Its mark is so short that it is searched for by itself: among the others it
/// would make the search for all of them seven times slower.
pub(super) const TWILIO: Form = form("SK", "a Twilio API key", Tail::Hex, 32, 32);

impl Tail {
    fn has(self, byte: u8) -> bool {
        match self {
            Self::Upper => byte.is_ascii_uppercase() || byte.is_ascii_digit(),
            Self::Alnum => byte.is_ascii_alphanumeric(),
            Self::Word => byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'),
            Self::Hex => matches!(byte, b'0'..=b'9' | b'a'..=b'f'),
            Self::Dotted => byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'),
            Self::Base64 => byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'+' | b'='),
        }
    }
}

impl Form {
    /// The bytes of the key of this form whose prefix is at `start` of `text`.
    pub(super) fn at(&self, text: &[u8], start: usize) -> Option<Range<usize>> {
        let from = start + self.prefix.len();
        let length = run(text, from, self.most + 1, |byte| self.tail.has(byte));
        let next = text.get(from + length);
        let is_whole = next.is_none_or(|byte| !byte.is_ascii_alphanumeric());
        let fits = (self.least..=self.most).contains(&length) && is_whole && is_start(text, start);
        fits.then_some(start..from + length)
    }
}

/// The bytes of the JSON Web Token whose `eyJ` is at `start`.
pub(super) fn jwt(text: &[u8], start: usize) -> Option<Range<usize>> {
    let part = |from| run(text, from, LONG * 4, |byte| Tail::Word.has(byte));
    let head = start + part(start);
    let body = head + 1 + part(head + 1);
    let end = body + 1 + part(body + 1);
    let has_dots = text.get(head) == Some(&b'.') && text.get(body) == Some(&b'.');
    let is_object = text.get(head + 1..)?.starts_with(b"eyJ");
    let is_long = head - start >= 15 && end - body > 20;
    // The token that the documentation of the format shows is everybody's.
    let is_sample = text
        .get(head + 1..)?
        .starts_with(b"eyJzdWIiOiIxMjM0NTY3ODkwI");
    (has_dots && is_object && is_long && !is_sample && is_start(text, start)).then_some(start..end)
}

/// The bytes of the private key whose `-----BEGIN ` is at `start`, up to where its data begins
/// to be certain: a header alone, or one with dots behind it, is no key.
pub(super) fn private_key(text: &[u8], start: usize) -> Option<Range<usize>> {
    let rest = text.get(start..(start + 4096).min(text.len()))?;
    let label = rest.get(..64.min(rest.len()))?;
    let end = find(label, b"PRIVATE KEY-----")? + b"PRIVATE KEY-----".len();
    let data = rest.get(end..)?;
    let stop = data
        .iter()
        .position(|byte| matches!(byte, b'"' | b'-'))
        .unwrap_or(data.len());
    let long = data.get(..stop)?;
    let escapes = memchr::memchr_iter(b'\\', long).count();
    let is_data = |byte: &u8| Tail::Base64.has(*byte) || matches!(byte, b'\\' | b' ');
    (long.len() > 100 + 2 * escapes && long.iter().all(is_data))
        .then_some(start..start + end + stop)
}

/// The bytes of the SQL Account access key, 32 hexadecimal digits and a user, whose `.sql.my` is
/// at `start`. The slash may be written as `\/`.
pub(super) fn sql_account(text: &[u8], start: usize) -> Option<Range<usize>> {
    let first = start.checked_sub(32)?;
    let is_hex = text.get(first..start)?.iter().all(u8::is_ascii_hexdigit);
    let mut at = start + ".sql.my".len();
    at += usize::from(text.get(at) == Some(&b'\\'));
    let has_slash = text.get(at) == Some(&b'/');
    let user = run(text, at + 1, 64, |byte| Tail::Word.has(byte));
    (is_hex && has_slash && user > 0 && is_start(text, first)).then_some(first..at + 1 + user)
}

fn run(text: &[u8], from: usize, most: usize, has: impl Fn(u8) -> bool) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    rest.iter()
        .take(most)
        .take_while(|byte| has(**byte))
        .count()
}

fn find(text: &[u8], what: &[u8]) -> Option<usize> {
    memchr::memmem::find(text, what)
}

/// Whether a word can start at `at`: nothing of a word is before it, unless it is the letter of an
/// escape such as `\n`, or the last of `%20`.
pub(super) fn is_start(text: &[u8], at: usize) -> bool {
    let back = |by: usize| at.checked_sub(by).and_then(|at| text.get(at)).copied();
    match back(1) {
        Some(byte) if byte.is_ascii_alphanumeric() || byte == b'_' => {
            back(2) == Some(b'\\') || back(3) == Some(b'%')
        }
        _ => true,
    }
}
