//! The columns by which a row names another document.

use serde_json::Value;

use super::ApiError;
use crate::catalogue::Link;
use crate::sandbox::records::value::{is_set, text};
use crate::sandbox::records::{Draft, RecordLayout};

/// Whether rows of this layout can name a document.
fn applies(link: &Link, layout: &RecordLayout) -> bool {
    let mut columns = columns(link);
    columns.all(|column| layout.field(column).is_some())
}

fn columns(link: &Link) -> impl Iterator<Item = &'static str> {
    let row = link.row.as_ref().map(|linked| linked.column);
    [link.kind, link.document.0].into_iter().chain(row)
}

/// Writes the kind as the catalogue has it, and refuses a row that names a document only in part.
pub(super) fn settle(link: &Link, row: &mut Draft<'_>) -> Result<(), ApiError> {
    let Some(field) = row
        .layout
        .field(link.kind)
        .filter(|_| applies(link, row.layout))
    else {
        return Ok(());
    };
    if !columns(link).any(|column| row.has_changed(column)) {
        return Ok(());
    }
    let missing = columns(link).find(|column| !is_set(row.members.get(*column)));
    let is_named = columns(link).any(|column| is_set(row.members.get(column)));
    // A knock-off without an amount may be left blank.
    let needs_name = link.row.is_none() && is_set(row.members.get(link.amount));
    if let Some(missing) = missing {
        if !is_named && !needs_name {
            return Ok(());
        }
        let all: Vec<_> = columns(link).collect();
        return Err(ApiError::bad(format!(
            "{missing} is missing: {} name a document together",
            all.join(", ")
        )));
    }
    let given = text(row.members.get(link.kind));
    let alias = link
        .aliases
        .iter()
        .find(|(alias, _)| alias.eq_ignore_ascii_case(&given));
    let kind = alias.map_or(given.as_str(), |(_, kind)| *kind);
    let is_allowed =
        |kind: &str| field.codes.is_empty() || field.codes.iter().any(|(code, _)| *code == kind);
    let allowed = || {
        link.targets
            .iter()
            .map(|(kind, _)| *kind)
            .filter(|kind| is_allowed(kind))
    };
    let Some(known) = allowed().find(|one| one.eq_ignore_ascii_case(kind)) else {
        let known: Vec<_> = allowed().collect();
        return Err(ApiError::bad(format!(
            "{} '{given}' is not one of {}",
            link.kind,
            known.join(", ")
        )));
    };
    if known != given {
        row.set(link.kind, Value::from(known));
    }
    Ok(())
}
