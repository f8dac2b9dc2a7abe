//! `curl` and `sign explain`: what is written runs unchanged, verifies, and shows no secret.

mod curl;
mod explain;
mod keys;
mod program;
mod wire;

use std::fs;
use std::process::Command;

use crate::loopback::binary::{outcome, sqlacc};

const AT: &str = "20260115T083000Z";

fn curl(args: &[&str], stdin: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("agent.json"), "{\"code\":\"A\"}").unwrap();
    let mut all = vec!["curl", "--at", AT];
    all.extend(args);
    let mut command = sqlacc(folder.path(), &all);
    command.write_stdin(stdin);
    let (code, stdout, stderr) = outcome(&mut command);
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
    let (code, stdout, stderr) = outcome(&mut command);
    (code, format!("{stderr}{stdout}"))
}
