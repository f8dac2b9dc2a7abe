//! `--fix`: files fixed in place, or what would change as a diff.

use std::borrow::Cow;

use anyhow::{Context, bail};
use similar::TextDiff;

use crate::cli::files::{Source, skip_reason};
use crate::cli::output::{eprint, print, write};
use crate::json::Document;
use crate::postman::effective::secret::Mask;
use crate::report::visible::{visible, visible_lines};
use crate::validate::{Environments, Settings, fix};

/// Fixes every source; with `only_show` prints the differences and writes nothing. Returns whether
/// anything changed.
pub(super) fn all(
    sources: &[Source],
    settings: &Settings,
    environments: &Environments,
    with_unsafe: bool,
    only_show: bool,
) -> anyhow::Result<bool> {
    let mut changed = false;
    for source in sources {
        if source.path.as_os_str() == "-" && !only_show {
            bail!("cannot fix standard input in place; name a file or add --diff");
        }
        let input = source.read()?;
        let skip = || skip_reason(&input.name, &Document::parse(&input.bytes));
        if source.was_walked && skip().is_some() {
            continue;
        }
        // What is not UTF-8 cannot be fixed; the report says so.
        let Ok(text) = String::from_utf8(input.bytes) else {
            continue;
        };
        let result = fix(&text, settings, environments, with_unsafe);
        if result.refused > 0 {
            let (fixes, were) = if result.refused == 1 {
                ("fix", "was")
            } else {
                ("fixes", "were")
            };
            eprint(&format!(
                "`{}`: {} {fixes} {were} not applied, since other errors would follow",
                input.name, result.refused
            ));
        }
        if result.applied == 0 {
            continue;
        }
        changed = true;
        if only_show {
            let (before, after) = (masked(&text), masked(&result.text));
            let diff = TextDiff::from_lines(&before, &after);
            let mut diff = diff.unified_diff();
            let name = visible(&input.name);
            let diff = diff
                .context_radius(3)
                .header(&format!("a/{name}"), &format!("b/{name}"))
                .to_string();
            print(&visible_lines(&diff))?;
        } else {
            source.refuse_link()?;
            write(&source.path, &result.text)
                .with_context(|| format!("the fixes of `{}` were not saved", input.name))?;
            let count = result.applied;
            let fixes = if count == 1 { "fix" } else { "fixes" };
            eprint(&format!("fixed `{}`: {count} {fixes}", input.name));
        }
    }
    Ok(changed)
}

/// The text of a file, safe to print.
fn masked(text: &str) -> Cow<'_, str> {
    Mask::of_text(text).document(text)
}
