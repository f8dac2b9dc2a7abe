//! git, set up as the documentation says, in a real repository.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::pair::pair;

/// The lines of the page about git that set it up.
fn set_up() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(root.join("docs/pages/recipes/git.md")).unwrap();
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

/// A repository that is set up as the documentation says.
fn repository() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    run(folder.path(), "git init --quiet --initial-branch main");
    for (name, value) in [("user.name", "a"), ("user.email", "a@b.c")] {
        run(folder.path(), &format!("git config {name} {value}"));
    }
    let lines = set_up();
    assert!(
        lines.len() >= 4,
        "the documentation sets git up otherwise: {lines:?}"
    );
    for line in &lines {
        run(folder.path(), line);
    }
    folder
}

fn commit(folder: &Path) {
    run(folder, "git add . && git commit --quiet --message some");
}

#[test]
fn git_shows_what_has_changed() {
    let repository = repository();
    let folder = repository.path();
    let (base, revision) = pair("request-method-changed");
    let file = folder.join("api.postman_collection.json");
    fs::write(&file, base).unwrap();
    commit(folder);
    fs::write(&file, revision).unwrap();

    let diff = run(folder, "git diff");
    assert!(
        diff.starts_with("diff api.postman_collection.json\n"),
        "{diff}"
    );
    assert!(
        diff.contains("breaking: method changed: POST → PUT"),
        "{diff}"
    );
    let tool = run(folder, "git difftool --no-prompt --tool postman");
    assert!(
        tool.contains("breaking: method changed: POST → PUT"),
        "{tool}"
    );
    let other = run(
        folder,
        "git difftool --no-prompt --extcmd 'echo another tool'",
    );
    assert!(other.contains("another tool"), "{other}");
    let text = run(folder, "git diff --no-ext-diff");
    let changed = text.lines().filter(|line| line.starts_with(['+', '-']));
    assert_eq!(changed.count(), 4, "{text}");
    let object = run(
        folder,
        "sqlacc-postman diff git:HEAD:api.postman_collection.json api.postman_collection.json --format github || true",
    );
    assert!(
        object.starts_with("::error file=api.postman_collection.json,line="),
        "{object}"
    );
}

/// What may be in the way of a comparison, as the text of a file.
const UNREADABLE: [&str; 6] = [
    "",
    "<<<<<<< HEAD",
    "{\"info\": ",
    "[1]",
    r#"{"id": "1", "name": "v1", "requests": [], "order": []}"#,
    "\u{0}\u{1}",
];

#[test]
fn git_never_stops_at_a_file() {
    let repository = repository();
    let folder = repository.path();
    let (base, _) = pair("request-method-changed");
    fs::write(folder.join("postman_collection.json"), base).unwrap();
    fs::write(folder.join("z.txt"), "old\n").unwrap();
    commit(folder);
    fs::write(folder.join("z.txt"), "new\n").unwrap();
    for text in UNREADABLE {
        fs::write(folder.join("postman_collection.json"), text).unwrap();
        let diff = run(folder, "git diff");
        assert!(
            diff.starts_with("diff postman_collection.json\ncannot compare "),
            "{diff}"
        );
        assert!(diff.contains("+new"), "{diff}");
        let canonical = run(folder, "git diff --no-ext-diff");
        assert!(canonical.contains("+new"), "{canonical}");
    }
    fs::write(folder.join("sqlacc-postman.toml"), "unknown = 1\n").unwrap();
    let diff = run(folder, "git diff");
    assert!(diff.contains("+new"), "{diff}");
}

