//! Folders that are wrapped, renamed, split, or of one name.

use serde_json::{Value, json};

use crate::diff;

/// The changes, each with the folders before and after.
fn items(base: &Value, revision: &Value) -> Vec<String> {
    let text = |items: &Value| json!({"info": {}, "item": items}).to_string();
    let changes = diff(&text(base), &text(revision)).into_iter();
    let changes = changes.map(|one| {
        let [before, after] = [one.before, one.after].map(Option::unwrap_or_default);
        format!("{} {before} → {after}", one.kind)
    });
    changes.collect()
}

fn request(name: &str) -> Value {
    json!({"name": name, "request": format!("https://a.example/{name}")})
}

fn folder(name: &str, items: &[Value]) -> Value {
    json!({"name": name, "item": items})
}

#[test]
fn folders_around_folders_are_renamed_too() {
    let inner = |name| folder(name, &[request("a"), request("b")]);
    let base = json!([folder("A", &[folder("B-x", &[inner("C-x")])])]);
    let revision = json!([folder("A", &[folder("B x", &[inner("C x")])])]);
    let expected = [
        "folder-renamed A › B-x → A › B x",
        "folder-renamed A › B-x › C-x → A › B x › C x",
    ];
    assert_eq!(items(&base, &revision), expected);
    let wrapped = json!([folder(
        "X",
        &[folder("A", &[folder("B-x", &[inner("C-x")])])]
    )]);
    assert_eq!(
        items(&base, &wrapped),
        ["folder-added  → X", "folder-moved A → X › A"]
    );
    let within = json!([folder(
        "A",
        &[folder("Y", &[folder("B-x", &[inner("C-x")])])]
    )]);
    let expected = [
        "folder-added  → A › Y",
        "folder-moved A › B-x → A › Y › B-x",
    ];
    assert_eq!(items(&base, &within), expected);
}

#[test]
fn a_folder_is_removed_only_with_its_requests() {
    let base = json!([
        folder("A", &[request("a"), request("b")]),
        folder("B", &[request("c")])
    ]);
    let all = [request("a"), request("b"), request("c")];
    let expected = ["request-moved B → A", "folder-dissolved B → "];
    assert_eq!(items(&base, &json!([folder("A", &all)])), expected);
    let expected = ["request-removed GET /c → ", "folder-removed B → "];
    let mut removed = items(&base, &json!([folder("A", &all[..2])]));
    removed.sort_by_key(|line| line.starts_with("folder"));
    assert_eq!(removed, expected);
}

#[test]
fn folders_of_one_name_are_paired_by_what_is_in_them() {
    let described =
        |text: &str, items: &[Value]| json!({"name": "A", "description": text, "item": items});
    let (one, other) = (
        described("one", &[request("a")]),
        described("other", &[request("b")]),
    );
    let empty = described("none", &[]);
    let both = json!([one, other]);
    let reordered = ["request-reordered  → "];
    assert_eq!(items(&both, &json!([other, one])), reordered);
    let changed = described("new", &[request("b")]);
    assert_eq!(
        items(&both, &json!([one, changed])),
        ["description-changed other → new"]
    );
    let mut removed = items(&both, &json!([one]));
    removed.sort();
    assert_eq!(
        removed,
        ["folder-removed A → ", "request-removed GET /b → "]
    );
    assert_eq!(
        items(&json!([empty, one]), &json!([one])),
        ["folder-removed A → "]
    );
}
