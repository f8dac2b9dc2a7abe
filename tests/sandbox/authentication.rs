//! Who is let in, and what those who are not learn.

use std::time::SystemTime;

use sqlacc_postman::sigv4::{Credentials, SignatureLocation, Timestamp};

use super::server::{Server, run};
use super::wire::Answer;

#[track_caller]
fn assert_refused(answer: &Answer) {
    assert_eq!(answer.status, 401, "{answer:?}");
    assert_eq!(
        answer.body,
        "{\"error\":{\"code\":401,\"message\":\"Invalid signature\"}}"
    );
}

#[test]
fn unsigned_requests_learn_nothing() {
    let server = Server::start(&[]);
    for (method, target) in [
        ("GET", "/agent"),
        ("GET", "/agent/HALIM"),
        ("GET", "/healthcheck"),
        ("GET", "/postman_collection.json"),
        ("GET", "/version"),
        ("GET", "/nothing"),
        ("GET", "/"),
        ("POST", "/agent"),
        ("PUT", "/agent/HALIM"),
        ("DELETE", "/agent/HALIM"),
        ("OPTIONS", "/agent"),
        ("PATCH", "/agent"),
        ("TRACE", "/agent"),
    ] {
        let answer = server.call(method, target).send(&server.host);
        assert_refused(&answer);
    }
    let head = server.call("HEAD", "/agent").send(&server.host);
    assert_eq!((head.status, head.body.as_str()), (401, ""));
    server.assert_well();
}

#[test]
fn a_wrong_secret_an_unknown_key_and_a_revoked_one_look_alike() {
    let server = Server::start(&[]);
    let folder = server.folder.clone();
    let secret = "0".repeat(64);
    let unknown = format!("{}.sql.my/API", "0".repeat(32));
    let other = run(
        folder.path(),
        &["key", "--data", super::server::DATA, "generate", "OTHER"],
    );
    let text = String::from_utf8(other.stdout).unwrap();
    let words: Vec<&str> = text.split_whitespace().collect();
    let (other_access, other_secret) = (words[2], words[5]);
    let good = Credentials::new(other_access, other_secret);
    let call = || server.call("GET", "/agent");
    assert_eq!(call().signed(&good).send(&server.host).status, 200);
    run(
        folder.path(),
        &["key", "--data", super::server::DATA, "revoke", other_access],
    );
    let refused: Vec<Answer> = [
        // A wrong secret.
        Credentials::new(server.access_key.as_str(), secret.as_str()),
        // An access key that is not there, with the secret used in its place.
        Credentials::new(unknown.as_str(), secret.as_str()),
        // A revoked pair.
        Credentials::new(other_access, other_secret),
        // Somebody else's secret.
        Credentials::new(server.access_key.as_str(), other_secret),
        // One's own secret, for somebody else.
        Credentials::new(unknown.as_str(), server.secret_key.as_str()),
        // Not a key at all.
        Credentials::new("'; DROP TABLE access_key; --", secret.as_str()),
    ]
    .iter()
    .filter_map(|credentials| {
        // What cannot stand in a header is sent as it is.
        let is_plain = !credentials.access_key().contains(' ');
        is_plain.then(|| call().signed(credentials).send(&server.host))
    })
    .collect();
    for answer in &refused {
        assert_refused(answer);
        assert_eq!(answer.header_names(), refused[0].header_names());
    }
    server.assert_well();
}

#[test]
fn what_was_changed_after_signing_is_refused() {
    let server = Server::start(&[]);
    let credentials = server.credentials();
    let body = "{\"code\":\"A\",\"description\":\"first\"}";
    let signed = server
        .call("POST", "/agent")
        .with("Content-Type", "application/json")
        .body(body)
        .signed(&credentials);
    let mut altered = signed.clone();
    altered.body = body.replace("first", "other").into_bytes();
    assert_refused(&altered.send(&server.host));
    let mut altered = signed.clone();
    altered.body.clear();
    assert_refused(&altered.send(&server.host));
    for location in [
        SignatureLocation::Header,
        SignatureLocation::Query { expires: Some(60) },
    ] {
        let get = server.call("GET", "/agent?offset=0");
        let signed = get.signed_at(&credentials, 0, location);
        assert_eq!(signed.send(&server.host).status, 200, "{location:?}");
        for (from, to) in [
            ("offset=0", "offset=1"),
            ("offset=0", "offset=0&code=A"),
            ("offset=0", ""),
            ("/agent", "/customer"),
            ("/agent", "/agent/A"),
        ] {
            let mut altered = signed.clone();
            altered.target = signed.target.replacen(from, to, 1);
            assert_refused(&altered.send(&server.host));
        }
        let mut altered = signed.clone();
        altered.method = "DELETE".to_owned();
        assert_refused(&altered.send(&server.host));
        let mut altered = signed.clone();
        altered.headers[0].1 = "api.sql.my".to_owned();
        assert_refused(&altered.send(&server.host));
        let twice = signed.clone().with("Host", "api.sql.my");
        assert_ne!(twice.send(&server.host).status, 200);
    }
    server.assert_well();
}

