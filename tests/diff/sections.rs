//! What people read: shared changes once, samples counted, and the worst never left out.

use serde_json::json;
use sqlacc_postman::diff::{Contract, Impact, Options, compare};
use sqlacc_postman::json::Document;
use sqlacc_postman::report::diff::{FORMATS, RatedChange, Report};

/// A collection of `count` requests in folders of ten.
fn collection(count: usize, header: &str, body: impl Fn(usize) -> String) -> String {
    let request = |number: usize| {
        let body = serde_json::to_string(&body(number)).unwrap();
        format!(
            r#"{{"name": "r{number}", "request": {{"method": "POST", "url": "https://a.test/{number}",
                "header": [{header}], "body": {{"mode": "raw", "raw": {body},
                "options": {{"raw": {{"language": "json"}}}}}}}}}}"#
        )
    };
    let folders: Vec<String> = (0..count)
        .step_by(10)
        .map(|first| {
            let requests: Vec<String> = (first..count.min(first + 10)).map(request).collect();
            format!(
                r#"{{"name": "F{first}", "item": [{}]}}"#,
                requests.join(",\n")
            )
        })
        .collect();
    format!(
        r#"{{"info": {{"name": "c"}}, "item": [{}]}}"#,
        folders.join(",\n")
    )
}

/// How the changes from `base` to `revision` are written in `format`, and how many there are.
fn written(base: &str, revision: &str, format: &str, values: bool) -> (String, usize) {
    let [base, revision] = [base, revision].map(|text| Document::from_text(text).unwrap());
    let options = Options::default();
    let changes = compare(&base, &revision, &options);
    let contracts = [Contract::Wire, Contract::Run];
    let rated: Vec<RatedChange> = changes
        .iter()
        .map(|change| RatedChange {
            change,
            impact: options.impacts.worst(change.kind, &contracts),
            lines: (None, None),
        })
        .collect();
    let report = Report {
        base: "a",
        revision: "b",
        path: "b",
        changes: &rated,
        accepted: 0,
        fails_at: Impact::Breaking,
        values,
        colour: false,
    };
    let format = FORMATS.iter().find(|one| one.name == format).unwrap();
    (format.render(&report), changes.len())
}

