//! One pass over the text of a document for all that a secret may begin with.

use std::ops::Range;
use std::sync::OnceLock;

use aho_corasick::{AhoCorasick, MatchKind};
use memchr::memmem;

use super::provider::{self, FORMS, TWILIO};
use super::value::is_made_up;

/// A place that is worth a look.
#[derive(Debug)]
pub(super) struct Hit {
    /// A byte of what has to be looked at.
    pub(super) at: usize,
    pub(super) what: What,
}

#[derive(Debug)]
pub(super) enum What {
    /// A secret by its form.
    Known(&'static str, Range<usize>),
    /// A name that may speak of a secret.
    Name(Range<usize>),
}

const JWT: &str = "eyJ";
const PEM: &str = "-----BEGIN ";
const SQL: &str = ".sql.my";

/// Parts of names that speak of secrets, less their first letter, which may be large or small.
const STEMS: &[&str] = &[
    "ecret",
    "ECRET",
    "assword",
    "ASSWORD",
    "asswd",
    "ASSWD",
    "assphrase",
    "pwd",
    "PWD",
    "oken",
    "OKEN",
    "pikey",
    "piKey",
    "pi_key",
    "pi-key",
    "pi-Key",
    "PIKEY",
    "PI_KEY",
    "PI-KEY",
    "ccess_key",
    "ccessKey",
    "ccess-key",
    "CCESS_KEY",
    "rivate_key",
    "rivateKey",
    "RIVATE_KEY",
    "uthorization",
    "UTHORIZATION",
];

fn finder() -> Option<&'static AhoCorasick> {
    static FINDER: OnceLock<Option<AhoCorasick>> = OnceLock::new();
    let finder = FINDER.get_or_init(|| {
        let forms = FORMS.iter().map(|form| form.prefix);
        let all = forms.chain([JWT, PEM, SQL]).chain(STEMS.iter().copied());
        let mut builder = AhoCorasick::builder();
        builder.match_kind(MatchKind::LeftmostFirst).build(all).ok()
    });
    finder.as_ref()
}

/// The places of `text`, in order.
pub(super) fn hits(text: &str) -> Vec<Hit> {
    let bytes = text.as_bytes();
    let mut hits = Vec::new();
    let mut named = 0;
    for found in finder()
        .into_iter()
        .flat_map(|finder| finder.find_iter(bytes))
    {
        let start = found.start();
        let known = match found.pattern().as_usize() {
            index if index < FORMS.len() => FORMS
                .get(index)
                .and_then(|form| Some((form.kind, form.at(bytes, start)?))),
            index => match index - FORMS.len() {
                0 => provider::jwt(bytes, start).map(|span| ("a JSON Web Token", span)),
                1 => provider::private_key(bytes, start).map(|span| ("a private key", span)),
                2 => provider::sql_account(bytes, start)
                    .map(|span| ("a SQL Account access key", span)),
                _ => {
                    let name = identifier(bytes, start);
                    // `access_token_secret` is one name with two stems.
                    if name.start >= named {
                        named = name.end;
                        hits.push(Hit {
                            at: start,
                            what: What::Name(name),
                        });
                    }
                    continue;
                }
            },
        };
        let real = known.filter(|(_, span)| !text.get(span.clone()).is_none_or(is_made_up));
        if let Some((kind, span)) = real {
            hits.push(Hit {
                at: span.start,
                what: What::Known(kind, span),
            });
        }
    }
    for start in memmem::find_iter(bytes, TWILIO.prefix) {
        if let Some(span) = TWILIO.at(bytes, start) {
            hits.push(Hit {
                at: start,
                what: What::Known(TWILIO.kind, span),
            });
        }
    }
    // A key whose mark is in its middle may begin before a name that was found.
    hits.sort_by_key(|hit| hit.at);
    hits
}

/// The name around `at`, which is inside one.
fn identifier(text: &[u8], at: usize) -> Range<usize> {
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
    let rest = text.get(at..).unwrap_or_default();
    let end = at
        + rest
            .iter()
            .take(64)
            .take_while(|byte| is_part(**byte))
            .count();
    let mut start = at;
    while let Some(before) = start.checked_sub(1)
        && text.get(before).copied().is_some_and(is_part)
        // The letter of `\n` is no part of the name.
        && before.checked_sub(1).and_then(|escape| text.get(escape)) != Some(&b'\\')
        && at - start < 64
    {
        start = before;
    }
    start..end
}