#[test]
fn a_signature_has_its_time() {
    let server = Server::start(&[]);
    let credentials = server.credentials();
    let status = |late, location| {
        let call = server.call("GET", "/agent");
        let call = call.signed_at(&credentials, late, location);
        call.send(&server.host).status
    };
    let presigned = |seconds| SignatureLocation::Query {
        expires: Some(seconds),
    };
    for (late, location, expected) in [
        (-240, SignatureLocation::Header, 200),
        (240, SignatureLocation::Header, 200),
        (-360, SignatureLocation::Header, 401),
        (360, SignatureLocation::Header, 401),
        (-3000, presigned(3600), 200),
        (-3700, presigned(3600), 401),
        (360, presigned(3600), 401),
        (0, presigned(604_801), 401),
        (-240, SignatureLocation::Query { expires: None }, 200),
        (-360, SignatureLocation::Query { expires: None }, 401),
    ] {
        assert_eq!(status(late, location), expected, "{late} {location:?}");
    }
    // A URL may be used again until it expires.
    let call = server.call("GET", "/agent");
    let call = call.signed_at(&credentials, -60, presigned(3600));
    assert_eq!(call.send(&server.host).status, 200);
    assert_eq!(call.send(&server.host).status, 200);
    server.assert_well();
}

#[test]
fn two_signatures_or_half_a_one_are_refused() {
    let server = Server::start(&[]);
    let credentials = server.credentials();
    let signed = server.call("GET", "/agent").signed(&credentials);
    let header = signed.headers.last().unwrap().clone();
    assert_eq!(header.0, "Authorization");
    let twice = signed.clone().with("Authorization", &header.1);
    assert_refused(&twice.send(&server.host));
    let both = server
        .call("GET", "/agent")
        .signed_at(
            &credentials,
            0,
            SignatureLocation::Query { expires: Some(60) },
        )
        .with("Authorization", &header.1);
    assert_refused(&both.send(&server.host));
    for (from, to) in [
        ("AWS4-HMAC-SHA256", "AWS3"),
        ("AWS4-HMAC-SHA256", "Bearer"),
        ("host;", ""),
        ("Signature=", "Signature="),
        ("Credential=", "Credential=/"),
        ("/aws4_request", ""),
    ] {
        let mut half = signed.clone();
        let value = &mut half.headers.last_mut().unwrap().1;
        *value = if from == to {
            value.split("Signature=").next().unwrap().to_owned()
        } else {
            value.replacen(from, to, 1)
        };
        assert_refused(&half.send(&server.host));
    }
    // The body may not be left out of the signature.
    let unsigned = server
        .call("POST", "/agent")
        .with("X-Amz-Content-Sha256", "UNSIGNED-PAYLOAD")
        .body("{\"code\":\"A\"}")
        .signed(&credentials);
    assert_refused(&unsigned.send(&server.host));
    server.assert_well();
}

#[test]
fn strict_wants_the_services_own_scope() {
    let (lenient, strict) = (Server::start(&[]), Server::start(&["--strict"]));
    for (server, region, service, expected) in [
        (&lenient, "ap-southeast-5", "sqlaccount", 200),
        (&lenient, "ap-southeast-1", "execute-api", 200),
        (&strict, "ap-southeast-5", "sqlaccount", 200),
        (&strict, "ap-southeast-1", "sqlaccount", 401),
        (&strict, "ap-southeast-5", "execute-api", 401),
    ] {
        let now = Timestamp::from(SystemTime::now());
        let call = server.call("GET", "/agent");
        let call = call.signed_for(
            &server.credentials(),
            now,
            SignatureLocation::Header,
            region,
            service,
        );
        let answer = call.send(&server.host);
        assert_eq!(answer.status, expected, "{region} {service}");
    }
}

#[test]
fn methods_and_endpoints_that_are_not_there() {
    let server = Server::start(&[]);
    let send = |method: &str, target: &str| {
        let call = server.call(method, target).signed(&server.credentials());
        call.send(&server.host)
    };
    for target in ["/nothing", "/", "//agent", "/healthcheck/x"] {
        let answer = send("GET", target);
        assert_eq!(answer.status, 404, "{target}");
        assert!(answer.body.starts_with('<'), "{answer:?}");
    }
    for (method, target, allowed) in [
        ("PATCH", "/agent", "GET, HEAD, POST, PUT, DELETE"),
        ("OPTIONS", "/agent", "GET, HEAD, POST, PUT, DELETE"),
        ("POST", "/healthcheck", "GET,HEAD"),
    ] {
        let answer = send(method, target);
        assert_eq!(answer.status, 405, "{method} {target}");
        assert_eq!(answer.header("allow"), Some(allowed));
    }
    let head = send("HEAD", "/healthcheck");
    assert_eq!((head.status, head.body.as_str()), (200, ""));
    let collection = send("GET", "/postman_collection.json");
    assert_eq!(collection.status, 200);
    let host = format!("\"http://{}\"", server.host);
    assert!(collection.body.contains(&host), "the host is not this one");
    server.assert_well();
}
