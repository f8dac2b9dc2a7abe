//! What people read: shared changes once, samples counted, and the worst never left out.

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
