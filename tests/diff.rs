//! Comparing collections: every kind of change has a pair of files that shows exactly it.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use sqlacc_postman::diff::{Change, Contract, Impact, Impacts, Kind, Match, Options, compare};
use sqlacc_postman::json::Document;
use sqlacc_postman::report::diff::schema;

/// Kinds that cannot come alone, and what comes with them.
const ALONG: &[(&str, &[&str], &str)] = &[
    (
        "request-reordered-across-data",
        &["request-reordered"],
        "it is one of those reordered",
    ),
    (
        "test-name-added",
        &["script-changed"],
        "a test's title is in its script",
    ),
    (
        "test-name-removed",
        &["script-changed"],
        "a test's title is in its script",
    ),
    (
        "next-request-target-changed",
        &["script-changed"],
        "the target is in the script",
    ),
    (
        "example-success-status-removed",
        &["example-removed"],
        "a status goes with its example",
    ),
    (
        "version-not-bumped",
        &["request-method-changed"],
        "only a breaking change asks for a version",
    ),
];

/// Kinds that are another kind when base and revision change places.
const MIRRORS: &[(Kind, Kind)] = &[
    (Kind::RequestRemoved, Kind::RequestAdded),
    (Kind::FolderRemoved, Kind::FolderAdded),
    (Kind::PathVariableAdded, Kind::PathVariableRemoved),
    (Kind::QueryAddedEnabled, Kind::QueryRemoved),
    (Kind::QueryEnabled, Kind::QueryDisabled),
    (Kind::HeaderAddedEnabled, Kind::HeaderRemoved),
    (Kind::HeaderEnabled, Kind::HeaderDisabled),
    (Kind::BodyAdded, Kind::BodyRemoved),
    (Kind::BodyJsonKeyAdded, Kind::BodyJsonKeyRemoved),
    (Kind::FormFieldAdded, Kind::FormFieldRemoved),
    (Kind::FormFieldEnabled, Kind::FormFieldDisabled),
    (Kind::AuthAdded, Kind::AuthRemoved),
    (Kind::ScriptAdded, Kind::ScriptRemoved),
    (Kind::TestNameAdded, Kind::TestNameRemoved),
    (Kind::ExampleAdded, Kind::ExampleRemoved),
    (Kind::ExampleJsonKeyAdded, Kind::ExampleJsonKeyRemoved),
    (Kind::VersionChanged, Kind::VersionDecreased),
];

/// Kinds that say more of one direction than of the other.
const ONE_WAY: &[(Kind, &str)] = &[
    (
        Kind::RemovedAfterDeprecation,
        "an addition has no announcement",
    ),
    (
        Kind::RequestReorderedAcrossData,
        "back in order, no reader is too early",
    ),
    (
        Kind::QueryAddedDisabled,
        "what is removed has been there for anyone to switch on",
    ),
    (
        Kind::HeaderAddedDisabled,
        "what is removed has been there for anyone to switch on",
    ),
    (
        Kind::VariableRemoved,
        "whether it is used is asked of the revision",
    ),
    (
        Kind::UnusedVariableRemoved,
        "whether it is used is asked of the revision",
    ),
    (
        Kind::VariableAdded,
        "whether it is used is asked of the revision",
    ),
    (
        Kind::VariableAddedWithoutDefault,
        "whether it is used is asked of the revision",
    ),
    (
        Kind::ExampleSuccessStatusRemoved,
        "a new status is said by its example",
    ),
    (
        Kind::DeprecatedMarked,
        "taken back, it is a description that changed",
    ),
];

fn all() -> Options {
    Options {
        ids: true,
        ..Options::default()
    }
}

const FORMATS: &[&str] = &[
    "human",
    "json",
    "markdown",
    "html",
    "junit",
    "changelog",
    "github",
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diff")
}

fn side(name: &str, side: &str) -> String {
    fs::read_to_string(folder().join(name).join(side)).unwrap()
}

fn pair(name: &str) -> (String, String) {
    (side(name, "base.json"), side(name, "revision.json"))
}

fn diff(base: &str, revision: &str) -> Vec<Change> {
    let base = Document::from_text(base).unwrap();
    let revision = Document::from_text(revision).unwrap();
    compare(&base, &revision, &all())
}

