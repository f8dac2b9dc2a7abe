//! The real binary, in a folder.

use std::path::Path;

use assert_cmd::Command;

use super::{ACCESS, SECRET};

/// With no keys, no editor and no proxy.
pub(crate) fn bare(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::cargo_bin("sqlacc-postman").unwrap();
    for name in ["ACCESS_KEY", "SECRET_KEY", "SESSION_TOKEN"] {
        command.env_remove(format!("SQLACC_{name}"));
    }
    for name in ["HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY", "VISUAL", "EDITOR"] {
        command.env_remove(name).env_remove(name.to_lowercase());
    }
    command.current_dir(folder).args(args);
    command
}

/// With both keys in variables.
pub(crate) fn sqlacc(folder: &Path, args: &[&str]) -> Command {
    let mut command = bare(folder, args);
    command
        .env("SQLACC_ACCESS_KEY", ACCESS)
        .env("SQLACC_SECRET_KEY", SECRET);
    command
}

/// Exit code, stdout and stderr; the secret is in none of them.
pub(crate) fn outcome(command: &mut Command) -> (i32, String, String) {
    let output = command.output().unwrap();
    let stdout = String::from_utf8(output.stdout).unwrap();
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert!(
        !stdout.contains(SECRET) && !stderr.contains(SECRET),
        "the secret was printed"
    );
    (output.status.code().unwrap(), stdout, stderr)
}
