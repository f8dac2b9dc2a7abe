//! Findings and changes that are already known, by fingerprint. `validate` and `diff` share it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use serde::{Deserialize, Serialize};

use super::SUCCESS;
use super::input::read as read_file;
use super::output::{eprint, write as write_file};

const VERSION: u32 = 1;

#[derive(Debug, clap::Args)]
pub(super) struct BaselineArgs {
    /// Report only what is not in this baseline.
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    /// Save the current results as the baseline and exit with 0.
    #[arg(long, requires = "baseline")]
    write_baseline: bool,
}

/// The file, as it is written.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct BaselineFile {
    version: u32,
    findings: Vec<Finding>,
}

/// A finding of `validate` or a change of `diff`.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Finding {
    /// The file, for people who read the baseline, as are rule and place.
    pub(super) path: String,
    /// The id of the rule, or of the kind of change.
    pub(super) rule: String,
    pub(super) place: String,
    pub(super) fingerprint: String,
}

/// The fingerprints of a baseline.
#[derive(Debug, Default)]
pub(super) struct Known(BTreeSet<String>);

impl Known {
    pub(super) fn has(&self, fingerprint: &str) -> bool {
        self.0.contains(fingerprint)
    }
}

impl BaselineArgs {
    /// The baseline to compare with; an empty one where none is given or it is to be written.
    pub(super) fn known(&self) -> anyhow::Result<Known> {
        match &self.baseline {
            Some(path) if !self.write_baseline => read(path),
            _ => Ok(Known::default()),
        }
    }

    /// The file to write the current results to, if they are to be saved.
    pub(super) fn to_write(&self) -> Option<&Path> {
        self.baseline.as_deref().filter(|_| self.write_baseline)
    }
}

fn read(path: &Path) -> anyhow::Result<Known> {
    let shown = path.display();
    let bytes = read_file(path)?;
    let file: BaselineFile = serde_json::from_slice(&bytes).with_context(|| {
        format!("`{shown}` is not a baseline; create one with --write-baseline")
    })?;
    if file.version != VERSION {
        bail!(
            "`{shown}` is a baseline of version {}; create it again with --write-baseline",
            file.version
        );
    }
    let findings = file.findings.into_iter();
    Ok(Known(findings.map(|finding| finding.fingerprint).collect()))
}

/// Writes `findings` as the new baseline.
pub(super) fn write(path: &Path, mut findings: Vec<Finding>) -> anyhow::Result<u8> {
    findings.sort();
    let count = findings.len();
    let file = BaselineFile {
        version: VERSION,
        findings,
    };
    write_file(path, &(serde_json::to_string_pretty(&file)? + "\n"))?;
    eprint(&format!("wrote `{}`: {count} known", path.display()));
    Ok(SUCCESS)
}
