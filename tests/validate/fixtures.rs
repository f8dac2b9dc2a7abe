//! The fixtures of the rules: `tests/rules/<id>/`.

use std::fs;
use std::path::{Path, PathBuf};

use sqlacc_postman::json::Document;
use sqlacc_postman::postman::effective::Environment;
use sqlacc_postman::validate::{Environments, Rule};

pub(crate) fn folder(rule: &Rule) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/rules")
        .join(rule.id)
}

/// The fixtures of `rule` whose names start with `prefix`, in order.
pub(crate) fn fixtures(rule: &Rule, prefix: &str) -> Vec<(String, Vec<u8>)> {
    let entries = fs::read_dir(folder(rule)).into_iter().flatten();
    let mut files: Vec<(String, Vec<u8>)> = entries
        .map(|entry| {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            (name, fs::read(path).unwrap())
        })
        .filter(|(name, _)| name.starts_with(prefix))
        .collect();
    files.sort();
    files
}

/// Calls `run` with the environments beside the fixtures of `rule`.
pub(crate) fn with_environments<T>(rule: &Rule, run: impl FnOnce(&Environments) -> T) -> T {
    let files = fixtures(rule, "env");
    let documents: Vec<Document> = files
        .iter()
        .map(|(_, bytes)| Document::parse(bytes).unwrap())
        .collect();
    let named = files.iter().zip(&documents);
    let environments = Environments {
        files: named
            .map(|((name, _), document)| (name.clone(), Environment::of(document).unwrap()))
            .collect(),
    };
    run(&environments)
}
