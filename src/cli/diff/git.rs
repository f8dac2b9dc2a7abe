//! What git knows: a file of a revision, and the files that have changed since one.

use std::ffi::{OsStr, OsString};
use std::process::Command;

use anyhow::{Context, anyhow, bail};

/// A file that is not as it was in a revision.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct ChangedFile {
    /// Its path then, below the current folder; `None` for a new one.
    pub(super) old: Option<String>,
    /// Its path now; `None` for one that is gone.
    pub(super) new: Option<String>,
}

/// The bytes of `REV:PATH`.
pub(super) fn show(object: &str) -> anyhow::Result<Vec<u8>> {
    // A revision that starts with a dash would be an option to git.
    if !object.contains(':') || object.starts_with('-') {
        bail!(
            "`git:{object}` does not name a file; write git:REVISION:PATH, such as git:HEAD:api.json"
        );
    }
    run(["show", "--no-textconv", object]).map_err(|reason| {
        let (revision, path) = object.split_once(':').unwrap_or_default();
        let hint = hint(&reason, revision, path);
        anyhow!("cannot read `git:{object}`: {reason}{hint}")
    })
}

/// The JSON files below the current folder that have changed since `revision`, by path.
pub(super) fn changed_since(revision: &str) -> anyhow::Result<Vec<ChangedFile>> {
    if revision.starts_with('-') {
        bail!("`{revision}` is not a revision");
    }
    let options = ["diff", "--no-ext-diff", "--name-status", "-z", "-M"];
    let options = options
        .into_iter()
        .chain(["--relative", revision, "--", "*.json"]);
    let listed = run(options).map_err(|reason| {
        let hint = hint(&reason, revision, "");
        anyhow!("cannot compare with the revision `{revision}`: {reason}{hint}")
    })?;
    let listed = String::from_utf8(listed).context("git listed a file whose name is not UTF-8")?;
    Ok(changed_files(&listed))
}

/// The files of `git diff --name-status -z`.
fn changed_files(listed: &str) -> Vec<ChangedFile> {
    let mut fields = listed.split('\0').map(str::to_owned);
    let mut files = Vec::new();
    while let Some(status) = fields.next() {
        let Some(path) = fields.next() else {
            break;
        };
        let (old, new) = match status.chars().next() {
            Some('A') => (None, Some(path)),
            Some('D') => (Some(path), None),
            Some('R' | 'C') => (Some(path), fields.next()),
            _ => (Some(path.clone()), Some(path)),
        };
        files.push(ChangedFile { old, new });
    }
    files
}

/// What git writes, or the first line of why it does not.
fn run<'a>(arguments: impl IntoIterator<Item = &'a str>) -> Result<Vec<u8>, String> {
    let output = Command::new("git").args(arguments).output();
    let output = output.map_err(|error| format!("git does not run ({error}); is it installed?"))?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    let reason = String::from_utf8_lossy(&output.stderr);
    let line = reason.lines().next().unwrap_or("git gave no reason");
    Err(line.trim_start_matches("fatal: ").to_owned())
}

/// What to do when git does not find `revision` or `path`.
fn hint(reason: &str, revision: &str, path: &str) -> String {
    let is_unknown = ["invalid object name", "bad revision", "unknown revision"];
    if reason.contains("exists on disk, but not in") || reason.contains("does not exist in") {
        format!("; if `{path}` is new since `{revision}`, compare it with /dev/null")
    } else if is_unknown.iter().any(|text| reason.contains(text)) {
        "; a shallow clone does not have it: fetch it, or set `fetch-depth: 0` for actions/checkout"
            .to_owned()
    } else {
        String::new()
    }
}

/// Runs the tool that `git difftool` was asked for. Git gives its files to our driver instead.
pub(super) fn difftool(arguments: &[OsString]) -> Option<()> {
    let helper = OsStr::new("git-difftool--helper");
    std::env::var_os("GIT_EXTERNAL_DIFF").filter(|wanted| wanted == helper)?;
    let status = Command::new("git")
        .arg("difftool--helper")
        .args(arguments)
        .status();
    status.is_ok_and(|status| status.success()).then_some(())
}

#[cfg(test)]
mod tests {
    use super::{ChangedFile, changed_files};

    #[test]
    fn each_status_names_its_files() {
        let file = |old: &str, new: &str| ChangedFile {
            old: Some(old.to_owned()).filter(|name| !name.is_empty()),
            new: Some(new.to_owned()).filter(|name| !name.is_empty()),
        };
        assert_eq!(
            changed_files("M\0a.json\0A\0b.json\0D\0c d.json\0R087\0e.json\0f/e.json\0"),
            [
                file("a.json", "a.json"),
                file("", "b.json"),
                file("c d.json", ""),
                file("e.json", "f/e.json"),
            ]
        );
        assert!(changed_files("").is_empty());
    }
}