/// A body of five values.
fn body(number: usize, value: &str) -> String {
    let members = ["a", "b", "c", "d", "e"].map(|key| format!(r#""{key}": "{value}{number}""#));
    format!("{{{}}}", members.join(", "))
}

#[test]
fn what_many_requests_share_is_one_line() {
    let base = collection(25, "", |number| body(number, "old"));
    let header = r#"{"key": "X-Tenant", "value": "1"}"#;
    let revision = collection(25, header, |number| body(number, "new"));
    let (human, count) = written(&base, &revision, "human", false);
    assert_eq!(count, 25 * 6);
    insta::assert_snapshot!(human);
    let (changelog, _) = written(&base, &revision, "changelog", false);
    assert_eq!(
        changelog,
        "## [Unreleased]\n\n### Added\n\n- 25 requests in F0, F10, F20: header added: X-Tenant (1)\n"
    );
    let (all, _) = written(&base, &revision, "human", true);
    assert_eq!(all.matches("value of a body field changed").count(), 125);
}

#[test]
fn what_is_of_one_kind_in_one_place_is_one_line() {
    let value = |number| body(number, "v");
    let more = r#"{"a": "v0", "f": 1, "g": {}, "h": "(hidden)"}"#;
    let base = collection(1, "", value);
    let revision = collection(1, "", |_| more.to_owned());
    let (human, count) = written(&base, &revision, "human", false);
    assert_eq!(count, 7);
    assert!(
        human.contains(
            "- breaking: body field removed (4): body.b (string), body.c (string), body.d (string), body.e (string)\n"
        ) && human.contains(
            "+ risky: body field added (3): body.f (number), body.g (object), body.h (string)\n"
        ),
        "{human}"
    );
    let (all, _) = written(&base, &revision, "human", true);
    assert_eq!(all.matches("body field").count(), 7);
}

#[test]
fn sample_values_of_several_requests_are_one_line() {
    let base = collection(4, "", |number| format!(r#"{{"a": {number}}}"#));
    let revision = collection(4, "", |number| format!(r#"{{"a": {}}}"#, number + 10));
    let (human, _) = written(&base, &revision, "human", false);
    assert_eq!(
        human.lines().take(2).collect::<Vec<_>>(),
        [
            "4 requests in F0",
            "  ~ 4 sample values changed (`--values` shows them)"
        ]
    );
}

/// A collection of folders, each a name with the items in it, written as JSON.
fn folders(items: &serde_json::Value) -> String {
    serde_json::json!({"info": {"name": "c"}, "item": items}).to_string()
}

fn human(base: &serde_json::Value, revision: &serde_json::Value) -> Vec<String> {
    let (human, _) = written(&folders(base), &folders(revision), "human", false);
    let lines = human.lines().filter(|line| !line.is_empty());
    lines.map(str::to_owned).collect()
}

#[test]
fn a_wording_that_many_change_is_shown_once() {
    let items = |more: &str| {
        let item = |number| {
            let text =
                format!("Gives the list of all that was sold in shop number {number}, by day.");
            json!({"name": format!("r{number}"), "description": text + more,
                "request": format!("https://a.test/{number}")})
        };
        json!([{"name": "F", "item": (1..4).map(item).collect::<Vec<_>>()}])
    };
    assert_eq!(
        human(&items(""), &items("  At most ten a second."))[..3],
        [
            "3 requests in F",
            "  ~ description changed",
            "      ~ … {+At most ten a second.+}"
        ]
    );
    assert_eq!(
        human(&items(" Now."), &items("\n  Now."))[..2],
        [
            "3 requests in F",
            "  ~ description changed (only spaces and line ends)"
        ]
    );
}

#[test]
fn what_another_line_says_is_not_said_again() {
    let item = |path: &str, script: &[&str]| {
        json!([{"name": "r", "request": format!("https://a.test/{path}"),
            "event": [{"listen": "test", "script": {"exec": script}}]}])
    };
    let base = item("a/:one/b", &["pm.test('is one', () => {});"]);
    let revision = item("c/:two/b/:three", &["pm.test('is two', () => {});"]);
    assert_eq!(
        human(&base, &revision),
        [
            "r · GET /c/:two/b/:three",
            "  ~ breaking: path changed: /a/:one/b → /c/:two/b/:three",
            "  ~ risky: script changed: script.test",
            "      ~ pm.test('is [-one-]{+two+}', () => {});",
            "7 changes: 4 breaking, 2 risky, 1 safe"
        ]
    );
    let base = item("a", &["a();", "b();", "", "c();"]);
    let revision = item("a", &["b();", "c();", "a();"]);
    assert_eq!(
        human(&base, &revision)[1],
        "  ~ risky: script changed: script.test (only the order of lines)"
    );
}

#[test]
fn a_new_folder_lists_all_that_is_in_it() {
    let request = |name: &str| json!({"name": name, "request": format!("https://a.test/{name}")});
    let old = json!([request("old")]);
    let new = json!([request("old"), {"name": "F", "item": [
        request("a"),
        {"name": "G", "item": [request("b"), {"name": "H", "item": [request("c")]}]},
    ]}]);
    assert_eq!(
        human(&old, &new)[..5],
        [
            "Folder F",
            "  + folder added with 2 folders in it",
            "  + request added: a (GET /a)",
            "  + request added: G › b (GET /b)",
            "  + request added: G › H › c (GET /c)"
        ]
    );
    assert_eq!(
        human(&new, &old)[1],
        "  - breaking: folder removed with 2 folders in it"
    );
}

#[test]
fn two_requests_are_named() {
    let base = collection(2, "", |number| body(number, "old"));
    let header = r#"{"key": "X-Tenant", "value": "1"}"#;
    let revision = collection(2, header, |number| body(number, "old"));
    let (human, _) = written(&base, &revision, "human", false);
    assert!(
        human.contains("F0 › r0") && human.contains("F0 › r1"),
        "{human}"
    );
}

/// GitHub's limit for a comment.
const LONGEST_COMMENT: usize = 65_536;

#[test]
fn a_comment_leaves_out_what_hurts_least() {
    for (requests, has_room) in [(5, true), (150, true), (1500, false)] {
        let name = "n".repeat(60);
        let base = collection(requests, "", |number| {
            format!(r#"{{"{name}{number}": 1, "value": "old {number} {name}"}}"#)
        });
        let revision = collection(requests, "", |number| {
            format!(r#"{{"value": "new {number} {name}"}}"#)
        });
        let (comment, count) = written(&base, &revision, "markdown", true);
        assert_eq!(count, 2 * requests);
        assert!(comment.chars().count() <= LONGEST_COMMENT);
        let shown = |impact: &str| comment.matches(&format!("**{impact}**")).count();
        assert_eq!(shown("breaking") == requests, has_room, "{requests}");
        assert!(has_room || shown("safe") == 0, "{requests}");
        let left_out = |impact: &str| {
            let line = comment.lines().last().unwrap();
            let list = line.split_once(": ").map_or("", |(_, list)| list);
            let mut parts = list.trim_end_matches('.').split(", ");
            let found = parts.find_map(|part| part.strip_suffix(impact));
            found.map_or(0, |count| count.trim().parse().unwrap())
        };
        for impact in ["breaking", "safe"] {
            assert_eq!(shown(impact) + left_out(impact), requests, "{impact}");
        }
        assert_eq!(
            comment.matches("<details>").count(),
            comment.matches("</details>").count()
        );
    }
}
