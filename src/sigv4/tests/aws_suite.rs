//! The signing test suite of AWS, step by step.

use std::fmt::Write;

use serde_json::Value;

use super::vectors::data;
use crate::sigv4::canonical_request::CanonicalRequest;
use crate::sigv4::string_to_sign::string_to_sign;
use crate::sigv4::{
    Authorization, Canonicalisation, Credentials, Policy, Request, SignatureLocation, Signing,
    Timestamp, sign, verify,
};

const TIME: &str = "20150830T123600Z";

/// A request as the suite writes it.
struct Parsed<'t> {
    method: &'t str,
    target: &'t str,
    headers: Vec<(String, String)>,
    body: &'t str,
}

impl<'t> Parsed<'t> {
    fn of(text: &'t str) -> Self {
        let (head, body) = text.split_once("\n\n").unwrap_or((text, ""));
        let (line, rest) = head.split_once('\n').unwrap();
        let (method, line) = line.split_once(' ').unwrap();
        let mut headers: Vec<(String, String)> = Vec::new();
        for line in rest.lines() {
            // A value may go on in the next line.
            let last = headers.last_mut().filter(|_| line.starts_with(' '));
            if let Some((_, value)) = last {
                value.push_str(line);
            } else {
                let (name, value) = line.split_once(':').unwrap();
                headers.push((name.to_owned(), value.to_owned()));
            }
        }
        Self {
            method,
            target: line.rsplit_once(' ').unwrap().0,
            headers,
            body,
        }
    }

    fn with<T>(&self, look: impl FnOnce(&Request<'_>) -> T) -> T {
        let headers = self.headers.iter();
        let headers: Vec<(&str, &str)> = headers.map(|(n, v)| (n.as_str(), v.as_str())).collect();
        look(&Request {
            method: self.method,
            target: self.target,
            headers: &headers,
            body: self.body.as_bytes(),
        })
    }
}

fn credentials(case: &Value) -> Credentials {
    let keys = Credentials::new("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");
    keys.with_session_token(case["token"].as_str().unwrap_or_default())
}

fn cases() -> Vec<Value> {
    let all = data("aws.json")["cases"].as_array().unwrap().clone();
    assert_eq!(all.len(), 38);
    all
}

#[test]
fn every_step_is_as_in_the_suite_but_for_paths_that_are_not_normalised() {
    let mut differences = String::new();
    for case in cases() {
        for place in ["header", "query"] {
            let name = case["name"].as_str().unwrap();
            let text = |key: &str| case[place][key].as_str().unwrap();
            let parsed = Parsed::of(text("signed_request"));
            parsed.with(|request| {
                let authorization = Authorization::of(request).unwrap();
                assert_eq!(authorization.signature, text("signature"), "{name}");
                let (time, scope) = (authorization.time, &authorization.scope);
                let theirs = text("canonical_request");
                let to_sign = string_to_sign(&time.to_string(), &scope.to_string(), theirs);
                assert_eq!(to_sign, text("string_to_sign"), "{name}, {place}");
                let names = &authorization.signed_headers;
                let ours = CanonicalRequest::of(request, names, Canonicalisation::STANDARD).text();
                let verdict = |policy| {
                    let keys = credentials(&case);
                    let outcome = verify(request, &authorization, &keys, time, policy);
                    outcome.map_or_else(|refusal| refusal.to_string(), |_| "accepted".to_owned())
                };
                let (strict, lenient) = (verdict(&Policy::STRICT), verdict(&Policy::LENIENT));
                assert_eq!(
                    ours == theirs,
                    strict == "accepted",
                    "{name}, {place}: {strict}"
                );
                if ours != theirs {
                    writeln!(differences, "{name}, {place}: {strict} | {lenient}").unwrap();
                }
            });
        }
    }
    // The last one adds the token to the query after it was signed.
    insta::assert_snapshot!(differences, @r"
    get-relative-relative-unnormalized, header: the signature does not match | accepted
    get-relative-relative-unnormalized, query: the signature does not match | accepted
    get-relative-unnormalized, header: the signature does not match | accepted
    get-relative-unnormalized, query: the signature does not match | accepted
    get-slash-dot-slash-unnormalized, header: the signature does not match | accepted
    get-slash-dot-slash-unnormalized, query: the signature does not match | accepted
    get-slash-pointless-dot-unnormalized, header: the signature does not match | accepted
    get-slash-pointless-dot-unnormalized, query: the signature does not match | accepted
    get-slash-unnormalized, header: the signature does not match | accepted
    get-slash-unnormalized, query: the signature does not match | accepted
    get-slashes-unnormalized, header: the signature does not match | accepted
    get-slashes-unnormalized, query: the signature does not match | accepted
    post-sts-header-after, query: the signature does not match | the signature does not match
    ");
}

#[test]
fn what_is_signed_here_is_signed_as_in_the_suite() {
    let mut differences = Vec::new();
    for case in cases() {
        let keys = credentials(&case);
        let signing = Signing {
            credentials: &keys,
            region: "us-east-1",
            service: "service",
            time: Timestamp::parse(TIME).unwrap(),
            location: SignatureLocation::Header,
        };
        let parsed = Parsed::of(case["request"].as_str().unwrap());
        let signed = parsed.with(|request| sign(request, &signing)).unwrap();
        let theirs = &case["header"];
        let same = signed.stages.canonical_request == theirs["canonical_request"]
            && signed.stages.string_to_sign == theirs["string_to_sign"]
            && signed.stages.signature == theirs["signature"];
        let name = case["name"].as_str().unwrap();
        if !same && case["normalize"] != false {
            differences.push(name.to_owned());
        }
    }
    let others = [
        // Sent encoded here, and so signed with the escape encoded once more.
        "get-space-normalized",
        "get-utf8",
        // The token is not signed there.
        "post-sts-header-after",
        // The body's hash and length are signed headers there.
        "post-x-www-form-urlencoded",
        "post-x-www-form-urlencoded-parameters",
    ];
    assert_eq!(differences, others);
}
