//! `test-connection`: every step at which it can fail, by its name and exit code.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener};
use std::thread;

use super::loopback::{ACCESS, Reply, SECRET, Service, json, status};
use super::{outcome, sqlacc, steady};

fn tested(host: &str, more: &[&str]) -> (i32, String) {
    let folder = tempfile::tempdir().unwrap();
    let mut args = vec!["test-connection", "--host", host];
    args.extend(more);
    let (code, stdout, stderr) = outcome(&mut sqlacc(folder.path(), &args));
    (code, stdout + &stderr)
}

fn healthy(list: &'static str) -> impl Fn(&super::loopback::Received, usize) -> Reply {
    move |request, _| match request.target.split('?').next() {
        Some("/healthcheck") => json("\"OK\""),
        _ => json(list),
    }
}

#[test]
fn it_says_ok_with_time_and_host() {
    for more in [&[][..], &["--auth-in", "query"]] {
        let service = Service::start(healthy(r#"{"pagination":{"offset":0},"data":[]}"#));
        let (code, said) = tested(&service.host, more);
        assert_eq!(code, 0, "{said}");
        assert!(
            said.contains(" ms")
                && said.contains(&format!("OK  {} accepts these keys, at 2", service.host))
        );
        let received = service.received();
        let paths: Vec<&str> = received
            .iter()
            .map(|one| one.target.split("&X-").next().unwrap())
            .collect();
        assert!(
            paths[0].starts_with("/healthcheck") && paths[1] == "/agent?offset=0",
            "{paths:?}"
        );
        assert!(received.iter().all(super::loopback::Received::is_signed));
    }
}

/// The address of a server that answers in plain HTTP whatever it is sent.
fn speaks_no_tls() -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let mut stream = stream;
            let _ = stream.read(&mut [0; 4096]);
            let _ = stream.write_all(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
        }
    });
    address
}

#[test]
fn what_does_not_answer_is_exit_code_2_with_its_step() {
    let closed = TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap();
    let silent = Service::start(|_, _| Reply::Silence);
    let hung_up = Service::start(|_, _| Reply::Close);
    let secure = format!("https://{}", speaks_no_tls());
    let mut told = String::new();
    for (host, more) in [
        // A name with an empty label has no address, and no server is asked for one.
        ("http://nowhere..invalid".to_owned(), &[][..]),
        (format!("http://{closed}"), &[]),
        (silent.host.clone(), &["--timeout", "1"]),
        (hung_up.host.clone(), &[]),
        (secure, &["--insecure"]),
    ] {
        let (code, said) = tested(&host, more);
        assert_eq!(code, 2, "{said}");
        let port = host.rsplit(':').next().unwrap();
        told.push_str(&said.replace(port, "PORT"));
    }
    insta::assert_snapshot!(told);
}

