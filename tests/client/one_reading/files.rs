//! Files that are given as an environment, to every command that takes one.

use std::fs;
use std::path::Path;

use crate::loopback::binary::{outcome, sqlacc};
use crate::loopback::{ACCESS, SECRET, Service, json};

const COLLECTION: &str = r#"{"info": {"name": "C", "schema":
    "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"}, "item": [{"name": "R",
    "request": {"url": "{{host}}/{{n}}", "auth": {"type": "noauth"}}}]}"#;

const RECEIVED: &str = "GET /agent HTTP/1.1\nHost: h\nX-Amz-Date: 20260115T083000Z\n\
    Authorization: AWS4-HMAC-SHA256 Credential=a/20260115/r/s/aws4_request, SignedHeaders=host, \
    Signature=0000000000000000000000000000000000000000000000000000000000000000\n\n";

/// The commands, with `FILE` for the environment.
const COMMANDS: [&str; 7] = [
    "validate c.json -e FILE --select variable-undefined",
    "send --collection c.json --request R -e FILE --retries 0",
    "send --collection c.json --request R --globals FILE --retries 0",
    "send agent list -e FILE --retries 0",
    "curl GET /agent -e FILE",
    "sign explain received.txt -e FILE",
    "test-connection -e FILE",
];

fn run(folder: &Path, command: &str, file: &str) -> (i32, String, String) {
    let args: Vec<&str> = command
        .split(' ')
        .map(|word| if word == "FILE" { file } else { word })
        .collect();
    outcome(&mut sqlacc(folder, &args))
}

#[test]
fn every_command_takes_what_postman_and_newman_write() {
    let service = Service::start(|_, _| json(r#"{"data":[],"ok":true}"#));
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("c.json"), COLLECTION).unwrap();
    fs::write(folder.path().join("received.txt"), RECEIVED).unwrap();
    let host = &service.host;
    let values = format!(
        r#"[{{"key": "host", "value": "http://old", "enabled": true}},
            {{"key": "host", "value": "{{{{scheme}}}}://{}"}}, {{"key": "scheme", "value": "http"}},
            {{"key": "access_key", "value": "{ACCESS}"}}, {{"key": "secret_key", "value": "{SECRET}"}},
            {{"key": "n", "value": 3}}, {{"key": "t", "value": true, "type": "any"}},
            {{"key": "o", "value": {{"a": [null]}}}}, {{"key": "z", "value": null}}, {{"value": 1}}]"#,
        host.trim_start_matches("http://")
    );
    for (name, text) in [
        ("plain.json", format!(r#"{{"values": {values}}}"#)),
        (
            "wrapped.json",
            format!(r#"{{"environment": {{"name": "e", "values": {values}}}}}"#),
        ),
        (
            "globals.json",
            format!(r#"{{"globals": {{"values": {values}}}}}"#),
        ),
        (
            "bom.json",
            format!("\u{feff}{{\"name\": \"e\", \"values\": {values}}}"),
        ),
    ] {
        fs::write(folder.path().join(name), text).unwrap();
        for command in COMMANDS {
            let (code, stdout, stderr) = run(folder.path(), command, name);
            // The received request was signed with other keys.
            let wanted = i32::from(command.starts_with("sign"));
            assert_eq!(code, wanted, "{command} {name}: {stdout}{stderr}");
        }
    }
    let targets = service.received();
    assert!(targets.iter().any(|one| one.target == "/3"));
}

#[test]
fn every_command_says_what_is_not_an_environment() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("c.json"), COLLECTION).unwrap();
    fs::write(folder.path().join("received.txt"), RECEIVED).unwrap();
    let broken = format!(r#"{{"values": [{{"key": "secret_key", "value": {SECRET}}}]}}"#);
    for (name, text, reason) in [
        (
            "a.json",
            COLLECTION,
            "`a.json` is a collection, not an environment",
        ),
        (
            "v1.json",
            r#"{"name": "a", "requests": [], "order": []}"#,
            "`v1.json` is a Postman collection in format v1, not an environment",
        ),
        (
            "openapi.json",
            r#"{"openapi": "3.1.0"}"#,
            "`openapi.json` is an OpenAPI document, not an environment",
        ),
        (
            "list.json",
            r#"[{"key": "host", "value": "x"}]"#,
            "`list.json` is a list, not an environment",
        ),
        (
            "other.json",
            r#"{"host": "x"}"#,
            "`other.json` is not an environment: it has no `values`",
        ),
        (
            "broken.json",
            &broken,
            "cannot read the environment `broken.json`: invalid JSON at 1:",
        ),
    ] {
        fs::write(folder.path().join(name), text).unwrap();
        for command in COMMANDS {
            let (code, stdout, stderr) = run(folder.path(), command, name);
            assert_eq!((code, stdout.as_str()), (2, ""), "{command} {name}");
            assert!(stderr.contains(reason), "{command} {name}: {stderr}");
            assert!(!stderr.contains(&SECRET[..8]), "{command} {name}");
        }
    }
}
