//! Every format, on one run: what people read is a snapshot, what machines read is checked against
//! the schema of the format.

mod any_text;
mod causes;
mod lists;
mod sample;

use std::fs;
use std::path::Path;

use insta::assert_snapshot;
use serde_json::Value;
use sqlacc_postman::diagnostic::{Diagnostic, Run};
use sqlacc_postman::report::{FORMATS, Format, Options, json_schema};

/// `run` in the format of that name.
fn render(name: &str, run: &Run, options: &Options) -> String {
    Format::named(FORMATS, name).unwrap().render(run, options)
}

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// What `schema` says against `report`.
fn errors(schema: &Value, report: &str) -> Vec<String> {
    let validator = jsonschema::validator_for(schema).unwrap();
    let report = serde_json::from_str(report).unwrap();
    let errors = validator.iter_errors(&report);
    errors.map(|error| error.to_string()).collect()
}

fn clean() -> Run {
    let files = (0..12).map(|_| sample::Sample::new("clean.json", "{}").report());
    Run {
        files: files.collect(),
        ..Run::default()
    }
}

#[test]
fn every_format_of_the_sample_is_reviewed() {
    let options = Options {
        max_findings: Some(usize::MAX),
        ..Options::default()
    };
    for format in FORMATS {
        let text = format.render(&sample::run(), &options);
        let text = text.replace(env!("CARGO_PKG_VERSION"), "[version]");
        let text = match (format.name, serde_json::from_str::<Value>(&text)) {
            ("sarif", Ok(log)) => serde_json::to_string_pretty(&log).unwrap(),
            _ => text,
        };
        assert_snapshot!(format.name, text);
    }
}

#[test]
fn a_clean_run_is_reviewed() {
    for name in ["human", "github", "markdown", "junit"] {
        let text = render(name, &clean(), &Options::default());
        assert_snapshot!(format!("clean_{name}"), text);
    }
}

#[test]
fn what_the_options_do_is_reviewed() {
    let run = Run {
        files: sample::run().files.into_iter().take(2).collect(),
        ..Run::default()
    };
    let options = Options {
        colour: true,
        width: 40,
        stats: true,
        max_findings: Some(1),
        quiet: true,
    };
    let human = render("human", &run, &options);
    assert_snapshot!("options_human", human.replace('\u{1b}', "␛"));
    assert_snapshot!("options_markdown", render("markdown", &run, &options));
    assert!(!render("github", &run, &options).contains(" in 1 of 2 files"));
}

#[test]
fn no_format_lets_a_secret_or_a_control_character_through() {
    for format in FORMATS {
        let text = format.render(&sample::run(), &Options::default());
        let name = format.name;
        assert!(!text.contains("AKIA"), "{name} shows the secret");
        let hidden = |c: &char| (c.is_control() && *c != '\n') || *c == '\u{202e}';
        assert_eq!(text.chars().find(hidden), None, "{name}");
        assert!(text.ends_with('\n'), "{name}");
    }
}

#[test]
fn the_json_report_is_as_its_schema_says() {
    let path = "schemas/report-v1.json";
    let mut schema = serde_json::to_string_pretty(&json_schema()).unwrap();
    schema.push('\n');
    if std::env::var_os("UPDATE_SCHEMAS").is_some() {
        fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join(path), &schema).unwrap();
    }
    assert!(
        read(path) == schema,
        "{path} is not the schema of the JSON report; \
         refresh it with `UPDATE_SCHEMAS=1 cargo test --test cli report`"
    );
    let schema = json_schema().to_value();
    for run in [sample::run(), clean(), Run::default()] {
        let report = render("json", &run, &Options::default());
        assert_eq!(errors(&schema, &report), [""; 0]);
    }
}

#[test]
fn the_sarif_report_is_as_its_schema_says() {
    let schema = read("tests/schemas/sarif-2.1.0.json");
    // One pattern of it, of a member that we do not write, has a bracket too many for a regex.
    let schema = schema.replace("-[a-zA-Z]{2}]?$", "-[a-zA-Z]{2}$");
    let schema = serde_json::from_str(&schema).unwrap();
    for run in [sample::run(), clean(), Run::default()] {
        let report = render("sarif", &run, &Options::default());
        assert_eq!(errors(&schema, &report), [""; 0]);
    }
}

