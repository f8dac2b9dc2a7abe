//! The command `diff`: exit codes, configuration and what is accepted.

use std::fs;

use assert_cmd::Command;

use crate::pair::{pair, same_download};

/// Runs the command in a folder that has the pair's texts as `KIND/base.json` and `KIND/revision.json`.
pub(crate) fn run(kind: &str, arguments: &[&str]) -> (i32, String, String) {
    let folder = tempfile::tempdir().unwrap();
    let (base, revision) = match kind {
        "same-download" => same_download(),
        kind => pair(kind),
    };
    fs::create_dir(folder.path().join(kind)).unwrap();
    fs::write(folder.path().join(kind).join("base.json"), base).unwrap();
    fs::write(folder.path().join(kind).join("revision.json"), revision).unwrap();
    let output = Command::cargo_bin("sqlacc-postman")
        .unwrap()
        .current_dir(&folder)
        .arg("diff")
        .args(arguments)
        .output()
        .unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (
        output.status.code().unwrap(),
        text(output.stdout),
        text(output.stderr),
    )
}

/// Compares the pair of that kind.
pub(crate) fn of(kind: &str, more: &[&str]) -> (i32, String, String) {
    let (base, revision) = (format!("{kind}/base.json"), format!("{kind}/revision.json"));
    run(kind, &[&[base.as_str(), revision.as_str()], more].concat())
}

#[test]
fn the_exit_code_follows_the_fail_level_and_the_contract() {
    assert_eq!(of("request-removed", &[]).0, 1);
    assert_eq!(of("request-renamed", &[]).0, 0);
    assert_eq!(of("request-renamed", &["--fail-on", "risky"]).0, 1);
    assert_eq!(
        of(
            "request-renamed",
            &["--fail-on", "risky", "--contract", "wire"]
        )
        .0,
        0
    );
    assert_eq!(of("query-value-changed", &["--fail-on", "any"]).0, 1);
    assert_eq!(of("same-download", &["--fail-on", "any"]).0, 0);
    assert_eq!(of("request-removed", &["--select", "safe"]).0, 0);
    assert_eq!(
        run("request-removed", &["nowhere.json", "nowhere.json"]).0,
        2
    );
    assert_eq!(run("request-removed", &["request-removed/base.json"]).0, 2);
    assert_eq!(of("request-removed", &["--ignore", "breaking"]).0, 0);
    assert_eq!(of("request-removed", &["--select", "nonsense"]).0, 2);
    assert_eq!(of("request-removed", &["--ignore", "nonsense"]).0, 2);
}

#[test]
fn ignored_changes_do_not_count_until_they_expire() {
    let (_, out, _) = of("request-removed", &["--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&out).unwrap();
    let fingerprint = json["changes"][0]["fingerprint"].as_str().unwrap();
    let place = format!("{}*", json["changes"][0]["folder"][0].as_str().unwrap());
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sqlacc-postman.toml");
    let ignoring = |entry: &str| {
        let reason = "reason = \"nobody used it\"";
        fs::write(&path, format!("[[ignore]]\n{reason}\n{entry}\n")).unwrap();
        of(
            "request-removed",
            &["--config", path.to_str().unwrap(), "--fail-on", "breaking"],
        )
    };
    let kind = "kind = \"request-removed\"\n";
    for (more, code) in [
        (String::new(), 0),
        (format!("fingerprint = \"{fingerprint}\""), 0),
        ("fingerprint = \"000000000000\"".to_owned(), 1),
        (format!("place = \"{place}\""), 0),
        ("place = \"Elsewhere\"".to_owned(), 1),
        ("file = \"**/revision.json\"".to_owned(), 0),
        ("file = \"other.json\"".to_owned(), 1),
        ("expires = \"2020-01-01\"".to_owned(), 1),
    ] {
        let (found, out, stderr) = ignoring(&format!("{kind}{more}"));
        assert_eq!(found, code, "{more}: {out}{stderr}");
        assert_eq!(out.contains("1 accepted"), code == 0, "{more}: {out}");
    }
    // Entries of `validate` are not for `diff`.
    assert_eq!(ignoring("rule = \"url-missing\"").0, 1);
    assert_eq!(ignoring("kind = \"request-remove\"").0, 2);
    assert_eq!(ignoring("").0, 2);
}

#[test]
fn a_baseline_leaves_only_new_changes() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("baseline.json");
    let options = ["--baseline", path.to_str().unwrap(), "--fail-on", "any"];
    assert_eq!(of("request-removed", &options).0, 2);
    let write = [&options[..], &["--write-baseline"]].concat();
    assert_eq!(of("request-removed", &write).0, 0);
    assert_eq!(of("request-removed", &options).0, 0);
    assert_eq!(of("query-removed", &options).0, 1);
}

#[test]
fn the_output_goes_to_a_file_and_its_name_gives_the_format() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("changes.json");
    let path = path.to_str().unwrap();
    for (options, start) in [
        (vec!["-o", path], "{"),
        (vec!["-o", path, "--format", "markdown"], "### "),
        (vec!["-o", &format!("changelog={path}")], "## [Unreleased]"),
    ] {
        let (code, out, _) = of("request-removed", &options);
        assert_eq!((code, out.as_str()), (1, ""));
        assert!(fs::read_to_string(path).unwrap().starts_with(start));
    }
}

#[test]
fn git_calls_it_with_seven_arguments() {
    let (code, out, _) = run(
        "request-removed",
        &[
            "--git-driver",
            "api.json",
            "request-removed/base.json",
            "0",
            "100644",
            "request-removed/revision.json",
            "0",
            "100644",
        ],
    );
    assert_eq!(code, 0);
    assert!(out.contains("request removed"), "{out}");
}

#[test]
fn the_configuration_sets_impacts_and_renames() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sqlacc-postman.toml");
    let given = |text: &str, kind: &str, more: &[&str]| {
        fs::write(&path, text).unwrap();
        of(
            kind,
            &[&["--config", path.to_str().unwrap()], more].concat(),
        )
    };
    let safe = "[diff.wire]\nrequest-removed = \"safe\"\n[diff.run]\nrequest-removed = \"risky\"\n";
    assert_eq!(given(safe, "request-removed", &[]).0, 0);
    assert_eq!(given(safe, "request-removed", &["--fail-on", "risky"]).0, 1);
    let (code, _, stderr) = given(
        "[diff.wire]\nrequest-remove = \"safe\"",
        "request-removed",
        &[],
    );
    assert_eq!(code, 2);
    assert!(
        stderr.contains("did you mean `request-removed`?"),
        "{stderr}"
    );
    let rename = "[[diff.rename]]\nfrom = \"Orders › Get order\"\nto = \"Orders › Create order\"";
    let (_, out, _) = given(rename, "query-value-changed", &["--format", "json"]);
    assert!(out.contains("\"matched_by\": \"rename\""), "{out}");
}
