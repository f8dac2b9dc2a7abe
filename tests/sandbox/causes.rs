//! Why requests were refused: the log and the console say it, the client does not learn it.

use std::process::Stdio;

use sqlacc_postman::sigv4::Credentials;

use super::server::{Server, command};
use super::wire::Call;

/// What `sign explain` says is the cause.
fn explained(server: &Server, call: &Call) -> String {
    let mut child = command(server.folder.path())
        .args(["sign", "explain", "-e", "environment.json", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    std::io::Write::write_all(&mut stdin, &call.bytes()).unwrap();
    drop(stdin);
    let said = String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap();
    let cause = said.lines().find_map(|line| line.strip_prefix("Cause: "));
    cause.unwrap_or(&said).trim_end_matches('.').to_owned()
}

#[test]
fn the_log_names_the_cause_that_sign_explain_names() {
    let server = Server::start(&["--log-format", "json"]);
    let keys = server.credentials();
    let quoted = format!("\"{}\"", server.secret_key);
    let quoted = Credentials::new(server.access_key.as_str(), quoted.as_str());
    let post = |body: &str| server.call("POST", "/agent").body(body);
    let mut other_method = server.call("HEAD", "/agent").signed(&keys);
    other_method.method = "GET".to_owned();
    let mut other_body = post("{\"code\": \"A\"}\n").signed(&keys);
    other_body.body.pop();
    let mut other_query = server.call("GET", "/agent?b=1&a=2").signed(&keys);
    other_query.target.push_str("&c=3");
    for call in [
        server.call("GET", "/agent").signed(&quoted),
        other_method,
        other_body,
        other_query,
    ] {
        let cause = explained(&server, &call);
        let answer = call.send(&server.host);
        assert_eq!(answer.status, 401, "{answer:?}");
        assert!(!answer.body.contains("signed"), "{answer:?}");
        let id = answer.header("x-request-id").unwrap();
        let line = format!("\"request\":\"{id}\",\"cause\":\"");
        server.wait_for_log(&line);
        let log = server.log();
        let found = log.lines().find(|one| one.contains(&line)).unwrap();
        let found: serde_json::Value = serde_json::from_str(found).unwrap();
        assert_eq!(found["cause"].as_str().unwrap(), cause);
    }
    assert!(!server.log().contains(&server.secret_key));
}

#[test]
fn a_cause_is_not_looked_for_without_a_key() {
    let server = Server::start(&["--log-format", "json"]);
    let unknown = Credentials::new("0123", server.secret_key.as_str());
    let refused = server.call("GET", "/agent").signed(&unknown);
    assert_eq!(refused.send(&server.host).status, 401);
    // A later one is explained, so this one would have been.
    let other = Credentials::new(server.access_key.as_str(), "another");
    let answer = server
        .call("GET", "/agent")
        .signed(&other)
        .send(&server.host);
    let id = answer.header("x-request-id").unwrap();
    server.wait_for_log(&format!("\"request\":\"{id}\",\"cause\""));
    assert_eq!(server.log().matches("\"cause\"").count(), 1);
}

#[test]
fn what_the_service_refuses_has_its_reason_in_the_log() {
    let server = Server::start(&["--log-format", "json"]);
    let bad = server.get("/agent/NOBODY");
    assert_eq!(bad.status, 400, "{bad:?}");
    let id = bad.header("x-request-id").unwrap();
    server.wait_for_log(id);
    let log = server.log();
    let line = log.lines().find(|line| line.contains(id)).unwrap();
    let line: serde_json::Value = serde_json::from_str(line).unwrap();
    let reason = line["reason"].as_str().unwrap();
    assert!(bad.body.contains(reason), "{reason}");
}
