//! A sandbox that is stopped leaves nothing running and nothing outside its file.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::server::{DATA, Server, command};
use super::wire::PATIENCE;

/// Whether a process of that id is there and no zombie.
fn is_alive(id: &str) -> bool {
    let state = Command::new("ps").args(["-o", "stat=", "-p", id]).output();
    let state = String::from_utf8(state.unwrap().stdout).unwrap();
    !state.trim().is_empty() && !state.starts_with('Z')
}

fn wait_for(what: impl Fn() -> bool) -> bool {
    let end = Instant::now() + PATIENCE;
    while !what() {
        if Instant::now() > end {
            return false;
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    true
}

fn written(path: &Path) -> String {
    let whole = || fs::read_to_string(path).unwrap_or_default();
    assert!(wait_for(|| whole().ends_with('\n')), "{}", path.display());
    whole().trim().to_owned()
}

#[test]
fn a_signal_ends_the_command_and_all_that_it_started() {
    // The second command ignores what it can: it has to be killed.
    let scripts = [
        "sleep 600 & echo $! > kid; wait",
        "sh -c 'echo $$ > kid; while :; do sleep 600; done'; exit 7",
    ];
    for (signal, code) in [("INT", 130), ("TERM", 143), ("HUP", 129)] {
        for script in scripts {
            let folder = tempfile::tempdir().unwrap();
            let mut sandbox = command(folder.path())
                .args(["sandbox", "--listen", "127.0.0.1:0", "--console", "off"])
                .args([
                    "--data", "memory", "--seed", "empty", "--", "sh", "-c", script,
                ])
                .stdin(Stdio::null())
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .spawn()
                .unwrap();
            let kid = written(&folder.path().join("kid"));
            assert!(is_alive(&kid));
            let id = sandbox.id().to_string();
            let sent = Command::new("kill").args(["-s", signal, &id]).status();
            assert!(sent.unwrap().success());
            assert_eq!(
                sandbox.wait().unwrap().code(),
                Some(code),
                "{signal}: {script}"
            );
            assert!(wait_for(|| !is_alive(&kid)), "{signal}: {script}");
        }
    }
}

#[test]
fn the_code_of_a_command_that_a_signal_ends_is_that_of_a_shell() {
    let folder = tempfile::tempdir().unwrap();
    let status = command(folder.path())
        .args(["sandbox", "--listen", "127.0.0.1:0", "--console", "off"])
        .args([
            "--data",
            "memory",
            "--seed",
            "empty",
            "--",
            "sh",
            "-c",
            "kill -s KILL $$",
        ])
        .stderr(Stdio::null())
        .status();
    assert_eq!(status.unwrap().code(), Some(137));
}

#[test]
fn the_file_and_its_key_are_a_copy_of_everything() {
    for signal in ["TERM", "INT", "HUP"] {
        let server = Server::start(&[]);
        for code in ["A1", "A2", "A3"] {
            let body = format!(r#"{{"code":"{code}","description":"x"}}"#);
            let call = server.call("POST", "/agent").body(&body);
            let answer = call.signed(&server.credentials()).send(&server.host);
            assert_eq!(answer.status, 200, "{answer:?}");
        }
        let copy = Arc::new(tempfile::tempdir().unwrap());
        let from = server.folder.clone();
        server.signal(signal);
        assert_eq!(server.wait().0, Some(0), "{signal}");
        for name in [DATA, "sandbox.db.key"] {
            fs::copy(from.path().join(name), copy.path().join(name)).unwrap();
        }
        let again = Server::start_in(&copy, &[]);
        for code in ["A1", "A2", "A3"] {
            let answer = again.get(&format!("/agent/{code}"));
            assert_eq!(answer.status, 200, "{signal}: {answer:?}");
        }
    }
}

#[test]
fn what_key_writes_is_in_the_file_too() {
    let folder = tempfile::tempdir().unwrap();
    let generate = ["key", "generate", "SALES", "--data", DATA];
    let made = command(folder.path()).args(generate).output().unwrap();
    assert!(made.status.success());
    let log = folder.path().join(format!("{DATA}-wal"));
    assert_eq!(fs::metadata(log).map_or(0, |log| log.len()), 0);
}
