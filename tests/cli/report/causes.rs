//! One cause in many places is one finding in every format for machines, and none of its places is lost.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::Value;
use sqlacc_postman::diagnostic::{FileReport, Run};
use sqlacc_postman::report::Options;
use sqlacc_postman::validate::RULES;

use super::render;
use super::sample::{self, Sample};

/// A file in which one request has a defect, and `places` have another.
fn alike(path: &'static str, places: usize) -> FileReport {
    let mut sample = Sample::new(path, "{\"a\": 1}").find("json-syntax", "One", "1", &["A"]);
    for _ in 0..places {
        sample = sample.find("item-name-missing", "Many", "\"a\"", &["B"]);
    }
    sample.report()
}

fn run(files: Vec<FileReport>) -> Run {
    Run {
        files,
        folder: "/srv/shop".to_owned(),
        ..Run::default()
    }
}

fn json(format: &str, run: &Run) -> Value {
    serde_json::from_str(&render(format, run, &Options::default())).unwrap()
}

fn strings<'v>(all: &'v [Value], pointer: &str) -> Vec<&'v str> {
    let one = |value: &'v Value| value.pointer(pointer).and_then(Value::as_str);
    all.iter().filter_map(one).collect()
}

#[test]
fn a_cause_is_one_finding_with_all_its_places() {
    let run = run(vec![alike("a.json", 40)]);
    let report = json("json", &run);
    assert_eq!(report["summary"]["warnings"], 40);
    let findings = report["files"][0]["findings"].as_array().unwrap();
    assert_eq!(strings(findings, "/message"), ["One", "Many"]);
    assert_eq!(findings[1]["also_at"].as_array().unwrap().len(), 39);

    let report = json("sarif", &run);
    let results = report["runs"][0]["results"].as_array().unwrap();
    assert_eq!(
        strings(results, "/ruleId"),
        ["json-syntax", "item-name-missing"]
    );
    assert_eq!(results[1]["occurrenceCount"], 40);
    assert_eq!(results[1]["relatedLocations"].as_array().unwrap().len(), 39);
    let text = results[1]["message"]["text"].as_str().unwrap();
    assert!(text.contains("also at [1:2](1), [1:2](2), [1:2](3) and 36 more places"));

    let report = json("gitlab", &run);
    let issues = report.as_array().unwrap();
    assert_eq!(
        strings(issues, "/description"),
        ["A: One", "Many (in 40 places)"]
    );
    assert_eq!(issues[1]["other_locations"].as_array().unwrap().len(), 39);

    let other = issues[1]["other_locations"][0].to_string();
    let places = r#""positions":{"begin":{"line":1,"column":2},"end":{"line":1,"column":5}}"#;
    assert!(other.contains(places), "{other}");

    let report = render("github", &run, &Options::default());
    assert_eq!(
        report.lines().filter(|line| line.starts_with("::")).count(),
        2
    );
    assert!(report.contains("and 36 more places"), "{report}");

    let report = render("junit", &run, &Options::default());
    assert!(report.contains("tests=\"2\" failures=\"2\""), "{report}");
    assert_eq!(report.matches("\nalso at 1:2 in B").count(), 39);

    let report = render("markdown", &run, &Options::default());
    assert_eq!(report.matches("`item-name-missing`").count(), 1, "{report}");
    assert!(report.contains("and 36 more places"), "{report}");
}

#[test]
fn what_identifies_a_cause_does_not_depend_on_its_places() {
    let fingerprints = |places| {
        let run = run(vec![alike("a.json", places)]);
        let (gitlab, sarif) = (json("gitlab", &run), json("sarif", &run));
        let results = sarif["runs"][0]["results"].as_array().unwrap();
        let of_results = strings(results, "/partialFingerprints/sqlaccPostman~1v1");
        let of_issues = strings(gitlab.as_array().unwrap(), "/fingerprint");
        let all = of_results.into_iter().chain(of_issues);
        all.map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(fingerprints(1), fingerprints(7));
}

#[test]
fn names_are_relative_to_the_working_folder() {
    for path in ["./api/a.json", "/srv/shop/api/a.json", "../shop/api/a.json"] {
        let run = run(vec![alike(path, 1)]);
        let sarif = json("sarif", &run);
        let uri = "/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri";
        assert_eq!(sarif.pointer(uri).unwrap(), "api/a.json");
        assert_eq!(json("gitlab", &run)[0]["location"]["path"], "api/a.json");
        let github = render("github", &run, &Options::default());
        assert!(github.contains("::error file=api/a.json,"), "{github}");
    }
}

#[test]
fn cases_have_different_names() {
    let mut files = sample::run().files;
    files.extend(sample::run().files);
    let report = render("junit", &run(files), &Options::default());
    let document = roxmltree::Document::parse(&report).unwrap();
    let cases = document
        .descendants()
        .filter(|node| node.has_tag_name("testcase"));
    let names: Vec<_> = cases
        .map(|case| (case.attribute("classname"), case.attribute("name")))
        .collect();
    let different: BTreeSet<_> = names.iter().collect();
    assert_eq!(different.len(), names.len(), "{names:?}");
}

#[test]
fn what_github_shows_says_the_most() {
    let mut sample = Sample::new("a.json", "{\"a\": 1}");
    for _ in 0..30 {
        let message = format!("{} requests", sample.count());
        sample = sample.find("json-duplicate-key", &message, "1", &[]);
    }
    let file = sample.find("secret-detected", "A key", "1", &[]).report();
    let report = render("github", &run(vec![file]), &Options::default());
    let second = report.lines().nth(1).unwrap();
    assert!(second.contains("title=secret-detected"), "{report}");
    assert!(report.contains("of each level; 21 more are only in this log"));
}

#[test]
fn a_sarif_report_is_no_larger_than_services_take() {
    let mut sample = Sample::new("a.json", "{\"a\": 1}");
    for _ in 0..25_100 {
        let message = format!("{} requests", sample.count());
        sample = sample.find("item-name-missing", &message, "1", &[]);
    }
    let worst = alike("b.json", 2_500);
    let report = json("sarif", &run(vec![sample.report(), worst]));
    let results = report["runs"][0]["results"].as_array().unwrap();
    assert_eq!(results.len(), 25_000);
    assert_eq!(results[0]["ruleId"], "json-syntax", "the worst are kept");
    let notes = &report["runs"][0]["invocations"][0]["toolExecutionNotifications"];
    let text = notes[0]["message"]["text"].as_str().unwrap();
    assert!(text.starts_with("104 more results left out"), "{text}");

    let report = json("sarif", &run(vec![alike("b.json", 2_500)]));
    let results = report["runs"][0]["results"].as_array().unwrap();
    let counts: Vec<u64> = results[1..]
        .iter()
        .filter_map(|one| one["occurrenceCount"].as_u64())
        .collect();
    assert_eq!(counts, [1000, 1000, 500]);
    let pointer = "/partialFingerprints/sqlaccPostman~1v1";
    let fingerprints: BTreeSet<_> = strings(results, pointer).into_iter().collect();
    assert_eq!(fingerprints.len(), results.len());
}

#[test]
fn the_page_of_every_rule_is_where_its_uri_says() {
    for rule in RULES {
        let path = rule
            .module
            .split("::")
            .skip(1)
            .collect::<Vec<_>>()
            .join("/");
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("src/{path}.rs"));
        let source = std::fs::read_to_string(&file).unwrap();
        assert!(
            source.contains(&format!("\"{}\"", rule.id)),
            "{}",
            file.display()
        );
    }
}
