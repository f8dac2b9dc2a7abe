//! Each deliberate mistake is named, alone and with another one.

use std::collections::BTreeSet;

use crate::sigv4::canonical_request::{CanonicalRequest, sha256_hex};
use crate::sigv4::{
    Authorization, Candidates, Canonicalisation, Cause, CredentialScope, Credentials, Explanation,
    Policy, Request, Stages, Timestamp, explain,
};

const SECRET: &str = "0f1e2d3c4b5a";
const KEY: &str = "0123456789abcdef0123456789abcdef.sql.my/SALES";
const USUAL: Candidates<'static> = Candidates {
    regions: &["ap-southeast-5", "ap-southeast-1"],
    services: &["sqlaccount", "execute-api"],
    hosts: &["api.sql.my"],
};

/// Target, body, and what the sender does wrong.
type Mistake = (&'static str, &'static str, fn(&mut Sender));

/// What a sender signs, right until a test spoils it.
struct Sender {
    canonical: CanonicalRequest,
    time: Timestamp,
    region: &'static str,
    service: &'static str,
    secret: String,
}

/// Explains a request signed by a sender who made the mistake `spoil`.
fn spoiled(target: &str, body: &[u8], spoil: impl Fn(&mut Sender)) -> Explanation {
    let time = Timestamp::parse("20260115T083000Z").unwrap();
    let headers = [
        ("Host", "10.0.0.1:8080"),
        ("Content-Type", "application/json"),
        ("X-Amz-Date", "20260115T083000Z"),
    ];
    let request = Request {
        method: "POST",
        target,
        headers: &headers,
        body,
    };
    let signed = ["content-type", "host", "x-amz-date"].map(str::to_owned);
    let mut sender = Sender {
        canonical: CanonicalRequest::of(&request, &signed, Canonicalisation::STANDARD),
        time,
        region: "ap-southeast-5",
        service: "sqlaccount",
        secret: SECRET.to_owned(),
    };
    spoil(&mut sender);
    let scope = |region: &str, service: &str| CredentialScope {
        date: time.date(),
        region: region.to_owned(),
        service: service.to_owned(),
    };
    let theirs = scope(sender.region, sender.service);
    let stages = Stages::of(&sender.canonical, sender.time, &theirs, &sender.secret);
    let header = format!(
        "AWS4-HMAC-SHA256 Credential={KEY}/{},SignedHeaders={},Signature={}",
        scope("ap-southeast-5", "sqlaccount"),
        signed.join(";"),
        stages.signature
    );
    let authorization = Authorization::parse_header(&header, "20260115T083000Z").unwrap();
    let keys = Credentials::new(KEY, SECRET);
    explain(
        &request,
        &authorization,
        &keys,
        time,
        &Policy::STRICT,
        &USUAL,
    )
}

fn causes(explanation: &Explanation) -> String {
    let causes: Vec<String> = explanation.causes.iter().map(Cause::to_string).collect();
    format!("{}: {}\n", explanation.theirs.is_some(), causes.join("; "))
}

