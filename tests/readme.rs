//! Every command of the README and of the pages in `docs` is run, page by page, in order and in one
//! folder: here, or by `.ci/run`. What needs other programs is run by `tests/e2e/run.sh`, which takes it
//! from the README. The outputs that the README shows are what the commands print.

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

/// The lines of the blocks of `text` in `language`.
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

/// What is run elsewhere: the part of the README that `tests/e2e/run.sh` takes, and `.ci/run`.
struct Elsewhere {
    sandbox: Vec<String>,
    ci: String,
}

impl Elsewhere {
    fn new() -> Self {
        let readme = file("README.md");
        let (_, sandbox) = readme.split_once("\n## Sandbox\n").unwrap();
        assert!(file("tests/e2e/run.sh").contains("'/^## Sandbox$/"));
        Self {
            sandbox: blocks(sandbox.split("\n## ").next().unwrap(), "sh"),
            ci: file(".ci/run"),
        }
    }
}

/// Runs the commands of a page in order; how many there were.
fn run_page(page: &str, elsewhere: &Elsewhere, service: &Service) -> usize {
    let folder = tempfile::tempdir().unwrap();
    // What the main job writes, the commands after it find.
    let mut command = Command::cargo_bin("sqlacc-postman").unwrap();
    command
        .current_dir(&folder)
        .arg("generate")
        .assert()
        .success();
    let mut run = 0;
    let mut background = Vec::new();
    for command in blocks(&file(page), "sh") {
        let mut words = words(&command);
        let is_variable = |word: &&String| {
            word.split_once('=')
                .is_some_and(|(name, _)| name.chars().all(|c| c.is_ascii_uppercase() || c == '_'))
        };
        let count = words.iter().take_while(is_variable).count();
        let variables: Vec<String> = words.drain(..count).collect();
        match words[0].as_str() {
            "curl" | "npx" => {
                let is_run = elsewhere.sandbox.contains(&command);
                assert!(is_run, "{page}: tests/e2e/run.sh does not run `{command}`");
                continue;
            }
            "cargo" => {
                let is_run = elsewhere.ci.contains(&command);
                assert!(is_run, "{page}: .ci/run does not run `{command}`");
                continue;
            }
            name => assert_eq!(name, "sqlacc-postman", "{page}: {command}"),
        }
        run += 1;
        if words.get(1).is_some_and(|word| word == "sandbox") {
            background.push(started(folder.path(), &words));
            continue;
        }
        // Whoever is called without the sandbox is played here.
        let keys = "sqlaccount.postman_environment.json";
        if words.last().is_some_and(|word| word == keys) {
            fs::write(folder.path().join(keys), environment(service)).unwrap();
        }
        let output = Command::cargo_bin("sqlacc-postman")
            .unwrap()
            .current_dir(&folder)
            .args(&words[1..])
            .envs(variables.iter().filter_map(|word| word.split_once('=')))
            .output()
            .unwrap();
        let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(
            output.status.success(),
            "{page}: `{command}` failed: {stderr}"
        );
    }
    run
}

#[test]
fn every_command_of_the_readme_runs() {
    let service = Service::start(|request, _| answer(request));
    let run = run_page("README.md", &Elsewhere::new(), &service);
    assert!(run >= 20, "only {run} commands were found");
    assert!(service.received().len() >= 6, "the service was not called");
}

#[test]
fn every_command_of_the_documentation_runs() {
    let service = Service::start(|request, _| answer(request));
    let elsewhere = Elsewhere::new();
    let mut run = 0;
    for page in pages() {
        run += run_page(&page, &elsewhere, &service);
    }
    assert!(run >= 20, "only {run} commands were found");
}

/// The paths of all pages of the documentation.
fn pages() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders = vec![root.join("docs/pages")];
    let mut pages = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                pages.push(
                    path.strip_prefix(root)
                        .unwrap()
                        .to_str()
                        .unwrap()
                        .to_owned(),
                );
            }
        }
    }
    pages.sort();
    pages
}

#[test]
fn the_readme_shows_what_the_commands_print() {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/orders");
    let lines = blocks(&file("README.md"), "console");
    let mut shown = lines.iter().peekable();
    let mut count = 0;
    while let Some(command) = shown.next() {
        let words = words(command.strip_prefix("$ sqlacc-postman ").unwrap());
        let mut expected = String::new();
        while let Some(line) = shown.next_if(|line| !line.starts_with("$ ")) {
            expected += line;
            expected.push('\n');
        }
        let mut run = Command::cargo_bin("sqlacc-postman").unwrap();
        let output = run.current_dir(&examples).args(words).output().unwrap();
        assert_eq!(
            String::from_utf8(output.stdout).unwrap(),
            expected,
            "{command}"
        );
        count += 1;
    }
    assert_eq!(count, 2);
}

#[test]
fn the_commands_of_the_ci_recipes_run_and_write_their_reports() {
    let folder = tempfile::tempdir().unwrap();
    let sqlacc = |args: &[&str]| {
        let mut command = Command::cargo_bin("sqlacc-postman").unwrap();
        command.current_dir(&folder).args(args).assert().success();
    };
    fs::create_dir(folder.path().join("api")).unwrap();
    sqlacc(&["generate", "-o", "api/sales.json"]);
    let mut run = 0;
    for line in blocks(&file("docs/pages/recipes/ci.md"), "yaml") {
        if let Some((_, command)) = line.split_once("npx --yes sqlacc-postman ") {
            let words = words(command);
            sqlacc(&words.iter().map(String::as_str).collect::<Vec<_>>());
            run += 1;
        }
    }
    assert_eq!(run, 3);
    for report in ["report.sarif", "gl-code-quality-report.json"] {
        let text = fs::read_to_string(folder.path().join(report)).unwrap();
        serde_json::from_str::<serde_json::Value>(&text).unwrap();
    }
    assert!(
        fs::read_to_string(folder.path().join("report.xml"))
            .unwrap()
            .contains("<testsuites")
    );
}

/// Options and hooks that the pages and the action name exist.
#[test]
fn the_hooks_name_commands_that_exist() {
    let hooks = file(".pre-commit-hooks.yaml");
    let entries: Vec<&str> = hooks
        .lines()
        .filter_map(|line| line.trim().strip_prefix("entry: sqlacc-postman "))
        .collect();
    assert_eq!(entries.len(), 6);
    for entry in entries {
        let mut command = Command::cargo_bin("sqlacc-postman").unwrap();
        command.args([entry, "--help"]).assert().success();
    }
}
