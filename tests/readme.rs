//! Every command of the README is run: here, in order and in one folder, or by `.ci/run`.

#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::Path;

use assert_cmd::Command;

/// The lines of the README's `sh` blocks.
fn commands() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(root.join("README.md")).unwrap();
    let mut commands = Vec::new();
    let mut inside = false;
    for line in text.lines() {
        match line {
            "```sh" => inside = true,
            "```" => inside = false,
            command if inside => commands.push(command.to_owned()),
            _ => {}
        }
    }
    commands
}

/// The words of a command line; double quotes keep spaces together.
fn words(command: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for c in command.chars() {
        match c {
            '"' => quoted = !quoted,
            ' ' if !quoted => words.push(String::new()),
            other => words.last_mut().unwrap().push(other),
        }
    }
    words
}

#[test]
fn every_command_of_the_readme_runs() {
    let folder = tempfile::tempdir().unwrap();
    let ci = Path::new(env!("CARGO_MANIFEST_DIR")).join(".ci/run");
    let ci = fs::read_to_string(ci).unwrap();
    // What the main job writes, the commands after it find.
    Command::cargo_bin("sqlacc-postman")
        .unwrap()
        .current_dir(&folder)
        .arg("generate")
        .assert()
        .success();
    let mut run = 0;
    for command in commands() {
        let mut words = words(&command);
        let is_variable = |word: &&String| {
            word.split_once('=')
                .is_some_and(|(name, _)| name.chars().all(|c| c.is_ascii_uppercase() || c == '_'))
        };
        let count = words.iter().take_while(is_variable).count();
        let variables: Vec<String> = words.drain(..count).collect();
        if words[0] == "cargo" {
            assert!(ci.contains(&command), "`{command}` is not run by .ci/run");
        } else {
            assert_eq!(words[0], "sqlacc-postman", "{command}");
            let output = Command::cargo_bin("sqlacc-postman")
                .unwrap()
                .current_dir(&folder)
                .args(&words[1..])
                .envs(variables.iter().filter_map(|word| word.split_once('=')))
                .output()
                .unwrap();
            let told = String::from_utf8_lossy(&output.stderr).into_owned();
            assert!(output.status.success(), "`{command}` failed: {told}");
            run += 1;
        }
    }
    assert!(run >= 9, "only {run} commands were found");
}
