//! Every command of the README is run: here, in order and in one folder, or by `.ci/run`. What needs
//! other programs is run by `tests/e2e/run.sh`, which takes it from the README.

#![allow(clippy::unwrap_used)]

#[path = "client/loopback/mod.rs"]
mod loopback;

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Stdio};

use assert_cmd::Command;

use loopback::{ACCESS, Received, Reply, SECRET, Service, json};

/// A file of the repository.
fn file(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// The lines of the README's blocks in `language`.
fn lines(language: &str) -> Vec<String> {
    blocks(&file("README.md"), language)
}

fn blocks(text: &str, language: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut inside = false;
    for line in text.lines() {
        match (line.strip_prefix("```"), inside) {
            (Some(opened), _) => inside = opened == language,
            (None, true) => lines.push(line.to_owned()),
            (None, false) => {}
        }
    }
    lines
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

/// What the service has to answer to the commands that call it.
fn answer(request: &Received) -> Reply {
    assert!(request.is_signed(), "{} is not signed", request.target);
    match request.header("content-type") {
        Some(kind) if kind.starts_with("application/pdf") => json("%PDF-1.7"),
        _ => json(r#"{"pagination":{"offset":0},"data":[{"code":"A"}]}"#),
    }
}

/// The environment of a user who has put the keys in, and whose service is on this machine.
fn environment(service: &Service) -> String {
    let values = [
        ("host", service.host.as_str()),
        ("access_key", ACCESS),
        ("secret_key", SECRET),
    ];
    let values = values.map(|(key, value)| serde_json::json!({"key": key, "value": value}));
    serde_json::json!({"name": "Mine", "values": values}).to_string()
}

/// What was started and goes on; it ends with the test.
struct Background(Child);

impl Drop for Background {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Starts a command that goes on, on ports that are free, and waits until it listens.
fn started(folder: &Path, words: &[String]) -> Background {
    assert_eq!(words[0], "sqlacc-postman");
    let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_sqlacc-postman"))
        .current_dir(folder)
        .args(&words[1..])
        .args(["--listen", "127.0.0.1:0", "--log-level", "off"])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    stdout.read_line(&mut line).unwrap();
    assert!(line.starts_with("listening on http://"), "{line}");
    Background(child)
}

#[test]
fn every_command_of_the_readme_runs() {
    let folder = tempfile::tempdir().unwrap();
    let ci = file(".ci/run");
    let readme = file("README.md");
    let (_, elsewhere) = readme.split_once("\n## Sandbox\n").unwrap();
    let elsewhere = blocks(elsewhere.split("\n## ").next().unwrap(), "sh");
    assert!(file("tests/e2e/run.sh").contains("'/^## Sandbox$/"));
    // What the main job writes, the commands after it find.
    Command::cargo_bin("sqlacc-postman")
        .unwrap()
        .current_dir(&folder)
        .arg("generate")
        .assert()
        .success();
    let service = Service::start(|request, _| answer(request));
    let mut run = 0;
    let mut background = Vec::new();
    for command in lines("sh") {
        let mut words = words(&command);
        if words.get(1).is_some_and(|word| word == "sandbox") {
            background.push(started(folder.path(), &words));
            run += 1;
            continue;
        }
        if ["curl", "npx"].contains(&words[0].as_str()) {
            assert!(
                elsewhere.contains(&command),
                "`{command}` is not run by tests/e2e/run.sh"
            );
            continue;
        }
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
            // Whoever is called without the sandbox is played here.
            let file = "sqlaccount.postman_environment.json";
            if words.last().is_some_and(|word| word == file) {
                fs::write(folder.path().join(file), environment(&service)).unwrap();
            }
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
    assert!(service.received().len() >= 6, "the service was not called");
}

#[test]
fn the_commands_of_the_ci_examples_run_and_write_their_reports() {
    let folder = tempfile::tempdir().unwrap();
    let sqlacc = |args: &[&str]| {
        let mut command = Command::cargo_bin("sqlacc-postman").unwrap();
        command.current_dir(&folder).args(args).assert().success();
    };
    fs::create_dir(folder.path().join("api")).unwrap();
    sqlacc(&["generate", "-o", "api/sales.json"]);
    let mut run = 0;
    for line in lines("yaml") {
        if let Some((_, command)) = line.split_once("sqlacc-postman ") {
            let words = words(command);
            sqlacc(&words.iter().map(String::as_str).collect::<Vec<_>>());
            run += 1;
        }
    }
    assert_eq!(run, 2);
    for report in ["report.sarif", "gl-code-quality-report.json"] {
        let text = fs::read_to_string(folder.path().join(report)).unwrap();
        serde_json::from_str::<serde_json::Value>(&text).unwrap();
    }
}
