//! Requests of collections, as Postman would send them.

use std::fs;
use std::path::Path;

use super::loopback::{ACCESS, SECRET, Service, json};
use super::{outcome, sqlacc, steady};

/// A collection with one request of each kind.
const COLLECTION: &str = include_str!("every_kind.json");

fn write(folder: &Path, host: &str, keys: &str) {
    let values = |list: &str| format!(r#"{{"name": "e", "values": [{list}]}}"#);
    fs::write(folder.join("c.json"), COLLECTION).unwrap();
    fs::write(folder.join("ali.csv"), "code\nA\n").unwrap();
    fs::create_dir(folder.join("b")).unwrap();
    fs::write(folder.join("b/c.bin"), [0, 1, 255]).unwrap();
    fs::write(folder.join("b/d.json"), "{}").unwrap();
    let host = format!(r#"{{"key": "host", "value": "{host}", "enabled": true}}"#);
    fs::write(
        folder.join("e.json"),
        values(&format!(
            r#"{host}, {{"key": "user", "value": "ali"}}{keys}"#
        )),
    )
    .unwrap();
    fs::write(
        folder.join("g.json"),
        values(r#"{"key": "user", "value": "global"}"#),
    )
    .unwrap();
}

fn run(folder: &Path, request: &str) -> (i32, String, String) {
    let args = [
        "send",
        "--collection",
        "c.json",
        "-e",
        "e.json",
        "--globals",
        "g.json",
        "--retries",
        "0",
        "--request",
        request,
    ];
    outcome(&mut sqlacc(folder, &args))
}

#[test]
fn every_kind_of_request_is_what_postman_would_send() {
    let service = Service::start(|_, _| json(r#"{"ok":true}"#));
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), &service.host, "");
    let mut told = String::new();
    for name in [
        "Folder › Inherited",
        "in query > inherited",
        "No auth",
        "Basic",
        "Bearer",
        "Key in header",
        "Key in query",
        "OAuth with a token",
        "OAuth in query",
        "OAuth with a prefix",
        "Parts",
        "Path variables",
        "Odd characters",
        "Odd characters signed",
        "Json",
        "Form",
        "Graph",
        "Multipart",
        "Multipart with a type",
        "Renamed file",
        "File",
        "Unknown mode",
        "Pruned",
        "Kept",
        "Made up",
    ] {
        let (code, stdout, stderr) = run(folder.path(), name);
        assert_eq!(
            (code, stdout.as_str(), stderr.as_str()),
            (0, "{\n  \"ok\": true\n}\n", ""),
            "{name}"
        );
        let received = service.received().pop().unwrap();
        let mut target = received.target.split("X-Amz").next().unwrap().to_owned();
        if name == "Made up" {
            let parts: Vec<&str> = target.split('/').collect();
            assert_eq!(
                (parts[1].len(), parts[2].parse::<u32>().unwrap() <= 1000),
                (36, true)
            );
            target = "/GUID/NUMBER".to_owned();
        }
        told.push_str(&format!(
            "{name}: {} {target} {}\n",
            received.method,
            String::from_utf8_lossy(&received.body)
                .escape_debug()
                .to_string()
                .replace("\\\"", "\"")
        ));
        for (key, value) in &received.headers {
            if ["content-type", "x-a", "x-b", "x-key"].contains(&key.as_str()) {
                told.push_str(&format!("    {key}: {value}\n"));
            }
        }
        match received.header("authorization") {
            Some(value) if value.starts_with("AWS4") => assert!(received.is_signed(), "{name}"),
            Some(value) => told.push_str(&format!("    authorization: {value}\n")),
            None => told.push_str(if received.is_signed() {
                "    signed in the query\n"
            } else {
                "    not signed\n"
            }),
        }
    }
    insta::assert_snapshot!(told);
}

#[test]
fn keys_of_the_environment_count_before_the_variables() {
    let service = Service::start(|_, _| json("{}"));
    let folder = tempfile::tempdir().unwrap();
    let keys = format!(
        r#", {{"key": "access_key", "value": "{ACCESS}"}}, {{"key": "secret_key", "value": "{SECRET}"}}"#
    );
    write(folder.path(), &service.host, &keys);
    let args = [
        "send",
        "--collection",
        "c.json",
        "-e",
        "e.json",
        "--request",
        "Json",
    ];
    let mut command = sqlacc(folder.path(), &args);
    let (code, _, stderr) = outcome(
        command
            .env("SQLACC_ACCESS_KEY", "other")
            .env("SQLACC_SECRET_KEY", "other"),
    );
    assert_eq!(code, 0, "{stderr}");
    assert!(service.received()[0].is_signed());
}

#[test]
fn what_cannot_be_resolved_is_one_sentence() {
    let service = Service::start(|_, _| json("{}"));
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), &service.host, "");
    let mut told = String::new();
    for name in [
        "Folder › Inheritd",
        "zzz",
        "Inherited",
        "OAuth",
        "Hawk",
        "Unknown variable",
        "File that is not there",
        "File of somebody else",
        "Unknown dynamic variable",
        "",
    ] {
        let (code, stdout, stderr) = run(folder.path(), name);
        assert_eq!(
            (code, stdout.as_str(), stderr.lines().count()),
            (2, "", 1),
            "{name}: {stderr}"
        );
        told.push_str(&steady(&stderr, &service));
    }
    for args in [
        &["send", "--collection", "e.json", "--request", "x"][..],
        &["send", "--collection", "missing.json", "--request", "x"],
        &[
            "send",
            "--collection",
            "c.json",
            "-e",
            "c.json",
            "--request",
            "Json",
        ],
        &[
            "send",
            "agent",
            "list",
            "--collection",
            "c.json",
            "--request",
            "x",
        ],
    ] {
        let (code, _, stderr) = outcome(&mut sqlacc(folder.path(), args));
        assert_eq!(code, 2);
        told.push_str(&stderr);
    }
    assert_eq!(service.received().len(), 0);
    insta::assert_snapshot!(told);
}

#[test]
fn the_generated_collection_is_sent_too() {
    let service = Service::start(|_, _| json(r#"{"pagination":{"offset":0},"data":[]}"#));
    let folder = tempfile::tempdir().unwrap();
    let (code, _, _) = outcome(&mut sqlacc(
        folder.path(),
        &["generate", "--host", &service.host, "--only", "Sales"],
    ));
    assert_eq!(code, 0);
    for name in [
        "Sales › Sales Invoice › List",
        "Sales Invoice > Details",
        "sales invoice > update",
        "Sales Invoice › PDF",
    ] {
        let args = [
            "send",
            "--collection",
            "postman_collection.json",
            "--request",
            name,
        ];
        let (code, _, stderr) = outcome(&mut sqlacc(folder.path(), &args));
        assert_eq!(code, 0, "{name}: {stderr}");
        let received = service.received().pop().unwrap();
        assert!(
            received.is_signed() && !received.target.contains('{'),
            "{name}: {}",
            received.target
        );
    }
}