#[test]
fn every_mistake_is_named() {
    let mistakes: [Mistake; 24] = [
        ("/a/*?b=1", "{}", |_| {}),
        ("/a/*?b=1", "{}", |s| s.canonical.path = "/a/*".to_owned()),
        ("/a/*?b=1", "{}", |s| s.canonical.path = "/a/".to_owned()),
        ("/a/?b=1", "{}", |s| s.canonical.path = "/a".to_owned()),
        ("/a?b=1", "{}", |s| s.canonical.path = "/a/".to_owned()),
        ("/a%20b", "{}", |s| s.canonical.path = "/a%20b".to_owned()),
        ("/a/%2A", "{}", |s| s.canonical.path = "/a/%2A".to_owned()),
        ("/a?b=1+2", "{}", |s| {
            s.canonical.query = "b=1%202".to_owned();
        }),
        ("/a?b=1&a=2", "{}", |s| {
            s.canonical.query = "b=1&a=2".to_owned();
        }),
        ("/a?b=1,2", "{}", |s| s.canonical.query = "b=1,2".to_owned()),
        ("/a", "{}", |s| s.canonical.payload = sha256_hex(b"")),
        ("/a", "{}", |s| s.canonical.payload = sha256_hex(b"{}\n")),
        ("/a", "{\n}", |s| {
            s.canonical.payload = sha256_hex(b"{\r\n}");
        }),
        ("/a", "{}", |s| s.region = "ap-southeast-1"),
        ("/a", "{}", |s| s.service = "execute-api"),
        ("/a", "{}", |s| {
            s.canonical.headers[1].1 = "api.sql.my".to_owned();
        }),
        ("/a", "{}", |s| {
            s.canonical.headers[0].1 = "application/json; charset=utf-8".to_owned();
        }),
        ("/a", "{}", |s| s.secret.push('\n')),
        ("/a", "{}", |s| {
            s.time = s.time.shifted(8 * 3600);
            s.canonical.headers[2].1 = s.time.to_string();
        }),
        ("/a", "{}", |s| {
            s.time = s.time.shifted(-5 * 3600);
            s.canonical.headers[2].1 = s.time.to_string();
        }),
        ("/a", "{}", |s| {
            s.time = s.time.shifted(-3);
            s.canonical.headers[2].1 = s.time.to_string();
        }),
        ("/a", "{}", |s| s.canonical.method = "post".to_owned()),
        ("/a/*", "{}", |s| {
            s.canonical.path = "/a/*".to_owned();
            s.service = "execute-api";
        }),
        ("/a", "{}", |s| {
            "another secret altogether".clone_into(&mut s.secret);
        }),
    ];
    let mut said = String::new();
    let mut advice = BTreeSet::new();
    for (target, body, spoil) in mistakes {
        let explanation = spoiled(target, body.as_bytes(), spoil);
        assert_eq!(explanation.matches(), said.is_empty(), "{target}");
        if let Some(theirs) = &explanation.theirs {
            assert_eq!(theirs.signature, explanation.signature);
        }
        let shown = format!("{explanation:?}");
        assert!(!shown.contains(SECRET) && !shown.contains("altogether"));
        said.push_str(&format!("{target} {}", causes(&explanation)));
        advice.extend(explanation.causes.iter().map(Cause::advice));
    }
    insta::assert_snapshot!(said, @r"
    /a/*?b=1 true: 
    /a/*?b=1 true: the path was signed as sent, without encoding it again (`*` must be `%2A`)
    /a/*?b=1 true: the path was signed without the `*` at its end
    /a/?b=1 true: the path was signed without the slash at its end
    /a?b=1 true: the path was signed with a slash at its end that was not sent
    /a%20b true: the path was signed as sent, without encoding it again (`*` must be `%2A`)
    /a/%2A true: the path was signed as sent, without encoding it again (`*` must be `%2A`)
    /a?b=1+2 true: the query was signed with `+` as a space; send a plus as `%2B` and a space as `%20`
    /a?b=1&a=2 true: the query was signed as sent, neither sorted nor encoded
    /a?b=1,2 true: the query was signed as sent, sorted but not encoded
    /a true: the body that was signed differs from the one sent: it was signed as empty
    /a true: the body that was signed differs from the one sent: it lost a line feed at its end
    /a true: the body that was signed differs from the one sent: its line ends (CR LF) were changed to LF
    /a true: the signature is for the region `ap-southeast-1`, the credential for another one
    /a true: the signature is for the service `execute-api`, the credential for another one
    /a true: header `host` was `api.sql.my` when it was signed
    /a true: header `content-type` was `application/json; charset=utf-8` when it was signed
    /a true: the secret key was followed by a line feed
    /a true: the time in the signature is 8 h from the X-Amz-Date that was sent (a local time?)
    /a true: the time in the signature is -5 h from the X-Amz-Date that was sent (a local time?)
    /a true: the time in the signature is -3 s from the X-Amz-Date that was sent
    /a true: the method was signed as `post`
    /a/* true: the path was signed as sent, without encoding it again (`*` must be `%2A`); the signature is for the service `execute-api`, the credential for another one
    /a false:
    ");
    let advice: Vec<&str> = advice.into_iter().collect();
    insta::assert_snapshot!(advice.join("\n"), @"
    do not sign the header, or make sure that nothing changes it on its way
    encode path and query once, then sign and send that same URL
    read the clock once, in UTC, and use that time in X-Amz-Date, string to sign and scope
    sign exactly the bytes that are sent
    sign the host that the service sees; a proxy in front must pass Host on unchanged
    sign the method that is sent, in upper case
    use day, region and service of the credential in key and string to sign alike
    use exactly the secret key that SQL Account showed
    ");
}

#[test]
fn a_right_signature_has_no_cause() {
    let explanation = spoiled("/a", b"", |_| {});
    assert!(explanation.matches() && explanation.refusals.is_empty());
}