#[test]
fn the_junit_report_is_as_ci_servers_read_it() {
    let text = render("junit", &sample::run(), &Options::default());
    let document = roxmltree::Document::parse(&text).unwrap();
    let elements = |node: roxmltree::Node, name: &str| {
        let named = |node: &roxmltree::Node| node.has_tag_name(name);
        node.descendants().filter(named).count().to_string()
    };
    let root = document.root_element();
    assert!(root.has_tag_name("testsuites"));
    for suite in root.children().filter(roxmltree::Node::is_element) {
        assert!(suite.has_tag_name("testsuite"));
        assert_eq!(
            suite.attribute("tests"),
            Some(&*elements(suite, "testcase"))
        );
        assert_eq!(
            suite.attribute("failures"),
            Some(&*elements(suite, "failure"))
        );
        assert_eq!(
            suite.attribute("skipped"),
            Some(&*elements(suite, "skipped"))
        );
        for case in suite.children().filter(roxmltree::Node::is_element) {
            assert!(case.has_tag_name("testcase"));
            assert!(case.has_attribute("name") && case.has_attribute("classname"));
            for verdict in case.children().filter(roxmltree::Node::is_element) {
                assert!(["failure", "skipped"].contains(&verdict.tag_name().name()));
                assert!(verdict.has_attribute("message"));
            }
        }
    }
    assert_eq!(root.attribute("tests"), Some(&*elements(root, "testcase")));
    assert_eq!(
        root.attribute("failures"),
        Some(&*elements(root, "failure"))
    );
}

#[test]
fn the_gitlab_report_has_what_gitlab_requires() {
    let text = render("gitlab", &sample::run(), &Options::default());
    let issues: Vec<Value> = serde_json::from_str(&text).unwrap();
    let mut fingerprints: Vec<&str> = Vec::new();
    for issue in &issues {
        assert!(issue["description"].is_string() && issue["check_name"].is_string());
        assert!(["info", "minor", "major"].contains(&issue["severity"].as_str().unwrap()));
        assert!(
            !issue["location"]["path"]
                .as_str()
                .unwrap()
                .starts_with("./")
        );
        assert!(issue["location"]["lines"]["begin"].as_u64() >= Some(1));
        fingerprints.push(issue["fingerprint"].as_str().unwrap());
    }
    fingerprints.sort_unstable();
    fingerprints.dedup();
    assert_eq!(
        fingerprints.len(),
        issues.len(),
        "two issues are taken for one"
    );
}

#[test]
fn a_comment_of_many_findings_says_what_it_leaves_out() {
    let mut sample = sample::Sample::new("many.json", "{\"a\": 1}");
    for number in 0..2000 {
        let rule = if number % 2 == 0 {
            "item-name-missing"
        } else {
            "json-duplicate-key"
        };
        let message = format!("The request {number} has an empty name");
        sample = sample.find(rule, &message, "1", &["Größe <&>"]);
    }
    let run = Run {
        files: vec![sample.report()],
        ..Run::default()
    };
    let comment = render("markdown", &run, &Options::default());
    assert!(comment.contains("| 1000 | `item-name-missing` | warning |"));
    assert_eq!(comment.matches("and 990 more |").count(), 2, "{comment}");
    let options = Options {
        max_findings: Some(usize::MAX),
        ..Options::default()
    };
    let comment = render("markdown", &run, &options);
    let length = comment.chars().count();
    assert!((55_000..=60_000).contains(&length), "{length}");
    let rows = |severity: &str| comment.matches(&format!("| {severity} | `")).count();
    let left_out = 2000 - rows("error") - rows("warning");
    assert!(rows("error") > rows("warning"), "the worst come first");
    assert!(comment.contains(&format!("{left_out} more findings not shown")));
    assert!(comment.contains("</details>"));
}

#[test]
fn code_frames_of_a_large_file_take_no_time() {
    let text = format!("[{}1]", "1,".repeat(5_000_000));
    let mut sample = sample::Sample::new("large.json", text);
    sample = sample.find("item-name-missing", "One", "1]", &[]);
    let mut file = sample.report();
    let one = file.diagnostics.remove(0);
    let numbered = |number: usize| Diagnostic {
        message: number.to_string(),
        ..one.clone()
    };
    file.diagnostics = (0..2000).map(numbered).collect();
    let run = Run {
        files: vec![file],
        ..Run::default()
    };
    // Over the whole text this would take minutes.
    let options = Options {
        max_findings: Some(usize::MAX),
        ..Options::default()
    };
    let text = render("human", &run, &options);
    assert_eq!(text.matches("…").count(), 2000);
}
