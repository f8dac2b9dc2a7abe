//! git, set up as the README says, in a real repository.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::pair::pair;

/// The lines of the README that set git up.
fn set_up() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(root.join("README.md")).unwrap();
    let lines = text
        .lines()
        .filter(|line| line.starts_with("git config ") || line.starts_with("echo '*"));
    lines.map(str::to_owned).collect()
}

/// Runs a command line in `folder`, the binary under test on the path.
fn run(folder: &Path, line: &str) -> String {
    let binary = assert_cmd::cargo::cargo_bin("sqlacc-postman");
    let path = format!(
        "{}:{}",
        binary.parent().unwrap().display(),
        std::env::var("PATH").unwrap()
    );
    let output = Command::new("sh")
        .args(["-c", line])
        .current_dir(folder)
        .env("PATH", path)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .output()
        .unwrap();
    let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "`{line}` failed: {stderr}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn git_shows_what_has_changed() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let (base, revision) = pair("request-method-changed");
    run(folder, "git init --quiet");
    let lines = set_up();
    assert!(
        lines.len() >= 4,
        "the README sets git up otherwise: {lines:?}"
    );
    for line in &lines {
        run(folder, line);
    }
    let file = folder.join("api.postman_collection.json");
    fs::write(&file, base).unwrap();
    run(
        folder,
        "git add . && git -c user.name=a -c user.email=a@b.c commit --quiet -m first",
    );
    fs::write(&file, revision).unwrap();

    let diff = run(folder, "git diff");
    assert!(
        diff.contains("breaking: method changed: POST → PUT"),
        "{diff}"
    );
    let tool = run(folder, "git difftool --no-prompt --tool postman");
    assert!(
        tool.contains("breaking: method changed: POST → PUT"),
        "{tool}"
    );
    let text = run(folder, "git diff --no-ext-diff");
    let changed = text.lines().filter(|line| line.starts_with(['+', '-']));
    assert_eq!(changed.count(), 4, "{text}");
    let object = run(
        folder,
        "sqlacc-postman diff git:HEAD:api.postman_collection.json api.postman_collection.json --format short || true",
    );
    assert!(object.contains("breaking"), "{object}");
}
