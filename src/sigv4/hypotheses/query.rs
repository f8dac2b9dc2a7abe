//! Other forms of the query, and the query as it was before something changed it.

use std::borrow::Cow;
use std::collections::HashSet;

use crate::sigv4::canonical_request::{QueryForm, canonical_query};
use crate::sigv4::cause::Cause;
use crate::sigv4::encoding::decode;
use crate::sigv4::request::Request;
use crate::sigv4::signature_inputs::Hypothesis;

use super::encoders::ENCODERS;
use super::header::forwarded;

/// How many parameters are left out one by one.
const PARAMETERS: usize = 32;

/// A parameter, decoded, and whether it was sent with a `=`.
#[derive(Clone)]
struct Pair {
    key: Vec<u8>,
    value: Vec<u8>,
    has_equals: bool,
}

/// An order of the encoded pairs, and what it is called.
type Order = (&'static str, fn(&mut Vec<(Pair, String, String)>));

/// The orders that senders use; the first one is the right one.
const ORDERS: [Order; 9] = [
    ("", |pairs| {
        pairs.sort_by(|a, b| (&a.1, &a.2).cmp(&(&b.1, &b.2)));
    }),
    ("not sorted", |_| {}),
    ("sorted before it was encoded", |pairs| {
        pairs.sort_by(|a, b| (&a.0.key, &a.0.value).cmp(&(&b.0.key, &b.0.value)));
    }),
    ("sorted as whole texts, `=` included", |pairs| {
        pairs.sort_by_key(|(_, key, value)| format!("{key}={value}"));
    }),
    ("sorted by their keys only", |pairs| {
        pairs.sort_by(|a, b| a.1.cmp(&b.1));
    }),
    ("sorted without regard to case", |pairs| {
        pairs.sort_by_key(|(_, key, value)| (key.to_lowercase(), value.to_lowercase()));
    }),
    ("sorted downwards", |pairs| {
        pairs.sort_by(|a, b| (&b.1, &b.2).cmp(&(&a.1, &a.2)));
    }),
    (
        "sorted by their keys, the values of one key downwards",
        |pairs| {
            pairs.sort_by(|a, b| a.1.cmp(&b.1).then(b.2.cmp(&a.2)));
        },
    ),
    ("sorted with those without a value at the end", |pairs| {
        pairs.sort_by(|a, b| (!a.0.has_equals, &a.1, &a.2).cmp(&(!b.0.has_equals, &b.1, &b.2)));
    }),
];

/// Whether a pair is written with a `=`, and what that is called.
type Equals = (&'static str, fn(&Pair) -> bool);

/// The pairs that senders write with a `=`; the first way is the right one.
const EQUALS: [Equals; 3] = [
    ("", |_| true),
    ("without the `=` that a key without a value needs", |pair| {
        pair.has_equals
    }),
    ("without the `=` before empty values", |pair| {
        !pair.value.is_empty()
    }),
];

/// Guesses at the query, nearest first.
pub(super) fn queries(request: &Request<'_>) -> Vec<Hypothesis> {
    let query = request.query();
    let mut seen = HashSet::from([canonical_query(query, QueryForm::Standard)]);
    let mut all = Vec::new();
    let mut add = |cause: Cause, text: String| {
        if seen.insert(text.clone()) {
            all.push(Hypothesis::new(cause, move |inputs| {
                text.clone_into(&mut inputs.request.query);
            }));
        }
    };
    if query.is_empty() {
        for name in ["x-original-uri", "x-forwarded-uri", "x-original-url"] {
            for uri in forwarded(request, &[name]) {
                let lost = uri.split_once('?').map_or("", |(_, query)| query);
                let how = format!("it had the parameters of {name}");
                add(
                    Cause::Parameter(how),
                    canonical_query(lost, QueryForm::Standard),
                );
            }
        }
        return all;
    }
    for (how, text) in written(query) {
        add(Cause::Query(how.into()), text);
    }
    let pairs = pairs(query);
    for (without, has_equals) in EQUALS {
        for (order, sort) in ORDERS {
            for (encoded, encode) in ENCODERS {
                let hows = [encoded, order, without];
                let count = hows.iter().filter(|how| !how.is_empty()).count();
                let hows = hows
                    .into_iter()
                    .skip(usize::from(encoded == "encoded" && count > 1));
                let hows: Vec<&str> = hows.filter(|how| !how.is_empty()).collect();
                let text = joined(&pairs, sort, encode, has_equals);
                add(Cause::Query(Cow::Owned(hows.join(", "))), text);
            }
        }
    }
    let mut whole: Vec<&str> = query.split('&').collect();
    whole.sort_unstable();
    add(
        Cause::Query("as sent, sorted as whole texts".into()),
        whole.join("&"),
    );
    for (how, kept) in changed(&pairs) {
        let (_, sort) = ORDERS[0];
        let (_, encode) = ENCODERS[0];
        add(Cause::Parameter(how), joined(&kept, sort, encode, |_| true));
    }
    all
}

/// Forms that do not come from the pairs alone.
fn written(query: &str) -> Vec<(&'static str, String)> {
    let standard = canonical_query(query, QueryForm::Standard);
    vec![
        (
            "with `+` as a space; send a plus as `%2B` and a space as `%20`",
            canonical_query(query, QueryForm::PlusIsSpace),
        ),
        (
            "as sent, sorted but not encoded",
            canonical_query(query, QueryForm::Sorted),
        ),
        (
            "as sent, neither sorted nor encoded",
            canonical_query(query, QueryForm::AsReceived),
        ),
        (
            "with spaces as `+`",
            canonical_query(query, QueryForm::PlusIsSpace).replace("%20", "+"),
        ),
        ("with the `?` before it", format!("?{standard}")),
        ("with the `?` before it, as sent", format!("?{query}")),
        ("with a `&` at its end", format!("{standard}&")),
        ("as sent, with its X-Amz-Signature", query.to_owned()),
        (
            "with every character encoded again",
            crate::sigv4::encoding::encode(query.as_bytes()),
        ),
        ("in lower case", standard.to_lowercase()),
        ("with `&` as `&amp;`", standard.replace('&', "&amp;")),
        ("as if there were none", String::new()),
    ]
}

fn pairs(query: &str) -> Vec<Pair> {
    let pairs = query.split('&').filter(|pair| !pair.is_empty());
    let pairs = pairs.map(|pair| {
        let cut = pair.split_once('=');
        let (key, value) = cut.unwrap_or((pair, ""));
        Pair {
            key: decode(key),
            value: decode(value),
            has_equals: cut.is_some(),
        }
    });
    pairs
        .filter(|pair| pair.key != b"X-Amz-Signature")
        .collect()
}

fn joined(
    pairs: &[Pair],
    sort: fn(&mut Vec<(Pair, String, String)>),
    encode: fn(&[u8]) -> String,
    has_equals: fn(&Pair) -> bool,
) -> String {
    let encoded = pairs
        .iter()
        .map(|pair| (pair.clone(), encode(&pair.key), encode(&pair.value)));
    let mut encoded: Vec<_> = encoded.collect();
    sort(&mut encoded);
    let texts = encoded.iter().map(|(pair, key, value)| {
        let equals = if has_equals(pair) { "=" } else { "" };
        format!("{key}{equals}{value}")
    });
    texts.collect::<Vec<_>>().join("&")
}

/// The pairs as they were before a parameter was added, or joined otherwise.
fn changed(pairs: &[Pair]) -> Vec<(String, Vec<Pair>)> {
    let mut all = merged(pairs);
    let name = |pair: &Pair| String::from_utf8_lossy(&pair.key).into_owned();
    for (at, pair) in pairs.iter().enumerate().take(PARAMETERS) {
        let mut kept = pairs.to_vec();
        kept.remove(at);
        all.push((format!("`{}` was added", name(pair)), kept));
    }
    let own = |pair: &&Pair| pair.key.starts_with(b"X-Amz-");
    if pairs.iter().any(|pair| own(&pair)) {
        let kept = pairs.iter().filter(own).cloned().collect();
        all.push((
            "all but the parameters of the signature were added".to_owned(),
            kept,
        ));
    }
    for count in (1..pairs.len()).rev().take(PARAMETERS) {
        let Some((kept, added)) = pairs.split_at_checked(count) else {
            continue;
        };
        let names: Vec<String> = added
            .iter()
            .map(|pair| format!("`{}`", name(pair)))
            .collect();
        all.push((format!("{} were added", names.join(", ")), kept.to_vec()));
    }
    all.push((
        "parameters without a value were added".to_owned(),
        pairs
            .iter()
            .filter(|pair| !pair.value.is_empty())
            .cloned()
            .collect(),
    ));
    all
}

/// Parameters of one key as a map of the sender keeps them.
fn merged(pairs: &[Pair]) -> Vec<(String, Vec<Pair>)> {
    let mut seen = HashSet::new();
    let first: Vec<Pair> = pairs
        .iter()
        .filter(|pair| seen.insert(pair.key.clone()))
        .cloned()
        .collect();
    if first.len() == pairs.len() {
        return Vec::new();
    }
    let mut seen = HashSet::new();
    let last = pairs
        .iter()
        .rev()
        .filter(|pair| seen.insert(pair.key.clone()));
    let last: Vec<Pair> = last.cloned().collect();
    let mut values: std::collections::HashMap<&[u8], Vec<&[u8]>> = std::collections::HashMap::new();
    for pair in pairs {
        values.entry(&pair.key).or_default().push(&pair.value);
    }
    let with = |separator: &[u8]| {
        let merged = first.iter().map(|pair| Pair {
            value: values
                .get(&*pair.key)
                .map(|all| all.join(separator))
                .unwrap_or_default(),
            ..pair.clone()
        });
        merged.collect::<Vec<_>>()
    };
    let say = |how: &str| format!("a key that is there several times {how}");
    vec![
        (say("had its last value only"), last),
        (say("had its values joined with `,`"), with(b",")),
        (say("had its values joined with `, `"), with(b", ")),
        (say("had its first value only"), first.clone()),
    ]
}
