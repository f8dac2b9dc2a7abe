//! `--git-driver`: git ends its whole output when a driver fails, so that this one never does.

use std::ffi::OsString;
use std::fs;
use std::path::Path;

use similar::TextDiff;

use super::args::Args;
use super::git;
use super::side::Sides;
use crate::cli::SUCCESS;
use crate::cli::output::print;
use crate::postman::effective::secret::{Mask, mask};
use crate::report::diff::heading;

/// Shows one file; whatever is in the way, it says so and shows the text's differences.
pub(super) fn run(args: &Args, show: impl Fn(Sides) -> anyhow::Result<u8>) -> anyhow::Result<u8> {
    if git::difftool(&args.sides).is_some() {
        return Ok(SUCCESS);
    }
    match args.sides.as_slice() {
        // path old-file old-hex old-mode new-file new-hex new-mode; two more for renames.
        [path, old, _, _, new, ..] => {
            let path = path.to_string_lossy();
            print(&heading(&path))?;
            let shown = Sides::read(old, new).and_then(|sides| {
                let path = path.clone().into_owned();
                show(Sides { path, ..sides })
            });
            if let Err(error) = shown {
                let reason = format!("{error:#}");
                print(&format!("{}\n{}", mask(&reason), plain(old, new)))?;
            }
        }
        [path] => {
            let conflict = "it has a merge conflict; resolve it to compare the collections\n";
            print(&(heading(&path.to_string_lossy()) + conflict))?;
        }
        _ => {
            print("--git-driver is for git, which passes seven arguments, or one in a conflict\n")?;
        }
    }
    Ok(SUCCESS)
}

/// The differences of two texts line by line, without their secrets; nothing where one cannot be read.
fn plain(old: &OsString, new: &OsString) -> String {
    let text = |path: &OsString| {
        let bytes = match path.to_str() {
            Some("/dev/null") => Vec::new(),
            _ => fs::read(Path::new(path)).ok()?,
        };
        let text = String::from_utf8(bytes).ok()?;
        Some(Mask::of_text(&text).document(&text).into_owned())
    };
    let (Some(old), Some(new)) = (text(old), text(new)) else {
        return String::new();
    };
    TextDiff::from_lines(&old, &new).unified_diff().to_string()
}
