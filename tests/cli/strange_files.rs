//! Files that others name, link and protect: nothing that they are called is obeyed, nothing outside
//! the folder is read or written, and a file that is rewritten stays whose it was.

#![cfg(unix)]

use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;

use assert_cmd::Command;

/// A collection that is not formatted, and has something to fix.
const UNFORMATTED: &str = r#"{"info":{"name":"a","schema":"https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},"item":[{"name":"r","request":{"method":"get","url":{"raw":"{{u}}/a","host":["{{u}}"],"path":["a"]}}}]}"#;

/// The exit code of a command line in `folder`, and all that it prints.
fn run(folder: &Path, args: &[&str]) -> (Option<i32>, String) {
    let mut command = Command::cargo_bin("sqlacc-postman").unwrap();
    command.env_remove("GITHUB_STEP_SUMMARY");
    let output = command.current_dir(folder).args(args).output().unwrap();
    let printed = [output.stdout, output.stderr].concat();
    (output.status.code(), String::from_utf8(printed).unwrap())
}

#[test]
fn what_files_and_configurations_are_called_is_never_obeyed() {
    let names = [
        "a\n::set-output name=k::v.json",
        "\u{1b}]0;owned\u{7}a.json",
        "a\r::error::x\u{85}::error::y\u{2028}::error::z.json",
    ];
    let commands: &[&[&str]] = &[
        &["fmt", "--check"],
        &["validate"],
        &["validate", "--verbose", "--format", "short"],
        &["validate", "--format", "github"],
        &["validate", "--format", "markdown"],
        &["validate", "--format", "json"],
        &["validate", "--format", "sarif"],
        &["validate", "--format", "junit"],
        &["validate", "--format", "gitlab"],
        &["validate", "--fix", "--diff"],
        &["diff", "other.json"],
        &["diff", "other.json", "--format", "markdown"],
        &["diff", "other.json", "--format", "github"],
        &["diff", "other.json", "--format", "html"],
        &["diff", "--git-driver"],
        &["send", "agent", "create", "--body"],
        &["send", "--collection"],
        &["generate", "-e"],
        &["validate", "no such file", "--config"],
        &["fmt"],
        &["validate", "--fix"],
    ];
    for name in names {
        let folder = tempfile::tempdir().unwrap();
        let at = folder.path();
        fs::write(at.join("other.json"), UNFORMATTED.replace("\"r\"", "\"s\"")).unwrap();
        let ignore = format!("[[ignore]]\nrule = \"url-missing\"\nreason = {name:?}\n");
        let ignore = ignore.replace("\\u{", "\\u00").replace('}', "");
        let configs = [String::new(), ignore.replace("\\u002028", "\\u2028")];
        for config in configs {
            fs::write(at.join("sqlacc-postman.toml"), config).unwrap();
            for command in commands {
                fs::write(at.join(name), UNFORMATTED).unwrap();
                let (_, printed) = run(at, &[command, &[name][..]].concat());
                let acts =
                    |c: &char| c.is_control() && !matches!(c, '\n' | '\t') || *c == '\u{2028}';
                assert_eq!(printed.chars().find(acts), None, "{command:?}: {printed:?}");
                let is_command = |line: &&str| {
                    line.starts_with("::")
                        && !line.starts_with("::error file=")
                        && !line.starts_with("::warning file=")
                        && !line.starts_with("::notice ")
                };
                assert_eq!(printed.lines().find(is_command), None, "{command:?}");
            }
        }
    }
}

#[test]
fn a_walk_leaves_links_alone_and_nothing_is_written_through_one() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    fs::create_dir(at.join("api")).unwrap();
    fs::write(at.join("outside.json"), UNFORMATTED).unwrap();
    fs::write(
        at.join("git-credentials"),
        "https://ci:hunter2token@git.invalid",
    )
    .unwrap();
    fs::write(at.join("api/own.json"), UNFORMATTED).unwrap();
    symlink(
        "../git-credentials",
        at.join("api/x.postman_collection.json"),
    )
    .unwrap();
    symlink("../outside.json", at.join("api/y.json")).unwrap();
    symlink("..", at.join("api/up")).unwrap();

    let (_, printed) = run(at, &["validate", "api", "--verbose", "--format", "short"]);
    assert!(
        printed.contains("own.json") && !printed.contains("hunter2"),
        "{printed}"
    );
    assert!(
        !printed.contains("y.json") && !printed.contains("outside"),
        "{printed}"
    );
    for command in [&["validate", "--fix"][..], &["fmt"]] {
        for given in ["api", "api/**/*.json", "api/y.json"] {
            let (code, printed) = run(at, &[command, &[given]].concat());
            let outside = fs::read_to_string(at.join("outside.json")).unwrap();
            assert_eq!(outside, UNFORMATTED, "{command:?} {given}");
            if given == "api/y.json" {
                assert_eq!(code, Some(2));
                assert!(
                    printed.contains("`api/y.json` is a link and was not changed"),
                    "{printed}"
                );
                assert!(printed.contains("outside.json`"), "{printed}");
            }
        }
    }
    assert_ne!(
        fs::read_to_string(at.join("api/own.json")).unwrap(),
        UNFORMATTED
    );
    assert!(at.join("api/y.json").is_symlink());
    // A file that is named is read, though it is a link.
    let (_, printed) = run(at, &["validate", "api/y.json", "--format", "short"]);
    assert!(printed.contains("api/y.json"), "{printed}");
}

#[test]
fn a_file_that_is_rewritten_keeps_its_mode() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.json");
    for mode in [0o664, 0o600, 0o640, 0o666, 0o755, 0o444] {
        for command in [&["fmt", "a.json"], &["validate", "--fix", "a.json"][..]] {
            fs::write(&file, UNFORMATTED).unwrap();
            fs::set_permissions(&file, Permissions::from_mode(mode)).unwrap();
            run(folder.path(), command);
            assert_ne!(fs::read_to_string(&file).unwrap(), UNFORMATTED);
            assert_eq!(
                fs::metadata(&file).unwrap().permissions().mode() & 0o7777,
                mode
            );
            fs::remove_file(&file).unwrap();
        }
    }
}
