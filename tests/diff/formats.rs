//! What `diff` writes, in every format.

use std::fs;
use std::path::Path;

use sqlacc_postman::report::diff::{FORMATS, schema};

use crate::command::of;

#[test]
fn no_format_shows_a_secret() {
    for format in FORMATS.iter().map(|format| format.name) {
        let (_, out, _) = of("auth-parameter-changed", &["--format", format]);
        let names_parameters = format != "short";
        assert_eq!(
            out.contains("secretKey"),
            names_parameters,
            "{format}: {out}"
        );
        assert!(!out.contains("hunter2"), "{format}: {out}");
        assert!(!out.contains("((hidden))"), "{format}: {out}");
    }
}

#[test]
fn the_formats_read_well() {
    for format in FORMATS {
        let (_, out, _) = of("version-not-bumped", &["--format", format.name]);
        // Of the page, its style and script say nothing to a reader of the snapshot.
        let main = out.split_once("<header>").zip(out.split_once("</main>"));
        let out = main.map_or(out.clone(), |((_, after), (_, end))| {
            after.trim_end_matches(end).to_owned()
        });
        insta::assert_snapshot!(format.name, out);
    }
    insta::assert_snapshot!("script", of("test-name-added", &[]).1);
    let (_, out, _) = of("test-name-added", &["--format", "markdown"]);
    insta::assert_snapshot!("script_markdown", out);
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
    for foreign in ["src=", "http://", "https://", "@import"] {
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
        &["--report", &junit, "--report", &changelog],
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
    assert_eq!(of("request-removed", &["--report", "odd.zip"]).0, 2);
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
