//! Changing a record: read, patched or edited, and put back.
#![cfg(unix)]

use std::fs;

use super::loopback::{Received, Service, json};
use super::{outcome, send, sqlacc};

const INVOICE: &str = r#"{"pagination":{"offset":0},"data":[{"dockey":7,"docno":"IV-7","agent":"ALI",
"updatecount":3,"docamt":"3.00","sdsdocdetail":[
{"dtlkey":1,"seq":1000,"qty":"1.00","remark1":null},{"dtlkey":2,"seq":2000,"qty":"2.00"}]}]}"#;

fn service() -> Service {
    Service::start(|request, _| match request.method.as_str() {
        "GET" => json(INVOICE),
        _ => json(&request.text()),
    })
}

fn put(service: &Service) -> serde_json::Value {
    let received = service.received();
    let methods: Vec<&str> = received.iter().map(|one| one.method.as_str()).collect();
    assert_eq!(methods, ["GET", "PUT"]);
    assert!(received.iter().all(Received::is_signed));
    serde_json::from_slice(&received.last().unwrap().body).unwrap()
}

#[test]
fn a_patch_keeps_the_rows_that_it_does_not_name() {
    let service = service();
    let patch =
        r#"{"agent":"SITI","sdsdocdetail":[{"dtlkey":2,"qty":"5.00"},{"seq":3000,"qty":"1.00"}]}"#;
    let (code, _, stderr) = send(&service, "salesinvoice update 7 --patch -", patch);
    assert_eq!(
        (code, stderr.as_str()),
        (0, "sending agent, sdsdocdetail (3 rows), updatecount\n")
    );
    insta::assert_snapshot!(serde_json::to_string_pretty(&put(&service)).unwrap());
}

#[test]
fn rows_are_replaced_on_demand_only() {
    let service = service();
    let patch = r#"{"sdsdocdetail":[{"dtlkey":2,"qty":"5.00"}]}"#;
    send(
        &service,
        "salesinvoice update 7 --replace-rows --patch -",
        patch,
    );
    let sent =
        serde_json::json!({"updatecount": 4, "sdsdocdetail": [{"dtlkey": 2, "qty": "5.00"}]});
    assert_eq!(put(&service), sent);
}

#[test]
fn a_mistaken_patch_is_not_sent() {
    for patch in [
        r#"{"sdsdocdetail":[{"dtlkey":9,"qty":"5.00"}]}"#,
        r#"{"dockey":8}"#,
    ] {
        let service = service();
        let (code, _, stderr) = send(&service, "salesinvoice update 7 --patch -", patch);
        assert_eq!((code, service.received().len()), (2, 1), "{stderr}");
    }
}

#[test]
fn an_editor_s_changes_are_sent_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let edit = |service: &Service, editor: &str| {
        let args = [
            "send",
            "salesinvoice",
            "update",
            "7",
            "--edit",
            "--host",
            &service.host,
        ];
        outcome(sqlacc(folder.path(), &args).env("EDITOR", editor))
    };
    let changed = service();
    let (code, _, stderr) = edit(&changed, "sed -i s/IV-7/IV-8/");
    assert_eq!(code, 0, "{stderr}");
    assert_eq!(
        put(&changed),
        serde_json::json!({"docno": "IV-8", "updatecount": 4})
    );
    for (editor, code, says) in [
        ("true", 0, "nothing changed"),
        ("false", 2, "failed, so nothing was sent"),
        ("sed -i s/{/[/", 2, "is not valid JSON"),
        ("sed -i s/docno/docnumber/", 2, "no field `docnumber`"),
    ] {
        let service = service();
        let (got, _, stderr) = edit(&service, editor);
        assert_eq!(
            (got, service.received().len()),
            (code, 1),
            "{editor}: {stderr}"
        );
        assert!(stderr.contains(says), "{editor}: {stderr}");
        // What was typed is not lost when it cannot be sent.
        let kept = stderr.split_once("your changes are saved in ");
        assert_eq!(
            kept.is_some(),
            editor.starts_with("sed"),
            "{editor}: {stderr}"
        );
        if let Some((_, path)) = kept {
            let path = path.lines().next().unwrap();
            assert!(fs::read_to_string(path).unwrap().contains("IV-7"));
            fs::remove_file(path).unwrap();
        }
    }
    let unset = service();
    let args = [
        "send",
        "salesinvoice",
        "update",
        "7",
        "--edit",
        "--host",
        &unset.host,
    ];
    let (code, _, stderr) = outcome(&mut sqlacc(folder.path(), &args));
    assert_eq!(code, 2);
    assert!(stderr.contains("VISUAL"), "{stderr}");
}