#[test]
fn git_goes_on_after_a_conflict() {
    let repository = repository();
    let folder = repository.path();
    let file = folder.join("postman_collection.json");
    let (base, revision) = pair("request-method-changed");
    fs::write(&file, &base).unwrap();
    fs::write(folder.join("z.txt"), "old\n").unwrap();
    commit(folder);
    run(folder, "git checkout --quiet -b side");
    fs::write(&file, revision).unwrap();
    commit(folder);
    run(folder, "git checkout --quiet main");
    fs::write(&file, base.replace("POST", "DELETE")).unwrap();
    commit(folder);
    run(folder, "git merge side || true");
    fs::write(folder.join("z.txt"), "new\n").unwrap();
    let diff = run(folder, "git diff");
    assert!(diff.contains("postman_collection.json"), "{diff}");
    assert!(diff.contains("+new"), "{diff}");
    // Git's plumbing gives the path only.
    let diff = run(
        folder,
        "sqlacc-postman diff --git-driver postman_collection.json",
    );
    assert_eq!(
        diff,
        "diff postman_collection.json\nit has a merge conflict; resolve it to compare the collections\n"
    );
}

#[test]
fn files_that_have_changed_since_a_revision_are_compared() {
    let repository = repository();
    let folder = repository.path();
    let (base, revision) = pair("request-method-changed");
    fs::create_dir(folder.join("api")).unwrap();
    fs::write(folder.join("api/a.json"), &base).unwrap();
    fs::write(folder.join("api/same.json"), &base).unwrap();
    fs::write(folder.join("package.json"), "{}").unwrap();
    let environment = r#"{"name": "dev", "values": [{"key": "user", "value": "one"}]}"#;
    fs::write(folder.join("api/dev.postman_environment.json"), environment).unwrap();
    commit(folder);
    fs::write(folder.join("api/a.json"), revision).unwrap();
    fs::write(folder.join("api/new.json"), &base).unwrap();
    fs::write(folder.join("package.json"), r#"{"a": 1}"#).unwrap();
    let environment = environment.replace("one", "two");
    fs::write(folder.join("api/dev.postman_environment.json"), environment).unwrap();
    fs::write(folder.join("broken.postman_collection.json"), "{").unwrap();
    run(folder, "git add --intent-to-add .");

    let broken = run(folder, "sqlacc-postman diff HEAD 2>&1 || echo code $?");
    assert!(broken.contains("cannot compare `broken."), "{broken}");
    assert!(broken.ends_with("code 2\n"), "{broken}");
    let all = run(folder, "sqlacc-postman diff HEAD || true");
    let headings = all.lines().filter(|line| line.starts_with("diff "));
    assert_eq!(
        headings.collect::<Vec<_>>(),
        [
            "diff api/a.json",
            "diff api/dev.postman_environment.json",
            "diff api/new.json"
        ]
    );
    let changed = "risky: value of an environment variable changed: user: one → two";
    assert!(all.contains(changed), "{all}");
    assert!(run(folder, "git diff").contains(changed));
    assert!(all.contains("breaking: method changed"), "{all}");
    let json = run(
        &folder.join("api"),
        "sqlacc-postman diff HEAD --format json || true",
    );
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json[0]["path"], "a.json");
    assert_eq!(json[1]["path"], "dev.postman_environment.json");
    assert_eq!(json[2]["path"], "new.json");
    let page = run(folder, "sqlacc-postman diff HEAD --format html || true");
    for path in [
        "api&#x2f;a.json",
        "api&#x2f;dev.postman_environment.json",
        "api&#x2f;new.json",
    ] {
        assert!(page.contains(&format!("<bdi>{path}</bdi></h2>")), "{page}");
    }

    for (line, hint) in [
        ("diff nowhere", "a shallow clone does not have it"),
        (
            "diff git:nowhere:api/a.json api/a.json",
            "a shallow clone does not have it",
        ),
        (
            "diff git:HEAD:api/new.json api/new.json",
            "compare it with /dev/null",
        ),
        ("diff api/a.json", "name the one to compare"),
    ] {
        let error = run(folder, &format!("sqlacc-postman {line} 2>&1 || true"));
        assert!(error.contains(hint), "{line}: {error}");
    }
}
