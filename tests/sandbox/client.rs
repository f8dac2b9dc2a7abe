//! This program's own client, and curl, against a running sandbox.

use std::fs;
use std::process::{Command, Output};

use serde_json::{Value, json};

use super::server::{DATA, Server, command, run};

/// The binary with the keys of the environment file, and no others.
fn ours(server: &Server, words: &str) -> Command {
    let mut ours = command(server.folder.path());
    for name in ["ACCESS_KEY", "SECRET_KEY", "SESSION_TOKEN"] {
        ours.env_remove(format!("SQLACC_{name}"));
    }
    ours.args(words.split(' ')).args(["-e", "environment.json"]);
    ours
}

/// Exit code, stdout and stderr; the secret is in none of them.
fn outcome(server: &Server, output: &Output) -> (i32, String, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let (stdout, stderr) = (text(&output.stdout), text(&output.stderr));
    assert!(!stdout.contains(&server.secret_key) && !stderr.contains(&server.secret_key));
    (output.status.code().unwrap(), stdout, stderr)
}

/// What is on stdout when all is well.
#[track_caller]
fn fine(server: &Server, words: &str) -> String {
    let (code, stdout, stderr) = outcome(server, &ours(server, words).output().unwrap());
    assert_eq!(code, 0, "{words}: {stderr}");
    stdout
}

/// The message when the answer is not a success.
#[track_caller]
fn refused(server: &Server, words: &str) -> String {
    let (code, stdout, stderr) = outcome(server, &ours(server, words).output().unwrap());
    assert_eq!((code, stdout.as_str()), (1, ""), "{words}: {stderr}");
    stderr
}

fn record(text: &str) -> Value {
    let answer: Value = serde_json::from_str(text).unwrap();
    match &answer["data"] {
        Value::Array(records) => records[0].clone(),
        Value::Null => answer,
        one => one.clone(),
    }
}

fn write(server: &Server, name: &str, value: &Value) {
    fs::write(server.path(name), value.to_string()).unwrap();
}

#[test]
fn the_connection_is_tested() {
    let server = Server::start(&[]);
    for words in ["test-connection", "test-connection --auth-in query"] {
        let said = fine(&server, words);
        assert_eq!(
            said.lines().filter(|line| line.starts_with("OK  ")).count(),
            3
        );
        assert!(said.contains("accepts these keys"), "{said}");
    }
    let report: Value =
        serde_json::from_str(&fine(&server, "test-connection --format json")).unwrap();
    assert_eq!(report["ok"], true);
    assert_eq!(report["requests"][1]["request"], "GET /agent?offset=0");
}

#[test]
fn keys_that_do_not_work_are_told_apart_from_those_that_do() {
    let server = Server::start(&[]);
    let path = server.path("environment.json");
    let environment = fs::read_to_string(&path).unwrap();
    let other = server.secret_key.chars().rev().collect::<String>();
    fs::write(&path, environment.replace(&server.secret_key, &other)).unwrap();
    let said = refused(&server, "test-connection");
    assert!(
        said.contains("not authorised") && said.contains("the secret key is wrong"),
        "{said}"
    );
    fs::write(&path, environment).unwrap();
    fine(&server, "test-connection");
    let revoked = run(
        server.folder.path(),
        &["key", "--data", DATA, "revoke", &server.access_key],
    );
    assert!(revoked.status.success());
    let said = refused(&server, "test-connection");
    assert!(said.contains("were revoked"), "{said}");
    let said = refused(&server, "send agent list");
    assert!(said.contains("401"), "{said}");
}

#[test]
fn a_record_lives_from_create_to_delete() {
    let server = Server::start(&[]);
    write(
        &server,
        "agent.json",
        &json!({"code": "A/1", "description": "é 50%"}),
    );
    write(&server, "patch.json", &json!({"description": "changed"}));
    let made = record(&fine(&server, "send agent create --body agent.json"));
    assert_eq!(made["code"], "A/1");
    let got = record(&fine(&server, "send agent get A/1"));
    assert_eq!(got["description"], "é 50%");
    fine(&server, "send agent update A/1 --patch patch.json");
    let listed = fine(
        &server,
        "send agent list --filter code=A/1 --format csv --columns code,description",
    );
    assert_eq!(listed, "code,description\nA/1,changed\n");
    fine(&server, "send agent update A/1 --body agent.json");
    let got = record(&fine(&server, "send agent get A/1 --auth-in query"));
    assert_eq!(got["description"], "é 50%");
    fine(&server, "send agent delete A/1");
    let said = refused(&server, "send agent get A/1");
    assert_eq!(said.lines().count(), 1, "{said}");
}

