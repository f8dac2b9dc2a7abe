//! Operations of resources, as they arrive and as they are shown.

use std::fs;

use super::loopback::{Received, Reply, Service, json, status};
use super::{outcome, send, sqlacc, steady};

const AGENTS: usize = 123;

/// 123 agents, fifty a page.
fn page(request: &Received) -> String {
    let offset = request
        .target
        .split_once("offset=")
        .map_or("0", |(_, rest)| rest);
    let offset: usize = offset.split('&').next().unwrap().parse().unwrap();
    let row = |number| {
        format!(
            r#"{{"code":"A{number:03}","description":"d, \"{number}\"","isactive":true,"rate":1.50}}"#
        )
    };
    let rows: Vec<String> = (offset..AGENTS.min(offset + 50)).map(row).collect();
    format!(
        r#"{{"pagination":{{"offset":{offset}}},"data":[{}]}}"#,
        rows.join(",")
    )
}

#[test]
fn every_operation_arrives_signed_and_as_the_catalogue_has_it() {
    let service = Service::start(|request, _| match request.method.as_str() {
        "GET" => json(r#"{"pagination":{"offset":0},"data":[{"code":"A"}]}"#),
        "DELETE" => json(r#""deleted""#),
        _ => json(&request.text()),
    });
    let body = r#"{"code":"A B/1","description":"é"}"#;
    let mut told = String::new();
    for (words, stdin) in [
        ("agent list", ""),
        ("agent list --offset 50 --filter description=a+b&c*~ü", ""),
        ("agent get 30%", ""),
        ("customer details --filter code=300-A0001", ""),
        ("agent create --body -", body),
        ("agent update A --body -", body),
        ("agent delete A/1", ""),
        ("salesinvoice delete 7", ""),
        ("stockcard list --filter datefrom=2026-01-01", ""),
        ("version list", ""),
        ("agent list --auth-in query --filter udf_x=1", ""),
    ] {
        let (code, stdout, stderr) = send(&service, words, stdin);
        assert_eq!((code, stderr.as_str()), (0, ""), "{words}");
        let last = service.received().pop().unwrap();
        assert!(last.is_signed(), "{words}");
        assert!(
            last.header("user-agent")
                .unwrap()
                .starts_with("Mozilla/5.0")
        );
        let target = last.target.split("X-Amz").next().unwrap();
        told.push_str(&format!("{words}\n  {} {target}", last.method));
        if let Some(kind) = last.header("content-type") {
            told.push_str(&format!("  {kind}"));
        }
        assert_eq!(last.text(), stdin, "{words}");
        told.push_str(&format!("\n{stdout}"));
    }
    insta::assert_snapshot!(told);
}

#[test]
fn a_whole_list_has_every_record_once() {
    let service = Service::start(|request, _| json(&page(request)));
    let (code, csv, _) = send(&service, "agent list --all --format csv", "");
    assert_eq!((code, csv.lines().count()), (0, AGENTS + 1));
    for number in 0..AGENTS {
        let row = format!("A{number:03},\"d, \"\"{number}\"\"\",true,1.50");
        assert_eq!(csv.lines().filter(|line| *line == row).count(), 1, "{row}");
    }
    let targets: Vec<String> = service
        .received()
        .iter()
        .map(|one| one.target.clone())
        .collect();
    assert_eq!(
        targets,
        ["/agent?offset=0", "/agent?offset=50", "/agent?offset=100"]
    );
    let (_, text, _) = send(&service, "agent list --all --offset 120", "");
    assert_eq!(text.matches("\"code\"").count(), 3);
    assert!(
        text.contains("\"offset\": 120") && text.contains("\"rate\": 1.50"),
        "{text}"
    );
}

#[test]
fn a_list_of_nothing_has_its_columns_in_csv() {
    let service = Service::start(|_, _| json(r#"{"pagination":{"offset":0},"data":[]}"#));
    let (code, csv, _) = send(&service, "agent list --format csv", "");
    assert_eq!(
        (code, csv.as_str()),
        (0, "code,description,attachments,isactive\n")
    );
}

#[test]
fn a_list_that_does_not_page_is_no_endless_one() {
    let service = Service::start(|request, _| {
        let first = Received {
            target: "/agent?offset=0".to_owned(),
            ..request.clone()
        };
        json(&page(&first))
    });
    let (code, stdout, stderr) = send(&service, "agent list --all", "");
    assert_eq!(
        (code, stdout.as_str(), service.received().len()),
        (2, "", 2)
    );
    assert!(stderr.contains("does not page"), "{stderr}");
}

#[test]
fn a_record_that_comes_again_is_shown_once_with_a_warning() {
    // Between the first and the second page a record was added in front.
    let service = Service::start(|request, _| {
        let mut moved = request.clone();
        moved.target = moved.target.replace("=50", "=49");
        json(&page(&moved))
    });
    let (code, csv, stderr) = send(&service, "agent list --all --format csv", "");
    assert_eq!(code, 0);
    let mut lines: Vec<&str> = csv.lines().collect();
    lines.sort_unstable();
    lines.dedup();
    assert_eq!(lines.len(), csv.lines().count());
    assert!(stderr.contains("duplicate records"), "{stderr}");
}

#[test]
fn tables_have_few_columns_and_named_ones() {
    let service = Service::start(|request, _| json(&page(request)));
    let (_, table, _) = send(&service, "agent list --format table --offset 120", "");
    let (_, named, _) = send(
        &service,
        "agent list --offset 121 --format table --columns isactive,code",
        "",
    );
    insta::assert_snapshot!(format!("{table}\n{named}"));
}

#[test]
fn a_pdf_is_written_whole_or_not_at_all() {
    let service = Service::start(|request, _| match request.target.as_str() {
        "/salesinvoice/8" => json(r#"{"data":[]}"#),
        _ => Reply::Answer(200, Vec::new(), b"%PDF-1.7\n\xff\x00".to_vec()),
    });
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.pdf");
    let run = |words: &str| {
        let mut args: Vec<&str> = words.split(' ').collect();
        args.extend(["--host", &service.host, "--pdf", "-o", "a.pdf"]);
        outcome(&mut sqlacc(folder.path(), &args))
    };
    let (code, _, stderr) = run("send salesinvoice get 8");
    assert_eq!((code, file.exists()), (2, false), "{stderr}");
    let (code, stdout, _) = run("send salesinvoice get 7");
    assert_eq!((code, stdout.as_str()), (0, ""));
    assert_eq!(fs::read(&file).unwrap(), b"%PDF-1.7\n\xff\x00");
    run("send stockcard list --pdf-template Mine");
    let kinds = service.received().into_iter().map(|one| {
        assert!(one.is_signed());
        format!("{} {}", one.target, one.header("content-type").unwrap())
    });
    insta::assert_debug_snapshot!(kinds.collect::<Vec<_>>());
}

#[test]
fn what_is_wrong_is_said_before_anything_is_sent() {
    let service = Service::start(|_, _| json("{}"));
    let mut told = String::new();
    for (words, stdin) in [
        ("agnt list", ""),
        ("agent lits", ""),
        ("version create --body -", "{}"),
        ("agent get", ""),
        ("agent list A", ""),
        ("salesinvoice get IV-1", ""),
        ("customer list --filter companynam=A", ""),
        ("customer details --filter companyname=A", ""),
        ("agent create", ""),
        ("agent update A", ""),
        ("agent delete A --body -", "{}"),
        ("agent get A --all", ""),
        ("agent get A --pdf -o a.pdf", ""),
        ("agent create --body -", "{"),
        ("agent create --body -", "{}"),
        ("agent create --body -", "[]"),
        (
            "agent create --body -",
            "{\n \"code\": 1,\n \"descripton\": \"\"\n}",
        ),
        (
            "salesinvoice create --body -",
            r#"{"code": "300-A0001", "sdsdocdetail": [{"qty": "two", "itemcod": "A"}]}"#,
        ),
        (
            "salesinvoice update 7 --body -",
            r#"{"docdate": true, "agent": "A", "agent": "B"}"#,
        ),
        ("agent update A --patch -", r#"{"descripton": ""}"#),
        ("stockcard list --all", ""),
        ("agent list --format table --columns x --retries 30", ""),
        ("agent list --timeout 0", ""),
        ("agent", ""),
        ("--collection a.json", ""),
    ] {
        let (code, stdout, stderr) = send(&service, words, stdin);
        assert_eq!((code, stdout.as_str()), (2, ""), "{words}: {stderr}");
        told.push_str(&format!("{words}\n{}", indented(&stderr)));
    }
    assert_eq!(service.received().len(), 0);
    insta::assert_snapshot!(told);
}

#[test]
fn a_refusal_is_exit_code_1_and_one_sentence() {
    let mut told = String::new();
    for (code, body) in [
        (400, r#"{"error":{"code":400,"message":"No record found"}}"#),
        (401, "Invalid signature"),
        (500, ""),
        (403, "<html><title>403 Forbidden</title>"),
        (200, "<!DOCTYPE html><html>"),
        (429, "<html><head><title>429 Too Many Requests</title>"),
        (502, "<html><title>502 Bad Gateway</title>"),
    ] {
        let service = Service::start(move |_, _| status(code, body));
        let (exit, stdout, stderr) = send(&service, "agent get A --retries 0", "");
        assert_eq!(
            (exit, stdout.as_str(), stderr.lines().count()),
            (1, "", 1),
            "{stderr}"
        );
        told.push_str(&steady(&stderr, &service));
    }
    insta::assert_snapshot!(told);
}

#[test]
fn no_check_sends_any_body() {
    let service = Service::start(|request, _| json(&request.text()));
    let (code, _, stderr) = send(&service, "agent create --no-validate --body -", "{\"x\":1}");
    assert_eq!(
        (code, stderr.as_str(), service.received().len()),
        (0, "", 1)
    );
}

fn indented(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(|line| format!("    {line}\n")).collect();
    lines.concat()
}