fn kinds(changes: &[Change]) -> BTreeSet<&'static str> {
    changes.iter().map(|change| change.kind.id()).collect()
}

#[test]
fn every_kind_has_a_pair_that_shows_exactly_it() {
    let mut wrong = Vec::new();
    for kind in Kind::ALL {
        let (base, revision) = pair(kind.id());
        let along = ALONG.iter().find(|(id, _, _)| *id == kind.id());
        let mut expected = BTreeSet::from([kind.id()]);
        expected.extend(along.into_iter().flat_map(|(_, others, _)| *others));
        let changes = diff(&base, &revision);
        if kinds(&changes) != expected {
            wrong.push(format!("{kind}: {:?}", kinds(&changes)));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_pair_is_of_a_kind() {
    for entry in fs::read_dir(folder()).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let known = Kind::ALL.iter().any(|kind| kind.id() == name);
        assert!(
            known || name == "same-download",
            "`{name}` is no kind of change"
        );
    }
}

#[test]
fn nothing_has_changed_from_a_file_to_itself() {
    for kind in Kind::ALL {
        let (base, revision) = pair(kind.id());
        assert_eq!(diff(&base, &base), [], "{kind}");
        assert_eq!(diff(&revision, &revision), [], "{kind}");
    }
}

#[test]
fn nothing_has_changed_however_requests_are_matched() {
    let odd = r#"{"info": {}, "item": [
        {"name": "No path", "request": "{{url}}"}, {"name": "Nothing", "request": {}},
        {"name": "Twice", "id": "1", "request": "{{url}}/a"}, {"name": "Twice", "id": "1", "request": "{{url}}/b"}
    ]}"#;
    for matching in [Match::Auto, Match::Id, Match::Path, Match::Name] {
        let options = Options { matching, ..all() };
        for text in [
            odd,
            &side("same-download", "base.json"),
            &side("item-id-changed", "base.json"),
        ] {
            let document = Document::from_text(text).unwrap();
            assert_eq!(compare(&document, &document, &options), [], "{matching:?}");
        }
    }
}

