//! Other ways to write the names of the headers and the list of them.

use std::borrow::Cow;

use crate::sigv4::authorization::Authorization;
use crate::sigv4::canonical_request::canonical_header;
use crate::sigv4::cause::Cause;
use crate::sigv4::request::Request;
use crate::sigv4::signature_inputs::{Hypothesis, SignatureInputs};

/// How many unsigned headers are tried as signed ones.
const UNSIGNED: usize = 24;

/// Guesses at the names of the headers.
pub(super) fn names(request: &Request<'_>, authorization: &Authorization) -> Vec<Hypothesis> {
    let mut all = spellings(request, authorization);
    for name in &authorization.signed_headers {
        let (in_lines, in_list, nowhere) = (name.clone(), name.clone(), name.clone());
        all.push(guess(
            format!("without `{name}`, which SignedHeaders names"),
            move |inputs| {
                without_line(inputs, &nowhere);
                without_name(inputs, &nowhere);
            },
        ));
        all.push(guess(
            format!("without a line for `{name}`, which SignedHeaders names"),
            move |inputs| without_line(inputs, &in_lines),
        ));
        all.push(guess(
            format!("without the name `{name}` in the list below their lines"),
            move |inputs| without_name(inputs, &in_list),
        ));
    }
    let mut unsigned: Vec<String> = request
        .headers
        .iter()
        .map(|(name, _)| name.to_ascii_lowercase())
        .filter(|name| name != "authorization" && !authorization.signed_headers.contains(name))
        .take(UNSIGNED)
        .collect();
    unsigned.sort_unstable();
    unsigned.dedup();
    for name in unsigned {
        let value = canonical_header(request, &name);
        for is_listed in [true, false] {
            let (added, value) = (name.clone(), value.clone());
            let how = format!("with `{name}`, which SignedHeaders does not name");
            all.push(guess(how, move |inputs| {
                inputs.request.headers.push((added.clone(), value.clone()));
                inputs.request.headers.sort();
                if is_listed {
                    list(inputs);
                }
            }));
        }
    }
    all
}

fn guess(
    how: impl Into<Cow<'static, str>>,
    change: impl Fn(&mut SignatureInputs) + 'static,
) -> Hypothesis {
    Hypothesis::new(Cause::HeaderNames(how.into()), change)
}

/// Writes the list of names after the lines.
fn list(inputs: &mut SignatureInputs) {
    let names = inputs.request.headers.iter().map(|(name, _)| name.as_str());
    inputs.request.signed_headers = names.collect::<Vec<_>>().join(";");
}

fn without_line(inputs: &mut SignatureInputs, name: &str) {
    inputs.request.headers.retain(|(other, _)| other != name);
}

fn without_name(inputs: &mut SignatureInputs, name: &str) {
    let names = inputs.request.signed_headers.split(';');
    let names = names.filter(|other| *other != name);
    inputs.request.signed_headers = names.collect::<Vec<_>>().join(";");
}

/// Capitals, and other orders and separators.
fn spellings(request: &Request<'_>, authorization: &Authorization) -> Vec<Hypothesis> {
    let sent = |name: &str| {
        let mut names = request.headers.iter().map(|(name, _)| *name);
        let found = names.find(|other| other.eq_ignore_ascii_case(name));
        found.unwrap_or(name).to_owned()
    };
    let names = &authorization.signed_headers;
    let spellings = [
        names.iter().map(|name| sent(name)).collect::<Vec<_>>(),
        names.iter().map(|name| title(name)).collect(),
        names.iter().map(|name| name.to_uppercase()).collect(),
    ];
    let mut all = Vec::new();
    for spelling in spellings.into_iter().filter(|spelling| spelling != names) {
        for (in_lines, in_list) in [(false, true), (true, true), (true, false)] {
            let spelling = spelling.clone();
            all.push(guess(
                "with capitals in their names, which must be in lower case",
                move |inputs| {
                    if in_list {
                        inputs.request.signed_headers = spelling.join(";");
                    }
                    if in_lines {
                        let headers = inputs.request.headers.iter_mut();
                        for ((name, _), spelled) in headers.zip(&spelling) {
                            spelled.clone_into(name);
                        }
                    }
                },
            ));
        }
    }
    let position = |name: &str| {
        let mut headers = request.headers.iter();
        headers.position(|(other, _)| other.eq_ignore_ascii_case(name))
    };
    let mut order = names.clone();
    order.sort_by_key(|name| position(name));
    for (order, how) in [
        (order, "in the order in which they were sent, not sorted"),
        (names.iter().rev().cloned().collect(), "in reverse order"),
    ] {
        for is_listed in [false, true] {
            let order = order.clone();
            all.push(guess(how, move |inputs| {
                let place = |name: &String| order.iter().position(|other| other == name);
                inputs.request.headers.sort_by_key(|(name, _)| place(name));
                if is_listed {
                    list(inputs);
                }
            }));
        }
    }
    for (separator, how) in [
        (",", "with `,` between their names instead of `;`"),
        ("; ", "with a space after each `;` between their names"),
    ] {
        all.push(guess(how, move |inputs| {
            inputs.request.signed_headers = inputs.request.signed_headers.replace(';', separator);
        }));
    }
    all.push(guess("with a `;` after the last name", |inputs| {
        inputs.request.signed_headers.push(';');
    }));
    all.push(guess("with a space after each `:`", |inputs| {
        for (_, value) in &mut inputs.request.headers {
            value.insert(0, ' ');
        }
    }));
    all
}

/// `X-Amz-Date` for `x-amz-date`.
fn title(name: &str) -> String {
    let words = name.split('-').map(|word| {
        let mut characters = word.chars();
        let first = characters.next().map(|first| first.to_ascii_uppercase());
        first.into_iter().chain(characters).collect::<String>()
    });
    words.collect::<Vec<_>>().join("-")
}
