//! Environments and globals: what has changed for those who run with them.

use std::fs;

use assert_cmd::Command;
use proptest::prelude::*;
use serde_json::{Value, json};
use sqlacc_postman::diff::{Change, ChangeKind, compare_environments};
use sqlacc_postman::json::Document;
use sqlacc_postman::report::diff::FORMATS;

/// What an environment has of each variable: name, value, type, whether it is enabled.
type Entry<'v> = (&'v str, &'v str, &'v str, bool);

fn environment(entries: &[Entry]) -> String {
    let values = entries.iter().map(|(key, value, kind, enabled)| {
        json!({"key": key, "value": value, "type": kind, "enabled": enabled})
    });
    let values: Vec<Value> = values.collect();
    let text = json!({"id": "1", "name": "Test", "values": values, "_postman_variable_scope": "environment"});
    format!("{text:#}\n")
}

fn diff(base: &str, revision: &str) -> Vec<Change> {
    let [base, revision] = [base, revision].map(|text| Document::from_text(text).unwrap());
    compare_environments(&base, &revision)
}

/// `KIND at NAME: BEFORE → AFTER`, for each change.
fn lines(base: &[Entry], revision: &[Entry]) -> Vec<String> {
    let changes = diff(&environment(base), &environment(revision));
    let line = |one: &Change| {
        let values = [&one.before, &one.after].map(|it| it.as_deref().unwrap_or("none"));
        let kind = one.kind.id().trim_start_matches("environment-");
        format!("{kind} at {}: {}", one.at, values.join(" → "))
    };
    changes.iter().map(line).collect()
}

const TOKEN: &str = "q7Zk2Lw9Xv4Tb6Rn8Ym1";

#[test]
fn each_kind_of_change_is_named() {
    let default = |name, value| (name, value, "default", true);
    for (base, revision, expected) in [
        (
            vec![default("a", "1")],
            vec![],
            "variable-removed at a: 1 → none",
        ),
        (
            vec![("a", "1", "any", false)],
            vec![],
            "variable-removed-disabled at a: 1 → none",
        ),
        (
            vec![],
            vec![default("a", "1")],
            "variable-added at a: none → 1",
        ),
        (
            vec![],
            vec![("a", "1", "any", false)],
            "variable-added-disabled at a: none → 1",
        ),
        (
            vec![default("base_url", "1")],
            vec![default("baseUrl", "1")],
            "variable-renamed at : base_url → baseUrl",
        ),
        (
            vec![default("host", "https://a.test")],
            vec![default("origin", "https://a.test")],
            "variable-renamed at : host → origin",
        ),
        (
            vec![default("a", "1")],
            vec![("a", "1", "default", false)],
            "variable-disabled at a: none → none",
        ),
        (
            vec![("a", "1", "default", false)],
            vec![default("a", "1")],
            "variable-enabled at a: none → none",
        ),
        (
            vec![default("a", "1")],
            vec![default("a", "")],
            "variable-emptied at a: 1 → ",
        ),
        (
            vec![default("a", "")],
            vec![default("a", "1")],
            "variable-filled at a:  → 1",
        ),
        (
            vec![default("a", "1")],
            vec![default("a", "2")],
            "value-changed at a: 1 → 2",
        ),
        (
            vec![("a", "1", "default", false)],
            vec![("a", "2", "default", false)],
            "disabled-value-changed at a: 1 → 2",
        ),
        (
            vec![default("a", "1")],
            vec![("a", "1", "secret", true)],
            "type-changed at a: default → secret",
        ),
    ] {
        assert_eq!(lines(&base, &revision), [expected]);
    }
    let renamed = environment(&[]).replace("Test", "Live");
    let changes = diff(&environment(&[]), &renamed);
    assert_eq!(changes[0].kind, ChangeKind::EnvironmentRenamed);
    // The same, as older versions of Postman write it, or with another that does not count.
    let old = [("a", "1", "text", true)];
    assert_eq!(lines(&old, &[("a", "1", "default", true)]), [""; 0]);
    assert_eq!(lines(&old, &[old[0], ("a", "2", "text", false)]), [""; 0]);
}

#[test]
fn only_one_variable_is_a_renamed_one() {
    let one = |name| (name, "https://a.test", "default", true);
    let kinds = lines(&[one("host")], &[one("origin"), one("server")]);
    assert_eq!(kinds.len(), 3, "{kinds:?}");
    let flag = |name| (name, "true", "default", true);
    assert_eq!(lines(&[flag("debug")], &[flag("verbose")]).len(), 2);
}

#[test]
fn variables_that_are_renamed_come_in_one_order() {
    let names: Vec<[String; 2]> = (0..12)
        .map(|n| [format!("base_{n}"), format!("base{n}")])
        .collect();
    let [base, revision] = [0, 1].map(|side| {
        let entries = names
            .iter()
            .map(|pair| (pair[side].as_str(), "1", "default", true));
        environment(&entries.collect::<Vec<_>>())
    });
    let first = diff(&base, &revision);
    assert_eq!(first.len(), 12);
    for _ in 0..10 {
        assert_eq!(diff(&base, &revision), first);
    }
}

