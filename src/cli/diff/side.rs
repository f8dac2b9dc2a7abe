use std::ffi::OsStr;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, anyhow, bail};

use crate::generate::{Options, collection, to_valid_json};
use crate::sqlaccount;

/// What git passes for a file that does not exist.
const NOTHING: &str = r#"{"info": {}, "item": []}"#;

/// The bytes of a side: a file, `-`, `git:REV:PATH`, or the catalogue's own collection.
pub(super) fn read(given: &OsStr) -> anyhow::Result<Vec<u8>> {
    if given == "catalogue" {
        let collection = collection(&sqlaccount::catalogue(), &Options::default())?;
        return Ok(to_valid_json(&collection)?.into_bytes());
    }
    if given == "/dev/null" {
        return Ok(NOTHING.into());
    }
    match given.to_str().and_then(|text| text.strip_prefix("git:")) {
        Some(object) => show(object),
        None => super::super::input::read(Path::new(given)),
    }
}

fn show(object: &str) -> anyhow::Result<Vec<u8>> {
    // A revision that starts with a dash would be an option to git.
    if !object.contains(':') || object.starts_with('-') {
        bail!(
            "`git:{object}` does not name a file; write git:REVISION:PATH, such as git:HEAD:api.json"
        );
    }
    let output = Command::new("git")
        .args(["show", "--no-textconv", object])
        .output()
        .context("cannot run git; is it installed?")?;
    if !output.status.success() {
        let reason = String::from_utf8_lossy(&output.stderr);
        let reason = reason
            .lines()
            .next()
            .unwrap_or("git gave no reason")
            .to_owned();
        return Err(anyhow!("cannot read `git:{object}`: {reason}"));
    }
    Ok(output.stdout)
}
