//! `send` and `test-connection` against a service on this machine; nothing goes anywhere else.

#![allow(clippy::unwrap_used, clippy::format_push_string)]

mod collection;
mod connection;
#[path = "../loopback/mod.rs"]
mod loopback;
mod record;
mod retries;
mod tls;
mod update;

use std::path::Path;

use assert_cmd::Command;

use loopback::{ACCESS, SECRET, Service};

/// The binary with both keys in variables, and no proxy.
fn sqlacc(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::cargo_bin("sqlacc-postman").unwrap();
    for name in ["HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY", "VISUAL", "EDITOR"] {
        command.env_remove(name).env_remove(name.to_lowercase());
    }
    command
        .env("SQLACC_ACCESS_KEY", ACCESS)
        .env("SQLACC_SECRET_KEY", SECRET)
        .env_remove("SQLACC_SESSION_TOKEN")
        .current_dir(folder)
        .args(args);
    command
}

/// Exit code, stdout and stderr; the secret is in none of them.
fn outcome(command: &mut Command) -> (i32, String, String) {
    let output = command.output().unwrap();
    let stdout = String::from_utf8(output.stdout).unwrap();
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert!(
        !stdout.contains(SECRET) && !stderr.contains(SECRET),
        "the secret was printed"
    );
    (output.status.code().unwrap(), stdout, stderr)
}

/// Runs `send` with these words, split at spaces, against `service`, with `stdin`.
fn send(service: &Service, words: &str, stdin: &str) -> (i32, String, String) {
    let folder = tempfile::tempdir().unwrap();
    let mut args = vec!["send"];
    args.extend(words.split(' '));
    args.extend(["--host", &service.host]);
    outcome(sqlacc(folder.path(), &args).write_stdin(stdin))
}

/// What was said, without what differs from run to run.
fn steady(text: &str, service: &Service) -> String {
    text.replace(&service.host, "HOST")
        .replace(service.host.trim_start_matches("http://"), "HOST")
}
