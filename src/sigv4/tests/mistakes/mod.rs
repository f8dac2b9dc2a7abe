//! One mistake each, made with a correct request, and the cause that must be named for it.

mod bodies;
mod headers;
mod paths;
mod places;
mod queries;

use proptest::prelude::*;

use crate::sigv4::canonical_request::{CanonicalRequest, sha256_hex};
use crate::sigv4::signature_inputs::SignatureInputs;
use crate::sigv4::{
    Authorization, Candidates, Canonicalisation, Cause, Credentials, Explanation, Policy, Request,
    Timestamp, explain,
};

const KEY: &str = "0123456789abcdef0123456789abcdef.sql.my/SALES";
const SECRET: &str = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";
const TIME: &str = "20260115T083000Z";

/// A request as it arrives, `METHOD target`, lines of headers beside `Host` and `X-Amz-Date`, the body.
type Arrives = (
    &'static str,
    &'static [(&'static str, &'static str)],
    &'static str,
);

/// What arrives, what the sender did otherwise, and a part of the cause.
type Mistake = (Arrives, fn(&mut SignatureInputs), &'static str);

/// Explains a request that a sender signed with the mistake `spoil`.
fn explained(arrives: &Arrives, secret: &str, spoil: impl Fn(&mut SignatureInputs)) -> Explanation {
    let (line, more, body) = arrives;
    let (method, target) = line.split_once(' ').unwrap();
    let mut headers = more.to_vec();
    if !headers.iter().any(|(name, _)| *name == "Host") {
        headers.push(("Host", "api.sql.my"));
    }
    headers.push(("X-Amz-Date", TIME));
    let request = Request {
        method,
        target,
        headers: &headers,
        body: body.as_bytes(),
    };
    let mut names: Vec<String> = headers
        .iter()
        .map(|(name, _)| name.to_lowercase())
        .filter(|name| !name.contains("forwarded"))
        .collect();
    names.sort();
    names.dedup();
    let credential = format!("{KEY}/20260115/ap-southeast-5/sqlaccount/aws4_request");
    let header = |signature: &str| {
        let names = names.join(";");
        let text = format!(
            "AWS4-HMAC-SHA256 Credential={credential},SignedHeaders={names},Signature={signature}"
        );
        Authorization::parse_header(&text, TIME).unwrap()
    };
    let scope = header(&"0".repeat(64)).scope;
    let canonical = CanonicalRequest::of(&request, &names, Canonicalisation::STANDARD);
    let mut inputs = SignatureInputs::new(canonical, TIME.to_owned(), &scope, secret);
    spoil(&mut inputs);
    let theirs = inputs.stages(&inputs.signing_key());
    let usual = Candidates {
        regions: &["ap-southeast-5", "us-east-1"],
        services: &["sqlaccount", "execute-api"],
        hosts: &["api.sql.my"],
    };
    explain(
        &request,
        &header(&theirs.signature),
        &Credentials::new(KEY, SECRET),
        Timestamp::parse(TIME).unwrap(),
        &Policy::STRICT,
        &usual,
    )
}

fn set(inputs: &mut SignatureInputs, header: &str, value: &str) {
    let headers = inputs.request.headers.iter_mut();
    for (_, old) in headers.filter(|(name, _)| name == header) {
        value.clone_into(old);
    }
}

fn body(inputs: &mut SignatureInputs, body: &str) {
    inputs.request.payload = sha256_hex(body.as_bytes());
}

const PLAIN: Arrives = ("GET /agent", &[], "");
const JSON: &[(&str, &str)] = &[("Content-Type", "application/json")];
const POST: Arrives = ("POST /agent", JSON, "{\"code\":\"A/é\",\"qty\":2}");

const fn get(target: &'static str) -> Arrives {
    (target, &[], "")
}

fn causes(explanation: &Explanation) -> String {
    let causes: Vec<String> = explanation.causes.iter().map(Cause::to_string).collect();
    causes.join("; ")
}

#[test]
fn every_single_mistake_is_named() {
    let tables = [
        &places::PLACES[..],
        &bodies::BODIES,
        &queries::QUERIES,
        &paths::PATHS,
        &headers::HEADERS,
    ];
    let mut wrong = Vec::new();
    for (arrives, spoil, expected) in tables.into_iter().flatten() {
        let right = explained(arrives, SECRET, |_| {});
        assert!(right.matches() && right.causes.is_empty(), "{}", arrives.0);
        let said = explained(arrives, SECRET, spoil);
        assert!(!said.matches(), "{expected}");
        let shown = causes(&said);
        if said.causes.len() > 1
            || !shown.contains(expected)
            || !expected.is_empty() && shown.is_empty()
        {
            wrong.push(format!("{} {expected}: {shown}", arrives.0));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_secret_is_blamed_only_when_nothing_else_is_left() {
    let other = |inputs: &mut SignatureInputs| inputs.key.secret = b"another".to_vec().into();
    assert!(explained(&PLAIN, SECRET, other).leaves_only_the_secret());
    for arrives in [
        POST,
        get("GET /agent?a=1"),
        ("GET /agent", &[("X-A", "1")], ""),
    ] {
        let said = explained(&arrives, SECRET, other);
        assert!(
            said.theirs.is_none() && !said.leaves_only_the_secret(),
            "{}",
            arrives.0
        );
    }
    let unsigned = |inputs: &mut SignatureInputs| {
        other(inputs);
        inputs.time = "x".to_owned();
    };
    assert!(explained(&PLAIN, SECRET, unsigned).theirs.is_none());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn another_secret_is_never_another_mistake(at in 0..SECRET.len(), by in "[g-zA-Z+/=]") {
        let mut secret = SECRET.to_owned();
        secret.replace_range(at..=at, &by);
        for arrives in [PLAIN, POST] {
            let said = explained(&arrives, &secret, |_| {});
            prop_assert!(said.theirs.is_none() && said.causes.is_empty(), "{}", causes(&said));
        }
    }
}
