//! Findings that were there already, by fingerprint.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Context, bail};
use serde::{Deserialize, Serialize};

use crate::cli::SUCCESS;
use crate::cli::input::read as read_file;
use crate::cli::output::{eprint, write as write_file};
use crate::diagnostic::FileReport;

const VERSION: u32 = 1;

/// The file, as it is written.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct BaselineFile {
    version: u32,
    findings: Vec<Finding>,
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Finding {
    path: String,
    rule: String,
    /// Where, for people who read it.
    place: String,
    fingerprint: String,
}

/// The fingerprints of a baseline.
#[derive(Debug, Default)]
pub(super) struct Baseline(BTreeSet<String>);

impl Baseline {
    pub(super) fn has(&self, fingerprint: &str) -> bool {
        self.0.contains(fingerprint)
    }
}

pub(super) fn read(path: &Path) -> anyhow::Result<Baseline> {
    let shown = path.display();
    let bytes = read_file(path)?;
    let file: BaselineFile = serde_json::from_slice(&bytes)
        .with_context(|| format!("`{shown}` is no baseline; write one with --write-baseline"))?;
    if file.version != VERSION {
        bail!(
            "`{shown}` is a baseline of version {}; write it anew with --write-baseline",
            file.version
        );
    }
    Ok(Baseline(
        file.findings
            .into_iter()
            .map(|finding| finding.fingerprint)
            .collect(),
    ))
}

/// Writes the findings of `reports` as the new baseline.
pub(super) fn write(path: &Path, reports: &[FileReport]) -> anyhow::Result<u8> {
    let mut findings: Vec<Finding> = reports
        .iter()
        .flat_map(|report| report.diagnostics.iter().map(move |one| (report, one)))
        .map(|(report, one)| Finding {
            path: report.path.clone(),
            rule: one.rule.to_owned(),
            place: one.location.path(),
            fingerprint: one.fingerprint.clone(),
        })
        .collect();
    findings.sort();
    let count = findings.len();
    let file = BaselineFile {
        version: VERSION,
        findings,
    };
    write_file(path, &(serde_json::to_string_pretty(&file)? + "\n"))?;
    eprint(&format!(
        "wrote `{}`: {count} known findings",
        path.display()
    ));
    Ok(SUCCESS)
}
