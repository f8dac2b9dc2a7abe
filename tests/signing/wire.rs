//! What curl itself puts on the wire.

use std::fs;
use std::io::{Read, Write};
use std::net::TcpListener;

use sqlacc_postman::sigv4::{Authorization, Credentials, Policy, Request, verify};

use super::{ACCESS, SECRET, outcome, sqlacc};

/// What `line` sends, run by bash with the real curl, to a listener at that port.
fn sent_by_curl(listener: &TcpListener, line: &str) -> Vec<u8> {
    let mut child = std::process::Command::new("bash")
        .args(["-c", &format!("{line} --silent --max-time 10")])
        .env("SQLACC_ACCESS_KEY", ACCESS)
        .env("SQLACC_SECRET_KEY", SECRET)
        .spawn()
        .unwrap();
    let (mut stream, _) = listener.accept().unwrap();
    let mut bytes = Vec::new();
    let mut part = [0; 4096];
    loop {
        let read = stream.read(&mut part).unwrap();
        bytes.extend(part.iter().take(read));
        let text = String::from_utf8_lossy(&bytes).to_lowercase();
        let Some((head, body)) = text.split_once("\r\n\r\n") else {
            continue;
        };
        let length = head
            .lines()
            .find_map(|line| line.strip_prefix("content-length: "));
        if body.len() >= length.map_or(0, |length| length.parse().unwrap()) || read == 0 {
            break;
        }
    }
    stream
        .write_all(b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n")
        .unwrap();
    child.wait().unwrap();
    bytes
}

#[test]
fn curl_itself_sends_what_is_verified() {
    let has_curl = std::process::Command::new("curl")
        .arg("--version")
        .output()
        .is_ok();
    if !has_curl {
        return; // The rest of the tests need no curl.
    }
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let host = format!("http://{}", listener.local_addr().unwrap());
    let folder = tempfile::tempdir().unwrap();
    let body = folder.path().join("b.json");
    fs::write(&body, "{\"a\":1,\n\"b\":2}").unwrap();
    let body = body.to_str().unwrap();
    for args in [
        &[
            "GET",
            "agent",
            "--query",
            "code=A",
            "offset=0",
            "--template",
        ][..],
        &["GET", "/healthcheck", "--template"],
        &["GET", "/agent/", "--template"],
        &["POST", "agent", "--body", body, "--template"],
        &["DELETE", "/customer/300-A0001", "--template"],
        &["GET", "/agent/*", "--query", "b=ü +", "a=*"],
        &[
            "GET",
            "/a b//c/../d",
            "--query",
            "$filter=code eq 'A'",
            "--query-auth",
        ],
        &["PUT", "agent", "--body", body],
    ] {
        let mut all = vec!["curl", "--host", &host];
        all.extend(args);
        let (code, line, said) = outcome(sqlacc(folder.path(), &all));
        assert_eq!((code, said.as_str()), (0, ""));
        let bytes = sent_by_curl(&listener, line.trim_end());
        let text = String::from_utf8(bytes).unwrap();
        let (head, body) = text.split_once("\r\n\r\n").unwrap();
        let mut lines = head.lines();
        let mut first = lines.next().unwrap().split(' ');
        let headers: Vec<(&str, &str)> = lines.filter_map(|line| line.split_once(": ")).collect();
        let request = Request {
            method: first.next().unwrap(),
            target: first.next().unwrap(),
            headers: &headers,
            body: body.as_bytes(),
        };
        let authorization = Authorization::of(&request).unwrap();
        let keys = Credentials::new(ACCESS, SECRET);
        let verdict = verify(
            &request,
            &authorization,
            &keys,
            authorization.time,
            &Policy::STRICT,
        );
        assert!(verdict.is_ok(), "{args:?}: {verdict:?}\n{text}");
    }
}
