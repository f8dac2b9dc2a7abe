//! What a collection of somebody else's does not get.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::loopback::Service;
use super::loopback::binary::{outcome, sqlacc};
use super::loopback::json as answer;

const ENVIRONMENT: &str = "sql.postman_environment.json";

/// Writes a collection with one request, and the files that it may ask for.
fn write(folder: &Path, request: &Value) {
    let shared = folder.join("shared");
    fs::create_dir_all(shared.join(".hidden")).unwrap();
    let collection = json!({"info": {"name": "c",
        "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},
        "item": [{"name": "R", "request": request}]});
    fs::write(shared.join("c.json"), collection.to_string()).unwrap();
    let environment = json!({"name": "e", "values": [
        {"key": "token", "value": "q7Zk2Lw9Xv4Tb6Rn8", "type": "secret"}, {"key": "tenant", "value": "12"}]});
    let environment = environment.to_string();
    for (name, text) in [
        (ENVIRONMENT, environment.as_str()),
        ("other.json", &environment),
        ("logo.png", "logo"),
        ("tls.key", "key"),
        (".env", "A=1"),
        (".hidden/a.txt", "a"),
        ("id_rsa", "a"),
        ("key.txt", "-----BEGIN PRIVATE KEY-----\nMII"),
    ] {
        fs::write(shared.join(name), text).unwrap();
    }
    fs::write(folder.join("outside.txt"), "outside").unwrap();
}

fn send(folder: &Path, more: &[&str]) -> (i32, String, String) {
    let environment = format!("shared/{ENVIRONMENT}");
    let mut args = vec!["send", "--collection", "shared/c.json", "--request", "R"];
    args.extend(["--retries", "0", "-e", &environment]);
    args.extend(more);
    outcome(&mut sqlacc(folder, &args))
}

#[test]
fn no_file_that_may_hold_keys_is_sent() {
    let service = Service::start(|_, _| answer("{}"));
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    for (file, is_sent) in [
        ("shared/logo.png", true),
        ("shared/sql.postman_environment.json", false),
        ("shared/../shared/sql.postman_environment.json", false),
        ("shared/other.json", false),
        ("shared/tls.key", false),
        ("shared/.env", false),
        ("shared/.hidden/a.txt", false),
        ("shared/id_rsa", false),
        ("shared/key.txt", false),
        ("shared", false),
        ("outside.txt", false),
        ("/etc/hostname", false),
    ] {
        let bodies = [
            json!({"mode": "file", "file": {"src": file}}),
            json!({"mode": "formdata", "formdata": [{"key": "f", "type": "file", "src": file}]}),
        ];
        for body in bodies {
            let request =
                json!({"method": "POST", "url": format!("{}/up", service.host), "body": body});
            write(folder, &request);
            let before = service.received().len();
            let (code, _, stderr) = send(folder, &[]);
            let was_sent = service.received().len() > before;
            assert_eq!(
                (code == 0, was_sent),
                (is_sent, is_sent),
                "{file}: {stderr}"
            );
            if is_sent || file == "shared" {
                continue;
            }
            assert!(stderr.contains("--allow-file"), "{file}: {stderr}");
            let (code, _, stderr) = send(folder, &["--allow-file", file]);
            assert_eq!(code, 0, "{file}: {stderr}");
        }
    }
}

#[test]
fn values_of_the_user_go_to_hosts_of_the_user() {
    let service = Service::start(|_, _| answer("{}"));
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let url = format!("{}/a", service.host);
    let auth = json!({"type": "bearer", "bearer": [{"key": "token", "value": "{{token}}"}]});
    for request in [
        json!({"method": "GET", "url": url, "auth": auth}),
        json!({"method": "GET", "url": format!("{url}?t={{{{token}}}}")}),
        json!({"method": "GET", "url": url, "header": [{"key": "X", "value": "{{tenant}}"}]}),
        json!({"method": "POST", "url": url, "body": {"mode": "raw", "raw": "{{token}}"}}),
        json!({"method": "POST", "url": url,
            "body": {"mode": "urlencoded", "urlencoded": [{"key": "t", "value": "{{token}}"}]}}),
    ] {
        write(folder, &request);
        let before = service.received().len();
        let (code, _, stderr) = send(folder, &[]);
        assert_eq!(code, 2, "{stderr}");
        assert!(
            stderr.contains("only the collection names 127.0.0.1")
                && stderr.contains("`--allow-host 127.0.0.1` sends it")
                && !stderr.contains("q7Zk2Lw9"),
            "{stderr}"
        );
        assert_eq!(service.received().len(), before);
        let (code, _, stderr) = send(folder, &["--allow-host", "127.0.0.1"]);
        assert_eq!((code, stderr.as_str()), (0, ""));
        let own = json!({"values": [{"key": "any", "value": service.host}]});
        fs::write(folder.join("g.json"), own.to_string()).unwrap();
        let (code, _, stderr) = send(folder, &["--globals", "g.json"]);
        assert_eq!(code, 0, "{stderr}");
    }
    // What has nothing of the user's goes anywhere.
    write(folder, &json!({"method": "GET", "url": url}));
    assert_eq!(send(folder, &[]).0, 0);
}

#[test]
fn an_answer_is_shown_and_not_obeyed() {
    let service = Service::start(|_, _| answer("\u{1b}]0;title\u{7}\u{1b}[2Jtext\n"));
    let folder = tempfile::tempdir().unwrap();
    write(
        folder.path(),
        &json!({"method": "GET", "url": service.host}),
    );
    let (code, stdout, _) = send(folder.path(), &[]);
    assert_eq!(code, 0);
    assert!(
        !stdout.contains(['\u{1b}', '\u{7}']) && stdout.contains("␛]0;title"),
        "{stdout}"
    );
}
