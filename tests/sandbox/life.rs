//! How it starts and how it ends.

use std::fs;
use std::net::{TcpListener, TcpStream};
use std::time::Duration;

use super::server::{DATA, Server, command, run};

#[test]
fn requests_under_way_are_finished_when_it_is_stopped() {
    for signal in ["TERM", "INT"] {
        let server = Server::start(&["--latency", "1000"]);
        let host = server.host.clone();
        let answer = std::thread::scope(|scope| {
            let asked = scope.spawn(|| server.get("/healthcheck"));
            std::thread::sleep(Duration::from_millis(400));
            server.signal(signal);
            asked.join().unwrap()
        });
        assert_eq!(answer.status, 200, "{signal}");
        let (code, log) = server.wait();
        assert_eq!(code, Some(0), "{signal}: {log}");
        assert!(log.contains("stopping"), "{log}");
        assert!(TcpStream::connect(&host).is_err(), "it still listens");
    }
}

#[test]
fn what_idles_does_not_hold_it_up() {
    let server = Server::start(&["--stop-timeout", "60s"]);
    let idle = super::wire::connect(&server.host);
    server.assert_well();
    server.signal("TERM");
    assert_eq!(server.wait().0, Some(0));
    drop(idle);
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
    // `--environment` has made a fresh pair, and ended the one before.
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
        "this is no database, but it is long enough",
    )
    .unwrap();
    fs::write(folder.path().join("short.key"), "0123").unwrap();
    restrict(&folder.path().join("short.key"));
    let mut said = String::new();
    for args in [
        &["--listen", "localhost"][..],
        &["--listen", &taken],
        &["--listen", "127.0.0.1:0", "--admin", "0.0.0.0:0"],
        &["--listen", "127.0.0.1:0", "--admin", "here"],
        &["--listen", "127.0.0.1:0", "--admin", &taken],
        &["--listen", "127.0.0.1:0", "--environment", "missing/e.json"],
        &["--listen", "127.0.0.1:0", "--data", "text.db"],
        &["--listen", "127.0.0.1:0", "--data", "missing/s.db"],
        &["--listen", "127.0.0.1:0", "--data", ""],
        &["--listen", "127.0.0.1:0", "--data", "mysql://x"],
        &[
            "--listen",
            "127.0.0.1:0",
            "--data",
            "memory",
            "--key-file",
            "short.key",
        ],
        &["--latency", "fast"],
        &["--latency", "9-3"],
        &["--fail-rate", "2"],
        &["--max-body", "1T"],
        &["--max-connections", "0"],
        &["--head-timeout", "0s"],
        &["--error-shape", "xml"],
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
