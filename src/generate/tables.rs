//! Fields as Markdown tables.

use std::fmt::Write as _;

use crate::catalogue::{Field, Mark, Presence};

/// One row per field: name, type, sentence.
pub(super) fn field_table<'a>(
    fields: impl Iterator<Item = &'a Field>,
    required: &[&str],
) -> String {
    let mut table = String::from("| Field | Type | Meaning |\n| --- | --- | --- |");
    for field in fields {
        let _ = write!(table, "\n| `{}` | {} | ", field.name, field.kind);
        if required.contains(&field.name.as_ref()) {
            table.push_str("**Required.** ");
        }
        table.push_str(&meaning(field));
        table.push_str(" |");
    }
    table
}

/// The description of a field, in one line: its sentence, its codes, its default.
pub(crate) fn meaning(field: &Field) -> String {
    let mut text = field.summary.to_owned();
    if !field.codes.is_empty() {
        for (index, (code, means)) in field.codes.iter().enumerate() {
            text.push_str(if index == 0 { " " } else { ", " });
            let _ = write!(text, "`{code}` {means}");
        }
        text.push('.');
    }
    // An integrator never sees the default of what the service assigns.
    let default = field
        .default
        .filter(|default| !default.is_empty() && !field.assigned);
    if let Some(default) = default {
        let _ = write!(text, " Default `{default}`.");
    }
    if let Some(Mark { build, guessed }) = field.since {
        let guessed = if guessed { ", as we guess" } else { "" };
        let _ = write!(text, " From build {}{guessed}.", build.short());
    }
    match field.presence {
        Presence::Everywhere => {}
        Presence::RecordOnly => text.push_str(" Not in lists."),
        Presence::ListOnly => text.push_str(" In lists only."),
    }
    text
}