#[test]
fn a_long_list_is_read_to_its_end() {
    let server = Server::start(&[]);
    for number in 0..123 {
        let call = server.call("POST", "/agent");
        let call = call.with("Content-Type", "application/json");
        let call = call.body(&format!(
            "{{\"code\":\"L{number:03}\",\"description\":\"x\"}}"
        ));
        assert!(call.signed(&server.credentials()).send(&server.host).status < 300);
    }
    let listed = fine(&server, "send agent list --all --format csv --columns code");
    let codes: Vec<&str> = listed.lines().skip(1).collect();
    assert_eq!(codes.len(), 123);
    for number in 0..123 {
        assert!(
            codes.contains(&format!("L{number:03}").as_str()),
            "{number}"
        );
    }
}

#[test]
fn a_document_is_patched_row_by_row_and_printed() {
    let server = Server::start(&["--seed-size", "1"]);
    let listed = fine(&server, "send customer list --format csv --columns code");
    let customer = listed.lines().nth(1).unwrap();
    write(
        &server,
        "invoice.json",
        &json!({"code": customer, "docdate": "2026-01-15", "sdsdocdetail": [
            {"description": "first", "qty": "1.00", "unitprice": "10.00"},
            {"description": "second", "qty": "2.00", "unitprice": "5.00"},
        ]}),
    );
    let made = record(&fine(
        &server,
        "send salesinvoice create --body invoice.json",
    ));
    let key = made["dockey"].to_string();
    let got = record(&fine(&server, &format!("send salesinvoice get {key}")));
    let row = got["sdsdocdetail"][1]["dtlkey"].clone();
    write(
        &server,
        "patch.json",
        &json!({"sdsdocdetail": [{"dtlkey": row, "qty": "3.00"}]}),
    );
    fine(
        &server,
        &format!("send salesinvoice update {key} --patch patch.json"),
    );
    let docno = got["docno"].as_str().unwrap();
    let details = fine(
        &server,
        &format!("send salesinvoice details --filter docno={docno}"),
    );
    let changed = record(&details);
    let rows = changed["sdsdocdetail"].as_array().unwrap();
    assert_eq!(rows.len(), 2);
    assert_eq!(
        (&rows[0]["description"], &rows[1]["description"]),
        (&json!("first"), &json!("second"))
    );
    assert_eq!(rows[1]["dtlkey"], row);
    assert_ne!(changed["docamt"], got["docamt"]);
    fine(
        &server,
        &format!("send salesinvoice get {key} --pdf -o invoice.pdf"),
    );
    assert!(
        fs::read(server.path("invoice.pdf"))
            .unwrap()
            .starts_with(b"%PDF-")
    );
    fine(&server, &format!("send salesinvoice delete {key}"));
    refused(&server, &format!("send salesinvoice get {key}"));
}

#[test]
fn requests_of_the_generated_collection_are_sent() {
    let server = Server::start(&[]);
    assert!(run(server.folder.path(), &["generate"]).status.success());
    for request in ["agent>create", "agent>list", "agent>details"] {
        let words = format!("send --collection postman_collection.json --request {request}");
        fine(&server, &words);
    }
}

/// What curl prints when bash runs `line`.
#[track_caller]
fn curled(server: &Server, line: &str) -> String {
    let output = Command::new("bash")
        .args([
            "-c",
            &format!(
                "{} --silent --show-error --fail --max-time 20",
                line.trim_end()
            ),
        ])
        .env("SQLACC_ACCESS_KEY", &server.access_key)
        .env("SQLACC_SECRET_KEY", &server.secret_key)
        .current_dir(server.folder.path())
        .output()
        .unwrap();
    let (code, stdout, stderr) = outcome(server, &output);
    assert_eq!(code, 0, "{line}\n{stderr}");
    stdout
}

fn has_curl() -> bool {
    Command::new("curl").arg("--version").output().is_ok()
}

#[test]
fn what_curl_writes_runs() {
    if !has_curl() {
        return; // The rest of the tests need no curl.
    }
    let server = Server::start(&[]);
    write(
        &server,
        "agent.json",
        &json!({"code": "A", "description": "x"}),
    );
    for words in [
        "curl POST agent --body agent.json",
        "curl GET agent --query offset=0",
        "curl GET agent --query offset=0 --auth-in query",
        "curl GET /agent/* --query code=A",
        "curl GET /healthcheck --aws-sigv4",
        "curl GET agent --query code=A offset=0 --aws-sigv4",
        "curl GET /agent/A --aws-sigv4",
        "curl PUT /agent/A --body agent.json --aws-sigv4",
        "curl DELETE /agent/A --aws-sigv4",
    ] {
        let line = fine(&server, words);
        let answer = curled(&server, &line);
        assert!(
            serde_json::from_str::<Value>(&answer).is_ok(),
            "{words}: {answer}"
        );
    }
}
