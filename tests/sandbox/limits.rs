//! What can be switched: rate, latency, failures, shape of errors, logs.

use std::time::{Duration, Instant};

use super::server::Server;
use super::wire::PATIENCE;

#[test]
fn a_key_over_its_rate_is_told_to_wait() {
    let server = Server::start(&["--rate-limit", "1"]);
    let end = Instant::now() + PATIENCE;
    let until = |status: u16| {
        let answers = std::iter::repeat_with(|| server.get("/healthcheck"));
        let mut answers = answers.take_while(|_| Instant::now() < end);
        answers.find(|answer| answer.status == status).unwrap()
    };
    assert_eq!(server.get("/healthcheck").status, 200);
    let answer = until(429);
    assert!(answer.body.contains("<h1>429 Too Many Requests</h1>"));
    assert_eq!(answer.header("content-type"), Some("text/html"));
    // A client without a key uses nothing up, and does not learn the rate.
    for _ in 0..20 {
        let unsigned = server.call("GET", "/healthcheck").send(&server.host);
        assert_eq!(unsigned.status, 401);
    }
    until(200);
}

#[test]
fn answers_can_be_late_or_fail_on_purpose() {
    let late = Server::start(&["--latency", "300-400"]);
    let start = Instant::now();
    assert_eq!(late.get("/healthcheck").status, 200);
    assert!(start.elapsed() >= Duration::from_millis(300));
    let failing = Server::start(&["--fail-rate", "1"]);
    let answer = failing.get("/agent");
    assert_eq!(answer.status, 502);
    assert!(answer.body.starts_with('<'));
    assert_eq!(
        failing.call("GET", "/agent").send(&failing.host).status,
        401
    );
    let sometimes = Server::start(&["--fail-rate", "0.5"]);
    let failed = (0..200).filter(|_| sometimes.get("/healthcheck").status == 502);
    let failed = failed.count();
    assert!((40..160).contains(&failed), "{failed} of 200");
}

#[test]
fn a_request_that_takes_too_long_is_given_up() {
    let server = Server::start(&["--latency", "600000", "--request-timeout", "200ms"]);
    let answer = server.get("/healthcheck");
    assert_eq!(answer.status, 504);
}

#[test]
fn errors_have_the_shape_that_was_asked_for() {
    for (shape, kind, body) in [
        (
            "object",
            "application/json",
            "{\"error\":{\"code\":401,\"message\":\"Invalid signature\"}}",
        ),
        (
            "message",
            "application/json",
            "{\"message\":\"Invalid signature\"}",
        ),
        ("text", "application/json", "\"Invalid signature\""),
        ("plain", "text/plain; charset=utf-8", "Invalid signature"),
    ] {
        let server = Server::start(&["--error-format", shape]);
        let answer = server.call("GET", "/agent").send(&server.host);
        assert_eq!((answer.status, answer.body.as_str()), (401, body));
        assert_eq!(answer.header("content-type"), Some(kind), "{shape}");
    }
}

#[test]
fn each_request_is_one_line_of_the_log() {
    let server = Server::start(&["--log-format", "json"]);
    let good = server.get("/agent?code=A%20B%0A");
    let id = good.header("x-request-id").unwrap();
    server.wait_for_log(id);
    let log = server.log();
    let line = log.lines().find(|line| line.contains(id)).unwrap();
    let line: serde_json::Value = serde_json::from_str(line).unwrap();
    assert_eq!(line["level"], "INFO");
    assert_eq!(line["method"], "GET");
    assert_eq!(line["path"], "/agent");
    assert_eq!(line["query"], "code=A B\u{FFFD}");
    assert_eq!(line["status"], 200);
    assert_eq!(line["user"], "API");
    let refused = server.call("GET", "/agent").send(&server.host);
    let id = refused.header("x-request-id").unwrap();
    server.wait_for_log(id);
    let log = server.log();
    let line = log.lines().find(|line| line.contains(id)).unwrap();
    let line: serde_json::Value = serde_json::from_str(line).unwrap();
    assert_eq!(
        (&line["level"], &line["user"]),
        (&"WARN".into(), &"-".into())
    );
    let reason = line["reason"].as_str().unwrap();
    assert!(reason.contains("no signature"), "{reason}");
}