#[test]
fn no_value_of_a_secret_is_shown() {
    let typed = |value| ("plain", value, "secret", true);
    assert_eq!(
        lines(&[typed("one")], &[typed("two")]),
        ["value-changed at plain: (hidden) → (hidden)"]
    );
    assert_eq!(
        lines(&[("plain", "one", "default", true)], &[typed("two")]),
        [
            "value-changed at plain: (hidden) → (hidden)",
            "type-changed at plain: default → secret"
        ]
    );
    let folder = tempfile::tempdir().unwrap();
    let named = |value: &'static str| ("client_secret", value, "default", true);
    let base = environment(&[
        typed("hunter2-old"),
        named("hunter3-old"),
        ("gone", TOKEN, "secret", true),
    ]);
    let revision = environment(&[
        typed("hunter2-new"),
        named("hunter3-new"),
        ("url", "https://a.test/?x=hunter2-new", "default", true),
    ]);
    fs::write(folder.path().join("a.json"), base).unwrap();
    fs::write(folder.path().join("b.json"), revision).unwrap();
    for format in FORMATS {
        let (code, out, err) = run(
            folder.path(),
            &["a.json", "b.json", "--format", format.name],
        );
        assert_eq!((code, err.as_str()), (1, ""), "{}", format.name);
        for secret in ["hunter2", "hunter3", TOKEN] {
            assert!(!out.contains(secret), "{}: {out}", format.name);
        }
        if format.name == "human" {
            insta::assert_snapshot!(out);
        }
    }
}

fn run(folder: &std::path::Path, arguments: &[&str]) -> (i32, String, String) {
    let mut command = Command::cargo_bin("sqlacc-postman").unwrap();
    let output = command
        .current_dir(folder)
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

#[test]
fn only_what_is_of_one_sort_is_compared() {
    let folder = tempfile::tempdir().unwrap();
    let environment = environment(&[("a", "1", "default", true)]);
    let globals = environment.replace("\"environment\"", "\"globals\"");
    for (name, text) in [
        ("env.json", environment.as_str()),
        ("globals.json", globals.as_str()),
        ("api.json", r#"{"info": {"name": "a"}, "item": []}"#),
    ] {
        fs::write(folder.path().join(name), text).unwrap();
    }
    for (sides, error) in [
        (
            ["api.json", "env.json"],
            "cannot compare `api.json` with `env.json`: a collection with an environment\n",
        ),
        (
            ["globals.json", "env.json"],
            "cannot compare `globals.json` with `env.json`: globals with an environment\n",
        ),
    ] {
        let (code, out, err) = run(folder.path(), &sides);
        assert_eq!((code, out.as_str()), (2, ""), "{err}");
        assert!(err.ends_with(error), "{err}");
    }
    let (code, _, err) = run(folder.path(), &["env.json", "catalogue"]);
    assert_eq!(code, 2, "{err}");
    assert_eq!(run(folder.path(), &["globals.json", "globals.json"]).0, 0);
    let (code, out, _) = run(folder.path(), &["env.json", "/dev/null"]);
    assert_eq!(code, 1);
    assert!(out.contains("environment variable removed: a (1)"), "{out}");
    let (_, out, _) = run(folder.path(), &["globals.json", "/dev/null"]);
    let first = "(globals)\n  - breaking: global variable removed: a (1)\n";
    assert!(out.starts_with(first), "{out}");
}

/// Kinds that are another kind when base and revision change places.
const MIRRORS: [(ChangeKind, ChangeKind); 4] = [
    (
        ChangeKind::EnvironmentVariableRemoved,
        ChangeKind::EnvironmentVariableAdded,
    ),
    (
        ChangeKind::EnvironmentVariableRemovedDisabled,
        ChangeKind::EnvironmentVariableAddedDisabled,
    ),
    (
        ChangeKind::EnvironmentVariableDisabled,
        ChangeKind::EnvironmentVariableEnabled,
    ),
    (
        ChangeKind::EnvironmentVariableEmptied,
        ChangeKind::EnvironmentVariableFilled,
    ),
];

fn mirror(kind: ChangeKind) -> ChangeKind {
    let found = MIRRORS.iter().find_map(|(one, other)| match kind {
        kind if kind == *one => Some(*other),
        kind if kind == *other => Some(*one),
        _ => None,
    });
    found.unwrap_or(kind)
}

fn entries() -> impl Strategy<Value = Vec<(String, String, &'static str, bool)>> {
    let name = prop_oneof![
        Just("a"),
        Just("A"),
        Just("base_url"),
        Just("baseUrl"),
        Just("token"),
        Just("")
    ];
    let value = prop_oneof![
        Just(""),
        Just("1"),
        Just("https://a.test"),
        Just("{{a}}"),
        Just(TOKEN)
    ];
    let kind = prop_oneof![Just("default"), Just("secret"), Just("any")];
    let entry = (name, value, kind, any::<bool>());
    let entry = entry.prop_map(|(name, value, kind, enabled)| {
        (name.to_owned(), value.to_owned(), kind, enabled)
    });
    prop::collection::vec(entry, 0..6)
}

fn written(entries: &[(String, String, &'static str, bool)]) -> String {
    let entries = entries
        .iter()
        .map(|(name, value, kind, enabled)| (name.as_str(), value.as_str(), *kind, *enabled));
    environment(&entries.collect::<Vec<_>>())
}

proptest! {
    #[test]
    fn an_environment_is_as_itself_and_changes_have_a_mirror(base in entries(), revision in entries()) {
        let (base, revision) = (written(&base), written(&revision));
        prop_assert_eq!(diff(&base, &base), []);
        let kinds = |changes: &[Change], mirror: fn(ChangeKind) -> ChangeKind| {
            let mut kinds: Vec<&str> = changes.iter().map(|one| mirror(one.kind).id()).collect();
            kinds.sort_unstable();
            kinds
        };
        let (there, back) = (diff(&base, &revision), diff(&revision, &base));
        prop_assert_eq!(kinds(&there, mirror), kinds(&back, |kind| kind));
    }
}
