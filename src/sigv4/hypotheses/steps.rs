//! Steps of the specification that were computed in another way.

use crate::sigv4::authorization::Authorization;
use crate::sigv4::canonical_request::sha256_hex;
use crate::sigv4::cause::Cause;
use crate::sigv4::signature_inputs::{Hypothesis, KeyInputs, SignatureInputs, WriteString};
use crate::sigv4::signing_key::SigningKey;
use crate::sigv4::string_to_sign::{ALGORITHM, string_to_sign};

use super::clock::set_header;

/// A way to derive the key.
type Derive = fn(&KeyInputs) -> SigningKey;

/// Guesses at each step.
pub(super) fn steps(authorization: &Authorization) -> Vec<Hypothesis> {
    let mut all = Vec::new();
    all.extend(
        DERIVATIONS.map(|(how, derive)| guess(how, move |inputs| inputs.key.derive = derive)),
    );
    all.extend(STRINGS.map(|(how, write)| guess(how, move |inputs| inputs.write_string = write)));
    all.extend(REQUESTS.map(|(how, write)| guess(how, move |inputs| inputs.write_request = write)));
    all.extend(texts(authorization));
    all
}

fn guess(how: &'static str, change: impl Fn(&mut SignatureInputs) + 'static) -> Hypothesis {
    Hypothesis::new(Cause::Step(how), change)
}

fn derived(start: &[u8], parts: &[String]) -> SigningKey {
    SigningKey::derived(start.to_vec().into(), parts.iter().map(String::as_str))
}

const DERIVATIONS: [(&str, Derive); 10] = [
    (
        "the steps of the signing key used hex digits in place of bytes",
        |key| {
            let start = [b"AWS4", &**key.secret].concat();
            let mut text = start;
            for part in &key.parts {
                let step = derived(&text, std::slice::from_ref(part));
                text = step.as_hex().bytes().to_vec();
            }
            derived(&text, &[])
        },
    ),
    (
        "the signing key was used as hex digits in place of bytes",
        |key| key.standard().as_hex(),
    ),
    ("the secret was used without `AWS4` before it", |key| {
        derived(&key.secret, &key.parts)
    }),
    (
        "the secret was used with `aws4` before it, not `AWS4`",
        |key| derived(&[b"aws4", &**key.secret].concat(), &key.parts),
    ),
    ("`aws4_request` is missing in the signing key", |key| {
        derived(
            &[b"AWS4", &**key.secret].concat(),
            key.parts.get(..3).unwrap_or_default(),
        )
    }),
    (
        "the signing key has service and region in the wrong order",
        |key| {
            let [day, region, service, end] = key.parts.clone();
            derived(
                &[b"AWS4", &**key.secret].concat(),
                &[day, service, region, end],
            )
        },
    ),
    ("the secret itself was used as the signing key", |key| {
        derived(&key.secret, &[])
    }),
    (
        "the secret with `AWS4` before it was used as the signing key",
        |key| derived(&[b"AWS4", &**key.secret].concat(), &[]),
    ),
    (
        "the signing key was derived from the whole scope in one step",
        |key| derived(&[b"AWS4", &**key.secret].concat(), &[key.parts.join("/")]),
    ),
    (
        "the steps of the signing key have key and message in the wrong order",
        |key| {
            let mut text = [b"AWS4", &**key.secret].concat();
            for part in &key.parts {
                text = SigningKey::swapped(part, &text).bytes().to_vec();
            }
            derived(&text, &[])
        },
    ),
];

