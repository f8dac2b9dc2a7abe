//! How it starts and how it ends.

use std::fs;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::Stdio;
use std::sync::Arc;
use std::time::Duration;

use sqlacc_postman::sqlaccount::demo;

use super::server::{DATA, Server, command, run};
use super::wire::{answer, connect};

const AGENT: &str = r#"{"code":"A","description":"A"}"#;
const CONTINUE: &[u8] = b"HTTP/1.1 100 Continue\r\n\r\n";

#[test]
fn requests_under_way_are_finished_when_it_is_stopped() {
    for signal in ["TERM", "INT"] {
        let server = Server::start(&[]);
        let host = server.host.clone();
        let call = server.call("POST", "/agent").body(AGENT);
        let call = call.signed(&server.credentials());
        let bytes = call.with("Expect", "100-continue").bytes();
        let (head, body) = bytes.split_at(bytes.len() - AGENT.len());
        let mut stream = connect(&host);
        stream.write_all(head).unwrap();
        // It asks for the body when it has come to the request.
        let mut asked = [0; CONTINUE.len()];
        stream.read_exact(&mut asked).unwrap();
        assert_eq!(&asked, CONTINUE, "{signal}");
        server.signal(signal);
        server.wait_for_log("stopping");
        stream.write_all(body).unwrap();
        assert_eq!(answer(&mut stream).status, 200, "{signal}");
        let (code, log) = server.wait();
        assert_eq!(code, Some(0), "{signal}: {log}");
        assert!(!log.contains("not finished"), "{log}");
        assert!(TcpStream::connect(&host).is_err(), "it still listens");
    }
}

#[test]
fn what_idles_does_not_hold_it_up() {
    let server = Server::start(&["--stop-timeout", "60s"]);
    let idle = connect(&server.host);
    server.assert_well();
    server.signal("TERM");
    assert_eq!(server.wait().0, Some(0));
    drop(idle);
}

#[test]
fn a_company_that_was_begun_is_finished() {
    const SIZE: u32 = 3_000;
    let folder = Arc::new(tempfile::tempdir().unwrap());
    let mut begun = command(folder.path())
        .args(["sandbox", "--listen", "127.0.0.1:0", "--console", "off"])
        .args(["--data", DATA, "--seed-size", &SIZE.to_string()])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    while kept(&folder.path().join(DATA)).is_none() {
        assert!(begun.try_wait().unwrap().is_none(), "it stopped");
        std::thread::sleep(Duration::from_millis(5));
    }
    begun.kill().unwrap();
    begun.wait().unwrap();

    let again = Server::start_in(&folder, &[]);
    let mut records = 0;
    let mut last = None;
    for (path, record) in demo::company(SIZE) {
        records += 1;
        if path == "salesinvoice" {
            last = record["docno"].as_str().map(str::to_owned);
        }
    }
    let target = format!("/salesinvoice?docno={}", last.unwrap());
    let call = again.call("GET", &target).signed(&again.credentials());
    let page: serde_json::Value = serde_json::from_str(&call.send(&again.host).body).unwrap();
    assert_eq!(page["data"].as_array().unwrap().len(), 1, "{target}");
    again.signal("TERM");
    let (_, log) = again.wait();
    let said = format!("created the demo company: {records} records");
    assert!(log.contains(&said), "{said} is not in {log}");
}

/// How many records of a company that is being made are on the disk.
fn kept(data: &Path) -> Option<i64> {
    let flags = rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY;
    let data = rusqlite::Connection::open_with_flags(data, flags).ok()?;
    let sql = "SELECT value FROM counter WHERE name = 'seed:kept'";
    data.query_row(sql, [], |row| row.get(0)).ok()
}

