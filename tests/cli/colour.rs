//! Every command that colours what it prints goes by the same variables; there is no terminal here.

use std::fs;

use assert_cmd::Command;

const OLD: &str = r#"{"info": {"name": "a", "schema": "x"}, "item": []}"#;
const NEW: &str = r#"{"info": {"name": "a", "schema": "x"}, "item": [{"name": "r", "request": "https://a.test/b"}]}"#;

const COMMANDS: &[&[&str]] = &[
    &["validate", "new.json"],
    &["diff", "old.json", "new.json"],
    &["--help"],
    &["send", "--help"],
];

const TABLE: &[(&[(&str, &str)], bool)] = &[
    (&[], false),
    (&[("TERM", "xterm-256color")], false),
    (&[("CLICOLOR", "1")], false),
    (&[("FORCE_COLOR", "1")], true),
    (&[("FORCE_COLOR", "1"), ("TERM", "dumb")], true),
    (&[("CLICOLOR_FORCE", "1")], true),
    (&[("CLICOLOR_FORCE", "0")], false),
    (&[("FORCE_COLOR", "0"), ("CLICOLOR_FORCE", "1")], false),
    (&[("NO_COLOR", "1"), ("FORCE_COLOR", "1")], false),
    (&[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")], false),
];

#[test]
fn commands_go_by_the_same_variables() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("old.json"), OLD).unwrap();
    fs::write(folder.path().join("new.json"), NEW).unwrap();
    for args in COMMANDS {
        for (environment, has_colours) in TABLE {
            let mut command = Command::cargo_bin("sqlacc-postman").unwrap();
            for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "FORCE_COLOR"] {
                command.env_remove(name);
            }
            command.envs(environment.iter().copied());
            let output = command.current_dir(&folder).args(*args).output().unwrap();
            let text = String::from_utf8(output.stdout).unwrap();
            assert!(!text.is_empty(), "{args:?}");
            let found = text.contains('\u{1b}');
            assert_eq!(found, *has_colours, "{args:?} with {environment:?}");
        }
    }
}

#[test]
fn a_file_has_no_colours() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("new.json"), NEW).unwrap();
    let mut command = Command::cargo_bin("sqlacc-postman").unwrap();
    command.env("FORCE_COLOR", "1").current_dir(&folder);
    let args = ["validate", "new.json", "--report", "report.txt"];
    command.args(args).output().unwrap();
    let text = fs::read_to_string(folder.path().join("report.txt")).unwrap();
    assert!(!text.contains('\u{1b}'), "{text}");
}
