//! Bodies of records: read, and checked before anything is sent.

use std::path::Path;

use anyhow::{Context, anyhow};

use super::Args;
use crate::catalogue::{Catalogue, Operation, Resource};
use crate::cli::input::{parse, read};
use crate::cli::output::eprint;
use crate::client::{BodyDefect, body_defects};
use crate::json::Document;

/// The name of a file in messages.
pub(super) fn display_path(path: &Path) -> String {
    match path.to_str() {
        Some("-") => "standard input".to_owned(),
        _ => path.display().to_string(),
    }
}

/// The body, if it is valid.
pub(super) fn checked_body(
    args: &Args,
    path: &Path,
    of: (&Catalogue, &Resource),
    operation: Operation,
) -> anyhow::Result<Vec<u8>> {
    let bytes = read(path)?;
    if args.change.no_validate {
        return Ok(bytes);
    }
    let name = display_path(path);
    let document = parse(&bytes, || format!("cannot send `{name}`"))?;
    check(&document, &name, of, operation)?;
    if document.has_bom() {
        return Ok(bytes.get(3..).unwrap_or_default().to_vec());
    }
    Ok(bytes)
}

/// Prints every defect of a body but the first, which is the error.
pub(super) fn check(
    body: &Document,
    name: &str,
    of: (&Catalogue, &Resource),
    operation: Operation,
) -> anyhow::Result<()> {
    let defects = body_defects(body, of, operation).map_err(|reason| anyhow!(reason))?;
    let message = |defect: &BodyDefect| format!("{name}:{}: {}", defect.position, defect.message);
    let (others, defects): (Vec<_>, Vec<_>) = defects
        .into_iter()
        .partition(|defect| defect.of_other_build);
    // The service may be of that build.
    for defect in &others {
        eprint(&format!("note: {}", message(defect)));
    }
    let mut messages = defects.iter().map(message);
    let Some(first) = messages.next() else {
        return Ok(());
    };
    let more: Vec<String> = messages.collect();
    for line in &more {
        eprint(line);
    }
    let count = defects.len();
    Err(anyhow!(first)).with_context(|| match count {
        1 => "nothing was sent".to_owned(),
        _ => format!("nothing was sent: {count} errors (the others are listed above)"),
    })
}
