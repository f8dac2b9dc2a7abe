//! Changing a record that is read first.

use anyhow::{Context, bail};
use serde_json::Value;

use super::shown::{Shown, show};
use super::{Args, edit, record};
use crate::catalogue::{Operation, Resource};
use crate::cli::SUCCESS;
use crate::cli::input::{parse, read};
use crate::cli::output::{say, write};
use crate::client::{Arguments, Call, Client, Rows, call, changes, update_body};
use crate::json::Document;

pub(super) fn send(
    args: &Args,
    client: &Client,
    resource: &Resource,
    mut put: Call,
) -> anyhow::Result<u8> {
    // A patch that cannot be read is told before anything is sent.
    let patch = args.change.patch.as_deref().map(|path| {
        let bytes = read(path)?;
        let name = record::named(path);
        let document = parse(&bytes, || format!("cannot read the patch `{name}`"))?;
        record::check(&document, &name, resource, Operation::Update)?;
        serde_json::from_slice(document.text().trim_start_matches('\u{feff}').as_bytes())
            .context("the patch cannot be read")
    });
    let patch: Option<Value> = patch.transpose()?;
    let with = Arguments {
        key: args.key.as_deref(),
        ..Arguments::default()
    };
    let get = call(resource, Operation::Get, &with)?;
    let answer = client.send(&get)?.accepted(client.connection.base())?;
    let records = answer.records().unwrap_or_default();
    let [stored] = records.as_slice() else {
        bail!(
            "the service answered {} records for that key instead of one",
            records.len()
        );
    };
    let stored: Value = serde_json::from_str(stored).context("the record cannot be read")?;
    let (change, rows) = match patch {
        Some(patch) if args.change.replace_rows => (patch, Rows::Replace),
        Some(patch) => (patch, Rows::Merge),
        None => (changes(&stored, &edit::edited(&stored)?)?, Rows::Replace),
    };
    if change.as_object().is_some_and(serde_json::Map::is_empty) {
        say("nothing is changed, so nothing is sent");
        return Ok(SUCCESS);
    }
    let body = update_body(resource, &stored, &change, rows)?;
    let text = serde_json::to_string_pretty(&body).context("the body cannot be written")?;
    if !args.change.no_check {
        let document = Document::from_text(&text).context("the body cannot be read back")?;
        record::check(&document, "the changed record", resource, Operation::Update)?;
    }
    put.body = text.into_bytes();
    let sent: Vec<String> = body.iter().map(|(name, value)| told(name, value)).collect();
    say(&format!("sends {}", sent.join(", ")));
    let answer = client.send(&put)?.accepted(client.connection.base())?;
    let shown = Shown {
        format: args.format,
        columns: &args.columns,
        resource,
        operation: Operation::Update,
    };
    write(&args.output, &show(&shown, &answer)?)?;
    Ok(SUCCESS)
}

fn told(name: &str, value: &Value) -> String {
    match value.as_array().map(Vec::len) {
        Some(1) => format!("{name} (1 row)"),
        Some(count) => format!("{name} ({count} rows)"),
        None => name.to_owned(),
    }
}