const STRINGS: [(&str, WriteString); 12] = [
    (
        "the string to sign has a line end at its end",
        |time, scope, request| format!("{}\n", string_to_sign(time, scope, request)),
    ),
    (
        "the string to sign has CR LF as line ends",
        |time, scope, request| string_to_sign(time, scope, request).replace('\n', "\r\n"),
    ),
    (
        "the string to sign has `\\n` as two characters",
        |time, scope, request| string_to_sign(time, scope, request).replace('\n', "\\n"),
    ),
    (
        "the string to sign has the canonical request itself, not its hash",
        |time, scope, request| format!("{ALGORITHM}\n{time}\n{scope}\n{request}"),
    ),
    (
        "the hash of the canonical request is in capitals",
        |time, scope, request| {
            let hash = sha256_hex(request.as_bytes()).to_uppercase();
            format!("{ALGORITHM}\n{time}\n{scope}\n{hash}")
        },
    ),
    (
        "the canonical request was hashed twice",
        |time, scope, request| string_to_sign(time, scope, &sha256_hex(request.as_bytes())),
    ),
    (
        "the string to sign has no algorithm",
        |time, scope, request| {
            let text = string_to_sign(time, scope, request);
            text.split_once('\n')
                .map_or_else(String::new, |(_, rest)| rest.to_owned())
        },
    ),
    ("the string to sign has no scope", |time, _, request| {
        format!("{ALGORITHM}\n{time}\n{}", sha256_hex(request.as_bytes()))
    }),
    ("the string to sign has no time", |_, scope, request| {
        format!("{ALGORITHM}\n{scope}\n{}", sha256_hex(request.as_bytes()))
    }),
    (
        "the scope in the string to sign has no `aws4_request`",
        |time, scope, request| {
            let scope = scope.rsplit_once('/').map_or("", |(scope, _)| scope);
            string_to_sign(time, scope, request)
        },
    ),
    (
        "the algorithm in the string to sign is in lower case",
        |time, scope, request| {
            let text = string_to_sign(time, scope, request);
            text.replacen(ALGORITHM, &ALGORITHM.to_lowercase(), 1)
        },
    ),
    (
        "the canonical request was signed in place of the string to sign",
        |_, _, request| request.to_owned(),
    ),
];

/// A change to the text of the canonical request, and what it is called.
type WriteRequest = (&'static str, fn(String) -> String);

const REQUESTS: [WriteRequest; 9] = [
    ("the canonical request has a line end at its end", |text| {
        format!("{text}\n")
    }),
    ("the canonical request has CR LF as line ends", |text| {
        text.replace('\n', "\r\n")
    }),
    (
        "the canonical request has `\\n` as two characters",
        |text| text.replace('\n', "\\n"),
    ),
    (
        "the canonical request has no empty line after its headers",
        |text| match text.rfind("\n\n") {
            Some(at) => [text.get(..at), text.get(at + 1..)]
                .into_iter()
                .flatten()
                .collect(),
            None => text,
        },
    ),
    (
        "the canonical request has two empty lines after its headers",
        |text| match text.rfind("\n\n") {
            Some(at) => [text.get(..at), Some("\n"), text.get(at..)]
                .into_iter()
                .flatten()
                .collect(),
            None => text,
        },
    ),
    (
        "the canonical request has no line for its empty query",
        |text| without_line(&text, 2),
    ),
    (
        "the canonical request has no list of signed headers",
        |text| without_line(&text, text.matches('\n').count().saturating_sub(1)),
    ),
    ("the canonical request has no hash of the body", |text| {
        text.rsplit_once('\n')
            .map_or_else(String::new, |(start, _)| start.to_owned())
    }),
    (
        "the canonical request has blanks at the end of its lines",
        |text| text.replace('\n', " \n"),
    ),
];

/// The text without the line of that number, counted from 0.
fn without_line(text: &str, number: usize) -> String {
    let lines = text.split('\n').enumerate().filter(|(at, _)| *at != number);
    let lines: Vec<&str> = lines.map(|(_, line)| line).collect();
    lines.join("\n")
}

/// Other ways to write the time, and the whole credential as the scope.
fn texts(authorization: &Authorization) -> Vec<Hypothesis> {
    let time = authorization.time.to_string();
    let part = |from: usize, to: usize| time.get(from..to).unwrap_or_default().to_owned();
    let [year, month, day, hour, minute, second] =
        [(0, 4), (4, 6), (6, 8), (9, 11), (11, 13), (13, 15)].map(|(from, to)| part(from, to));
    let forms = [
        format!("{year}-{month}-{day}T{hour}:{minute}:{second}Z"),
        format!("{year}-{month}-{day}T{hour}:{minute}:{second}.000Z"),
        format!("{year}{month}{day}T{hour}{minute}{second}"),
        format!("{year}{month}{day}"),
        format!("{year}{month}{day}{hour}{minute}{second}"),
        format!("{year}{month}{day}T{hour}{minute}{second}.000Z"),
        authorization.time.seconds().to_string(),
    ];
    let mut all = Vec::new();
    for form in forms {
        for (in_string, in_header) in [(true, false), (false, true), (true, true)] {
            let form = form.clone();
            let how = "the time is written in another way than 20260115T083000Z";
            all.push(guess(how, move |inputs| {
                if in_string {
                    form.clone_into(&mut inputs.time);
                }
                if in_header {
                    set_header(inputs, &form);
                }
            }));
        }
    }
    let credential = format!("{}/{}", authorization.access_key, authorization.scope);
    let how = "the string to sign has the whole credential in place of the scope";
    all.push(guess(how, move |inputs| {
        credential.clone_into(&mut inputs.scope);
    }));
    all
}