#[test]
fn it_runs_for_a_command() {
    let folder = tempfile::tempdir().unwrap();
    let ran = |words: &[&str]| {
        let mut sandbox = command(folder.path());
        sandbox.args(["sandbox", "--listen", "127.0.0.1:0", "--seed", "empty"]);
        sandbox.args(["--write-environment", "environment.json", "--"]);
        let output = sandbox.args(words).output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        (
            output.status.code(),
            text(output.stdout),
            text(output.stderr),
        )
    };
    let own = env!("CARGO_BIN_EXE_sqlacc-postman");
    let (code, said, log) = ran(&[own, "test-connection", "-e", "environment.json"]);
    assert_eq!(code, Some(0), "{log}");
    assert!(said.starts_with("OK"), "{said}");
    assert!(log.contains("listening on http://127.0.0.1:"), "{log}");
    let (code, said, _) = ran(&[
        own,
        "send",
        "agent",
        "get",
        "NOBODY",
        "-e",
        "environment.json",
    ]);
    assert_eq!((code, said.as_str()), (Some(1), ""));
    let (code, _, log) = ran(&["./missing"]);
    assert_eq!(code, Some(2));
    assert!(log.contains("cannot run `./missing`"), "{log}");
}

#[test]
fn keys_survive_a_crash() {
    let server = Server::start(&[]);
    let (folder, credentials) = (server.folder.clone(), server.credentials());
    let made = run(folder.path(), &["key", "--data", DATA, "generate", "KEPT"]);
    let text = String::from_utf8(made.stdout).unwrap();
    let words: Vec<String> = text.split_whitespace().map(ToOwned::to_owned).collect();
    server.kill();
    let again = Server::start_in(&folder, &[]);
    let kept = sqlacc_postman::sigv4::Credentials::new(words[2].as_str(), words[5].as_str());
    let call = again.call("GET", "/agent").signed(&kept);
    assert_eq!(call.send(&again.host).status, 200);
    // `--write-environment` has made a fresh pair, and ended the one before.
    let old = again.call("GET", "/agent").signed(&credentials);
    assert_eq!(old.send(&again.host).status, 401);
    again.assert_well();
}

#[cfg(unix)]
#[test]
fn the_environment_is_for_its_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let folder = std::sync::Arc::new(tempfile::tempdir().unwrap());
    let path = folder.path().join("environment.json");
    fs::write(&path, "old").unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
    let server = Server::start_in(&folder, &[]);
    let mode = |name: &str| {
        let metadata = fs::metadata(server.path(name)).unwrap();
        metadata.permissions().mode() & 0o777
    };
    assert_eq!(mode("environment.json"), 0o600);
    assert_eq!(mode(&format!("{DATA}.key")), 0o600);
}

#[test]
fn bad_arguments_get_one_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let taken = taken.local_addr().unwrap().to_string();
    fs::write(
        folder.path().join("text.db"),
        "this is not a database, but it is long enough",
    )
    .unwrap();
    fs::write(folder.path().join("short.key"), "0123").unwrap();
    restrict(&folder.path().join("short.key"));
    let mut said = String::new();
    for args in [
        &["--listen", "localhost"][..],
        &["--listen", &taken],
        &["--listen", "127.0.0.1:0", "--console", "0.0.0.0:0"],
        &["--listen", "127.0.0.1:0", "--console", "here"],
        &["--listen", "127.0.0.1:0", "--console", &taken],
        &[
            "--listen",
            "127.0.0.1:0",
            "--write-environment",
            "missing/e.json",
        ],
        &["--listen", "127.0.0.1:0", "--data", "text.db"],
        &["--listen", "127.0.0.1:0", "--data", "missing/s.db"],
        &["--listen", "127.0.0.1:0", "--data", ""],
        &["--listen", "127.0.0.1:0", "--data", "mysql://x"],
        &[
            "--listen",
            "127.0.0.1:0",
            "--data",
            "memory",
            "--master-key-file",
            "short.key",
        ],
        &["--latency", "fast"],
        &["--latency", "9-3"],
        &["--fail-rate", "2"],
        &["--max-body", "1T"],
        &["--max-connections", "0"],
        &["--head-timeout", "0s"],
        &["--error-format", "xml"],
    ] {
        let output = command(folder.path())
            .args(["sandbox", "--seed", "empty"])
            .args(args)
            .output()
            .unwrap();
        let text = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{args:?}: {text}");
        assert_eq!(text.lines().count(), 1, "{args:?}: {text}");
        let line = args.join(" ").replace(&taken, "TAKEN");
        said.extend([&line, "\n    ", &text.replace(&taken, "TAKEN")]);
    }
    insta::assert_snapshot!(said);
}

/// A file that only its owner can read.
fn restrict(path: &std::path::Path) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(path, fs::Permissions::from_mode(0o600)).unwrap();
    }
}
