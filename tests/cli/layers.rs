//! Imports go down only: every `crate::` path in a room is checked against the table.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use sqlacc_postman::catalogue::{Detail, Resource};

/// Each room, and the rooms that it may import. `cli` is at the top and may import all.
pub(crate) const ALLOWED: &[(&str, &[&str])] = &[
    ("json", &[]),
    ("catalogue", &[]),
    ("diagnostic", &["json"]),
    ("postman", &["json", "parallel"]),
    ("coverage", &["catalogue", "json", "postman"]),
    ("sqlaccount", &["catalogue"]),
    ("parallel", &[]),
    ("sigv4", &[]),
    ("curl", &["postman"]),
    ("program", &["sigv4"]),
    ("generate", &["catalogue", "json", "parallel", "postman"]),
    (
        "validate",
        &[
            "catalogue",
            "coverage",
            "diagnostic",
            "json",
            "parallel",
            "postman",
        ],
    ),
    (
        "diff",
        &["catalogue", "coverage", "json", "parallel", "postman"],
    ),
    ("client", &["catalogue", "json", "postman", "sigv4"]),
    ("report", &["diagnostic", "diff", "json"]),
    ("sandbox", &["catalogue", "json", "sigv4"]),
    (
        "cli",
        &[
            "catalogue",
            "client",
            "coverage",
            "curl",
            "diagnostic",
            "diff",
            "generate",
            "json",
            "parallel",
            "postman",
            "program",
            "report",
            "sandbox",
            "sigv4",
            "sqlaccount",
            "validate",
        ],
    ),
];

/// The rooms inside the sandbox, from the ground up, and those of them that each may import.
const SANDBOX: &[(&str, &[&str])] = &[
    ("clock_and_rng", &[]),
    ("database", &[]),
    ("pdf", &[]),
    ("keys", &["clock_and_rng", "database"]),
    ("records", &["database"]),
    ("reports", &["database", "records"]),
    ("engine", &["database", "pdf", "records", "reports"]),
    ("seed", &["database", "engine"]),
    ("http", &["clock_and_rng", "database", "engine", "keys"]),
];

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

/// The rooms that `source` names in paths that start with `house`.
fn imported(source: &str, house: &str) -> Vec<String> {
    let code = source
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    let mut rooms = Vec::new();
    for line in code {
        for (_, after) in line
            .match_indices(house)
            .map(|(at, _)| line.split_at(at + house.len()))
        {
            let end = after.find(|c: char| !c.is_alphanumeric() && c != '_');
            rooms.push(after.split_at(end.unwrap_or(after.len())).0.to_owned());
        }
    }
    rooms
}

#[test]
fn every_room_is_in_the_table() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for entry in fs::read_dir(src).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let known = ALLOWED.iter().any(|(room, _)| *room == name);
        let top = ["main", "lib"].contains(&name.as_str());
        assert!(
            known || top,
            "`{name}` is not in the table of rooms in tests/cli/layers.rs; add it"
        );
    }
}

/// Reads every import of the rooms in `folder`, and gives how many there are.
fn check(folder: &Path, house: &str, table: &[(&str, &[&str])]) -> usize {
    let mut edges = 0;
    for (room, allowed) in table {
        let path = folder.join(room);
        let files = if path.is_dir() {
            rust_files(&path)
        } else {
            vec![path.with_extension("rs")]
        };
        for file in files {
            for target in imported(&fs::read_to_string(&file).unwrap(), house) {
                edges += 1;
                let fine = target == *room || allowed.contains(&target.as_str());
                assert!(
                    fine,
                    "{} imports `{target}`, which `{room}` may not",
                    file.display()
                );
            }
        }
    }
    edges
}

#[test]
fn imports_go_down_only() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let edges = check(&src, "crate::", ALLOWED);
    assert!(
        edges > 50,
        "only {edges} imports were found: the test does not see them"
    );
    let edges = check(&src.join("sandbox"), "crate::sandbox::", SANDBOX);
    assert!(
        edges > 20,
        "only {edges} imports were found in the sandbox: the test does not see them"
    );
}

#[test]
fn the_reader_of_imports_sees_them() {
    assert_eq!(
        imported(
            "use crate::json::Value;\n// crate::cli\nlet x = crate::cli;",
            "crate::"
        ),
        ["json", "cli"]
    );
}

/// The rooms that know no API.
const NEUTRAL: &[&str] = &[
    "catalogue",
    "client",
    "curl",
    "diff",
    "generate",
    "sandbox",
    "sigv4",
    "validate",
];

/// Names of SQL Account that are words of Postman, JSON, HTTP or English too, which the engine needs
/// for itself.
const ORDINARY: &[&str] = &[
    "code",
    "data",
    "description",
    "email",
    "id",
    "item",
    "note",
    "number",
    "profile",
    "status",
    "url",
    "version",
];

/// The names of the fields of `details`, of those inside them too, and of the arrays themselves.
fn names_of_rows(resource: &Resource, details: &'static [Detail], names: &mut BTreeSet<String>) {
    for detail in details {
        names.insert(detail.name.to_owned());
        names.extend(resource.row_fields(detail).map(|one| one.name.to_string()));
        names_of_rows(resource, detail.details, names);
    }
}

#[test]
fn the_engine_names_no_resource_and_no_field() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let catalogue = sqlacc_postman::sqlaccount::catalogue();
    let mut names = BTreeSet::new();
    for resource in &catalogue.resources {
        names.insert(resource.path.to_owned());
        let fields = resource.fields().chain(resource.parameters);
        names.extend(fields.map(|field| field.name.to_string()));
        names_of_rows(resource, resource.details, &mut names);
    }
    for ordinary in ORDINARY {
        assert!(
            names.remove(*ordinary),
            "`{ordinary}` is not a name: take it off the list"
        );
    }
    for room in NEUTRAL {
        let files = rust_files(&src.join(room)).into_iter();
        // Tests may try them: the engine's own API has fields of such names.
        let is_code = |file: &PathBuf| !file.ends_with("tests.rs") && !file.ends_with("tiny.rs");
        for file in files.filter(is_code) {
            let source = fs::read_to_string(&file).unwrap();
            for text in quoted(&source) {
                assert!(!names.contains(&text), "{} names `{text}`", file.display());
            }
        }
    }
}

/// The string literals of `source` on one line; documentation and tests may have any.
fn quoted(source: &str) -> Vec<String> {
    let code = source.split("#[cfg(test)]\nmod tests").next().unwrap();
    let lines = code.lines();
    let lines = lines.filter(|line| !line.trim_start().starts_with("//"));
    // Every second part is between two quotes.
    let texts = lines.flat_map(|line| line.split('"').skip(1).step_by(2));
    texts.map(str::to_lowercase).collect()
}

#[test]
fn the_reader_of_literals_sees_them() {
    let source = "let a = \"DocNo\"; // \n/// \"code\"\n f(\"a\", \"b\");";
    assert_eq!(quoted(source), ["docno", "a", "b"]);
}