#[test]
fn what_answers_otherwise_is_exit_code_1_with_its_meaning() {
    let mut told = String::new();
    for (code, headers, body) in [
        (403, vec![], "<html><title>Access Denied</title>"),
        (200, vec![], "<html><title>Guest Wi-Fi</title>"),
        (429, vec![], "<html><title>429 Too Many Requests</title>"),
        (500, vec![], r#"{"error":{"message":"Operation aborted"}}"#),
        (502, vec![], "<html>"),
        (404, vec![], ""),
        (
            301,
            vec![("Location", "https://other.example/".to_owned())],
            "",
        ),
        (200, vec![], r#"{"hello":"world"}"#),
    ] {
        let service = Service::start(move |_, _| Reply::Answer(code, headers.clone(), body.into()));
        let (exit, said) = tested(&service.host, &[]);
        assert_eq!(
            (exit, service.received().len()),
            (1, if body.contains("hello") { 2 } else { 1 }),
            "{said}"
        );
        let said = steady(&said, &service);
        told.push_str(said.split_once("FAILED").map_or("", |(_, failed)| failed));
    }
    insta::assert_snapshot!(told);
}

#[test]
fn a_401_comes_with_its_reasons() {
    let refusing = |headers: Vec<(&'static str, String)>| {
        Service::start(move |_, _| {
            Reply::Answer(401, headers.clone(), b"Invalid signature".to_vec())
        })
    };
    let plain = refusing(Vec::new());
    let (code, said) = tested(&plain.host, &[]);
    assert_eq!(code, 1);
    assert!(
        said.contains("Invalid signature") && said.contains("signed correctly"),
        "{said}"
    );
    // The service lives in another year.
    let late = refusing(vec![("Date", "Thu, 15 Jan 2015 08:30:00 GMT".to_owned())]);
    let (code, said) = tested(&late.host, &[]);
    assert_eq!(code, 1);
    assert!(
        said.contains("clock is") && said.contains("ahead of that of the service"),
        "{said}"
    );
    let (_, said) = tested(
        &plain.host,
        &["--region", "us-east-1", "--access-key", "AKIA1"],
    );
    assert!(
        said.contains("`us-east-1/sqlaccount`") && said.contains("`AKIA1` does not look like one"),
        "{said}"
    );
    let folder = tempfile::tempdir().unwrap();
    let args = ["test-connection", "--host", &plain.host];
    let half = &SECRET[..32];
    let mut command = sqlacc(folder.path(), &args);
    let (_, _, said) = outcome(command.env("SQLACC_SECRET_KEY", half));
    assert!(
        said.contains("64 hex digits") && !said.contains(half),
        "{said}"
    );
}

#[test]
fn json_says_the_same_to_machines() {
    let good = Service::start(healthy(r#"{"data":[]}"#));
    let refusing = Service::start(|_, _| status(401, "Invalid signature"));
    let hung_up = Service::start(|_, _| Reply::Close);
    let mut told = String::new();
    for (service, code) in [(&good, 0), (&refusing, 1), (&hung_up, 2)] {
        let folder = tempfile::tempdir().unwrap();
        let args = ["test-connection", "--format", "json", "--host"];
        let (exit, stdout, stderr) = outcome(sqlacc(folder.path(), &args).arg(&service.host));
        assert_eq!((exit, stderr.as_str()), (code, ""));
        let mut report: serde_json::Value = serde_json::from_str(&stdout).unwrap();
        report["time"] = "TIME".into();
        for request in report["requests"].as_array_mut().unwrap() {
            assert!(request["milliseconds"].is_u64());
            request["milliseconds"] = 0.into();
        }
        let text = serde_json::to_string_pretty(&report).unwrap();
        told.push_str(&steady(&text, service));
        told.push('\n');
    }
    insta::assert_snapshot!(told);
}

#[test]
fn keys_come_from_files_and_are_missed_in_one_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let mut command = sqlacc(folder.path(), &["test-connection", "--access-key", ACCESS]);
    // No terminal is there to be asked at.
    let (code, stdout, said) = outcome(command.env_remove("SQLACC_SECRET_KEY"));
    assert_eq!((code, stdout.as_str()), (2, ""));
    assert!(said.starts_with("error: no secret key; use -e"), "{said}");
}

#[test]
fn loopback_is_never_sent_through_a_proxy_and_others_are() {
    let service = Service::start(healthy(r#"{"data":[]}"#));
    let proxy = Service::start(|_, _| status(407, ""));
    let folder = tempfile::tempdir().unwrap();
    let run = |host: &str| {
        let mut command = sqlacc(folder.path(), &["test-connection", "--host", host]);
        outcome(
            command
                .env("HTTPS_PROXY", &proxy.host)
                .env("HTTP_PROXY", &proxy.host),
        )
    };
    assert_eq!(run(&service.host).0, 0);
    assert_eq!(proxy.received().len(), 0);
    let (code, _, said) = run("https://service.invalid");
    assert_eq!(code, 2);
    assert!(said.contains("proxy") && said.contains("407"), "{said}");
    let asked = proxy.received();
    assert_eq!(
        (asked[0].method.as_str(), asked[0].target.as_str()),
        ("CONNECT", "service.invalid:443")
    );
}