#[test]
fn a_change_says_where_it_is_and_what_it_is() {
    let whole = r#"{"info": {}, "item": [{"name": "Upload", "request": {"method": "PUT", "url": "{{upload_url}}"}}]}"#;
    let changes = diff(r#"{"info": {}, "item": []}"#, whole);
    assert_eq!(changes[0].after.as_deref(), Some("PUT {{upload_url}}"));
    let (base, revision) = pair("graphql-query-changed");
    let lines = diff(&base, &revision).remove(0).lines;
    assert_eq!(
        lines,
        ["- { customers { id } }", "+ { customers { id name } }"]
    );
    let revision = revision.replace("id name", r#"id login(password: \"hunter2\")"#);
    let lines = diff(&base, &revision).remove(0).lines;
    assert_eq!(
        lines[1],
        r#"+ { customers { id login(password: "(hidden)") } }"#
    );
    let (base, revision) = pair("variable-default-changed");
    let change = diff(&base, &revision).remove(0);
    assert!(change.place.base_at.unwrap() > base.find("\"variable\"").unwrap());
    assert!(change.place.revision_at.unwrap() > revision.find("\"variable\"").unwrap());
}

#[test]
fn changed_places_mirror_the_changes() {
    let mirror = |kind: Kind| {
        let found = MIRRORS.iter().find_map(|(one, other)| match kind {
            kind if kind == *one => Some(*other),
            kind if kind == *other => Some(*one),
            _ => None,
        });
        found.unwrap_or(kind)
    };
    for kind in Kind::ALL {
        if ONE_WAY.iter().any(|(one, _)| one == kind) {
            continue;
        }
        let (base, revision) = pair(kind.id());
        let there = diff(&base, &revision);
        let expected: BTreeSet<_> = there
            .iter()
            .map(|change| mirror(change.kind).id())
            .collect();
        // A status that goes with an example comes back with it.
        assert_eq!(kinds(&diff(&revision, &base)), expected, "{kind}");
    }
}

#[test]
fn two_downloads_of_one_version_are_the_same() {
    let (base, revision) = pair("same-download");
    assert_ne!(base, revision);
    assert_eq!(diff(&base, &revision), []);
}

#[test]
fn how_a_file_is_written_does_not_show() {
    let (base, _) = pair("request-renamed");
    let value: serde_json::Value = serde_json::from_str(&base).unwrap();
    let turned = turn(value, 0).to_string();
    let changes = diff(&base, &turned);
    let reordered = changes
        .iter()
        .all(|change| change.kind == Kind::RequestReordered);
    assert!(
        reordered
            || kinds(&changes).is_subset(&BTreeSet::from([
                "request-reordered",
                "request-reordered-across-data"
            ])),
        "{changes:#?}"
    );
}

/// The same collection: members and items in reverse, every item with a new id.
fn turn(value: serde_json::Value, seed: usize) -> serde_json::Value {
    use serde_json::Value;
    match value {
        Value::Object(members) => {
            let mut turned: serde_json::Map<String, Value> = members
                .into_iter()
                .rev()
                .map(|(key, value)| match value {
                    Value::Array(mut items) if key == "item" => {
                        items.reverse();
                        let items = items.into_iter().map(|item| turn(item, seed + 1));
                        (key, Value::Array(items.collect()))
                    }
                    value => (key, turn(value, seed + 1)),
                })
                .collect();
            if turned.contains_key("info") {
                turned.insert("_exporter_id".to_owned(), seed.into());
            }
            Value::Object(turned)
        }
        Value::Array(items) => items.into_iter().map(|item| turn(item, seed + 1)).collect(),
        other => other,
    }
}

#[test]
fn fingerprints_differ_and_stay() {
    let (base, revision) = pair("request-path-changed");
    let first = diff(&base, &revision);
    let turned = turn(serde_json::from_str(&revision).unwrap(), 0).to_string();
    let second = diff(&base, &turned);
    let found = |changes: &[Change]| -> BTreeSet<String> {
        let kept = changes
            .iter()
            .filter(|change| change.kind == Kind::RequestPathChanged);
        kept.map(|change| change.fingerprint.clone()).collect()
    };
    assert_eq!(found(&first).len(), 1);
    assert_eq!(found(&first), found(&second));
}

#[test]
fn a_contract_is_broken_by_what_concerns_it() {
    let mut impacts = Impacts::default();
    let both = [Contract::Wire, Contract::Run];
    let renamed = |impacts: &Impacts, contracts| impacts.worst(Kind::RequestRenamed, contracts);
    assert_eq!(renamed(&impacts, &both[..1]), Impact::Safe);
    assert_eq!(renamed(&impacts, &both), Impact::Risky);
    assert_eq!(
        impacts.of(Kind::ItemIdChanged, Contract::Fork),
        Impact::Risky
    );
    impacts.set(Kind::RequestRenamed, Contract::Run, Impact::Breaking);
    assert_eq!(renamed(&impacts, &both), Impact::Breaking);
    assert_eq!(renamed(&impacts, &both[..1]), Impact::Safe);
}

fn command(arguments: &[&str]) -> (i32, String, String) {
    let output = Command::cargo_bin("sqlacc-postman")
        .unwrap()
        .current_dir(folder())
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

fn of(kind: &str, more: &[&str]) -> (i32, String, String) {
    let (base, revision) = (format!("{kind}/base.json"), format!("{kind}/revision.json"));
    command(&[&[base.as_str(), revision.as_str()], more].concat())
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
    assert_eq!(of("request-removed", &["--only", "safe"]).0, 0);
    assert_eq!(command(&["nowhere.json", "nowhere.json"]).0, 2);
    assert_eq!(command(&["catalogue"]).0, 2);
    assert_eq!(of("request-removed", &["--only", "nonsense"]).0, 2);
}

#[test]
fn no_format_shows_a_secret() {
    for format in FORMATS {
        let (_, out, _) = of("auth-parameter-changed", &["--format", format]);
        assert!(out.contains("secretKey"), "{format}: {out}");
        assert!(!out.contains("hunter2"), "{format}: {out}");
        assert!(!out.contains("((hidden))"), "{format}: {out}");
    }
}

#[test]
fn accepted_changes_do_not_count_until_they_expire() {
    let (_, out, _) = of("request-removed", &["--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&out).unwrap();
    let fingerprint = json["changes"][0]["fingerprint"].as_str().unwrap();
    let file = tempfile::NamedTempFile::new().unwrap();
    let path = file.path().to_str().unwrap();
    let accept = |rest: &str| {
        fs::write(
            path,
            format!("[[accept]]\nfingerprint = \"{fingerprint}\"\n{rest}\n"),
        )
        .unwrap();
        of("request-removed", &["--ignore-file", path]).0
    };
    assert_eq!(accept("reason = \"nobody used it\""), 0);
    assert_eq!(accept("reason = \"soon\"\nexpires = \"2020-01-01\""), 1);
    assert_eq!(accept("reason = \"\""), 2);
}

#[test]
fn git_calls_it_with_seven_arguments() {
    let (code, out, _) = command(&[
        "--git-driver",
        "api.json",
        "request-removed/base.json",
        "0",
        "100644",
        "request-removed/revision.json",
        "0",
        "100644",
    ]);
    assert_eq!(code, 0);
    assert!(out.contains("request removed"), "{out}");
}

#[test]
fn the_formats_read_well() {
    for format in FORMATS.iter().filter(|format| **format != "html") {
        let (_, out, _) = of("version-not-bumped", &["--format", format]);
        insta::assert_snapshot!(format!("diff_{format}"), out);
    }
    insta::assert_snapshot!("diff_script", of("test-name-added", &[]).1);
    let (_, out, _) = of("test-name-added", &["--format", "markdown"]);
    insta::assert_snapshot!("diff_script_markdown", out);
    insta::assert_snapshot!("diff_stat", of("version-not-bumped", &["--stat"]).1);
}

#[test]
fn the_page_shows_bodies_side_by_side() {
    let (_, page, _) = of("body-json-key-removed", &["--format", "html"]);
    for sought in [
        "<style>",
        "data-impacts=\"b\"",
        "body field removed",
        "class=\"sides\"",
        "class=\"text left\"",
    ] {
        assert!(page.contains(sought), "{sought}: {page}");
    }
    let (_, page, _) = of("same-download", &["--format", "html"]);
    assert!(page.contains("No changes."), "{page}");
    for foreign in ["<script", "http://", "https://", "@import"] {
        assert!(!page.contains(foreign), "{foreign}: {page}");
    }
}

#[test]
fn reports_are_written_beside_the_one_that_is_printed() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (junit, changelog) = (path("a.xml"), format!("changelog={}", path("b.txt")));
    let (code, out, _) = of(
        "request-removed",
        &["--output", &junit, "--output", &changelog],
    );
    assert_eq!(code, 1);
    assert!(out.contains("request removed"), "{out}");
    let xml = fs::read_to_string(junit).unwrap();
    let xml = roxmltree::Document::parse(&xml).unwrap();
    let suite = xml.root_element().first_element_child().unwrap();
    assert_eq!(suite.attribute("failures"), Some("1"));
    assert!(
        fs::read_to_string(path("b.txt"))
            .unwrap()
            .starts_with("## [Unreleased]")
    );
    assert_eq!(of("request-removed", &["--output", "odd.zip"]).0, 2);
}

#[test]
fn the_configuration_takes_kinds_otherwise_and_knows_renames() {
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
    let (code, _, told) = given(
        "[diff.wire]\nrequest-remove = \"safe\"",
        "request-removed",
        &[],
    );
    assert_eq!(code, 2);
    assert!(told.contains("did you mean `request-removed`?"), "{told}");
    let rename = "[[diff.rename]]\nfrom = \"Orders › Get order\"\nto = \"Orders › Create order\"";
    let (_, out, _) = given(rename, "query-value-changed", &["--format", "json"]);
    assert!(out.contains("\"matched_by\": \"rename\""), "{out}");
}

#[test]
fn the_schema_of_the_json_is_committed() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("schemas/diff-v1.json");
    if std::env::var_os("UPDATE_SCHEMAS").is_some() {
        fs::write(&path, schema()).unwrap();
    }
    let committed = fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(
        committed,
        schema(),
        "run `UPDATE_SCHEMAS=1 cargo test --test diff` to refresh it"
    );
    let schema: serde_json::Value = serde_json::from_str(&committed).unwrap();
    let (_, out, _) = of("test-name-added", &["--format", "json"]);
    let written: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert!(jsonschema::is_valid(&schema, &written), "{out}");
}
