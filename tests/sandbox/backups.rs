//! `backup` and `restore`, while the sandbox runs.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use super::server::{DATA, Server, run};

fn create(server: &Server, code: &str) {
    let body = format!(r#"{{"code":"{code}","description":"x"}}"#);
    let call = server.call("POST", "/agent").body(&body);
    let answer = call.signed(&server.credentials()).send(&server.host);
    assert_eq!(answer.status, 200, "{answer:?}");
}

fn has(server: &Server, code: &str) -> bool {
    server.get(&format!("/agent/{code}")).status == 200
}

/// Exit code and standard error.
fn sqlacc(folder: &Path, args: &[&str]) -> (Option<i32>, String) {
    let output = run(folder, args);
    (
        output.status.code(),
        String::from_utf8(output.stderr).unwrap(),
    )
}

#[test]
fn a_running_sandbox_is_copied_and_restored() {
    let server = Server::start(&[]);
    let folder = server.folder.clone();
    create(&server, "A1");
    let (code, stderr) = sqlacc(folder.path(), &["backup", "monday.db", "--data", DATA]);
    assert_eq!(code, Some(0), "{stderr}");
    create(&server, "A2");
    let (code, stderr) = sqlacc(folder.path(), &["backup", "monday.db", "--data", DATA]);
    assert!(
        code == Some(2) && stderr.contains("`monday.db` exists"),
        "{stderr}"
    );

    let (code, stderr) = sqlacc(folder.path(), &["restore", "monday.db", "--data", DATA]);
    assert_eq!(code, Some(0), "{stderr}");
    assert!(has(&server, "A1") && !has(&server, "A2"));
    create(&server, "A3");
    server.assert_well();

    // The copy and the key are a sandbox elsewhere.
    let other = Arc::new(tempfile::tempdir().unwrap());
    fs::copy(folder.path().join("monday.db"), other.path().join(DATA)).unwrap();
    let key = format!("{DATA}.key");
    fs::copy(folder.path().join(&key), other.path().join(&key)).unwrap();
    let again = Server::start_in(&other, &[]);
    assert!(has(&again, "A1") && !has(&again, "A3"));
}

#[test]
fn what_is_no_backup_changes_nothing() {
    let server = Server::start(&[]);
    let folder = server.folder.path();
    create(&server, "A1");
    run(folder, &["backup", "whole.db", "--data", DATA]);
    let whole = fs::read(folder.join("whole.db")).unwrap();
    let mut torn = whole.clone();
    let half = whole.len() / 2;
    torn[half..].fill(0xa5);
    fs::write(folder.join("torn.db"), torn).unwrap();
    fs::write(
        folder.join("text.db"),
        "not a data file at all\n".repeat(400),
    )
    .unwrap();
    fs::write(folder.join("empty.db"), "").unwrap();
    for (name, expected) in [
        ("torn.db", "is broken"),
        ("text.db", "is not a data file"),
        ("empty.db", "is not the data file of a sandbox"),
        ("gone.db", "not found"),
    ] {
        let (code, stderr) = sqlacc(folder, &["restore", name, "--data", DATA]);
        assert!(
            code == Some(2) && stderr.contains(expected),
            "{name}: {stderr}"
        );
        assert_eq!(stderr.lines().count(), 1, "{stderr}");
        assert!(has(&server, "A1"), "{name}");
    }
    let (code, stderr) = sqlacc(folder, &["backup", "x.db", "--data", "gone.db"]);
    assert!(code == Some(2) && stderr.contains("not found"), "{stderr}");
    assert!(!folder.join("gone.db").exists());
}
