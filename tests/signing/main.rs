//! `curl` and `sign explain`: what is written runs unchanged, verifies, and shows no secret.

#![allow(clippy::unwrap_used, clippy::format_push_string)]

mod curl;
mod explain;
mod keys;
mod wire;

use std::fs;
use std::path::Path;

use assert_cmd::Command;

const ACCESS: &str = "0123456789abcdef0123456789abcdef.sql.my/SALES";
const SECRET: &str = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
const AT: &str = "20260115T083000Z";

/// The binary, with both keys in variables.
fn sqlacc(folder: &Path, args: &[&str]) -> Command {
    let mut command = bare(folder, args);
    command
        .env("SQLACC_ACCESS_KEY", ACCESS)
        .env("SQLACC_SECRET_KEY", SECRET);
    command
}

fn bare(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::cargo_bin("sqlacc-postman").unwrap();
    for name in ["ACCESS_KEY", "SECRET_KEY", "SESSION_TOKEN"] {
        command.env_remove(format!("SQLACC_{name}"));
    }
    command.current_dir(folder).args(args);
    command
}

/// Exit code, stdout and stderr; the secret is in none of them.
fn outcome(mut command: Command) -> (i32, String, String) {
    let output = command.output().unwrap();
    let stdout = String::from_utf8(output.stdout).unwrap();
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert!(
        !stdout.contains(SECRET) && !stderr.contains(SECRET),
        "the secret was printed"
    );
    (output.status.code().unwrap(), stdout, stderr)
}

fn curl(args: &[&str], stdin: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("agent.json"), "{\"code\":\"A\"}").unwrap();
    let mut all = vec!["curl", "--at", AT];
    all.extend(args);
    let mut command = sqlacc(folder.path(), &all);
    command.write_stdin(stdin);
    let (code, stdout, stderr) = outcome(command);
    assert_eq!(code, 0, "{stderr}");
    format!("{stderr}{stdout}")
}

/// The arguments that curl gets when bash runs `line`.
fn bash_arguments(line: &str) -> Vec<String> {
    let script = format!("curl() {{ printf '%s\\0' \"$@\"; }}\n{line}");
    let output = Command::new("bash").arg("-c").arg(script).output().unwrap();
    assert!(output.status.success(), "{line}");
    let text = String::from_utf8(output.stdout).unwrap();
    text.split_terminator('\0').map(str::to_owned).collect()
}

/// Explains `request` at the fixed time.
fn explained(request: &str) -> (i32, String) {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("agent.json"), "{\"code\":\"A\"}").unwrap();
    let mut command = sqlacc(folder.path(), &["sign", "explain", "--at", AT]);
    command.write_stdin(request);
    let (code, stdout, stderr) = outcome(command);
    (code, format!("{stderr}{stdout}"))
}
