//! Updating a record that is read first.

use anyhow::{Context, bail};
use serde_json::Value;

use super::answer_view::{AnswerView, show};
use super::body::{check, display_path};
use super::{Args, edit};
use crate::catalogue::{Catalogue, Operation, Resource};
use crate::cli::SUCCESS;
use crate::cli::input::{parse, read};
use crate::cli::output::{eprint, write};
use crate::client::{
    Arguments, Client, RequestSpec, Rows, changes, operation_request, update_body,
};
use crate::json::Document;

pub(super) fn send(
    args: &Args,
    client: &Client,
    (resource, catalogue): (&Resource, &Catalogue),
    put: RequestSpec,
) -> anyhow::Result<u8> {
    // A patch that cannot be read is reported before anything is sent.
    let patch = args.change.patch.as_deref().map(|path| {
        let bytes = read(path)?;
        let name = display_path(path);
        let document = parse(&bytes, || format!("cannot read the patch `{name}`"))?;
        check(&document, &name, (catalogue, resource), Operation::Update)?;
        serde_json::from_slice(document.text().trim_start_matches('\u{feff}').as_bytes())
            .context("cannot read the patch")
    });
    let patch: Option<Value> = patch.transpose()?;
    let with = Arguments {
        key: args.key.as_deref(),
        ..Arguments::default()
    };
    let get = operation_request(catalogue, resource, Operation::Get, &with)?;
    let answer = client.send(&get)?.accepted(client.connection.base())?;
    let records = answer
        .records(catalogue.conventions.answers)
        .unwrap_or_default();
    let [stored] = records.as_slice() else {
        bail!(
            "the service returned {} records for this key instead of one",
            records.len()
        );
    };
    let stored: Value = serde_json::from_str(stored).context("cannot read the record")?;
    let update = Update {
        args,
        client,
        of: (catalogue, resource),
        stored: &stored,
    };
    match patch {
        Some(patch) if args.change.replace_rows => update.put(put, &patch, Rows::Replace),
        Some(patch) => update.put(put, &patch, Rows::Merge),
        None => edit::edit(&stored, |edited| {
            update.put(put, &changes(catalogue, &stored, &edited)?, Rows::Replace)
        }),
    }
}

/// What an update is about.
struct Update<'u> {
    args: &'u Args,
    client: &'u Client<'u>,
    of: (&'u Catalogue, &'u Resource),
    stored: &'u Value,
}

impl Update<'_> {
    /// Sends `change` as the request `put`.
    fn put(&self, mut put: RequestSpec, change: &Value, rows: Rows) -> anyhow::Result<u8> {
        if change.as_object().is_some_and(serde_json::Map::is_empty) {
            eprint("nothing changed, so nothing was sent");
            return Ok(SUCCESS);
        }
        let body = update_body(self.of, self.stored, change, rows)?;
        let text = serde_json::to_string_pretty(&body).context("cannot write the body")?;
        if !self.args.change.no_validate {
            let document = Document::from_text(&text).context("cannot read the body back")?;
            check(&document, "the changed record", self.of, Operation::Update)?;
        }
        put.body = text.into_bytes();
        let sent: Vec<String> = body
            .iter()
            .map(|(name, value)| field_summary(name, value))
            .collect();
        eprint(&format!("sending {}", sent.join(", ")));
        let answer = self
            .client
            .send(&put)?
            .accepted(self.client.connection.base())?;
        let view = AnswerView {
            format: self.args.format,
            columns: &self.args.columns,
            answers: self.of.0.conventions.answers,
            resource: self.of.1,
            operation: Operation::Update,
        };
        write(&self.args.output, &show(&view, &answer)?)?;
        Ok(SUCCESS)
    }
}

fn field_summary(name: &str, value: &Value) -> String {
    match value.as_array().map(Vec::len) {
        Some(1) => format!("{name} (1 row)"),
        Some(count) => format!("{name} ({count} rows)"),
        None => name.to_owned(),
    }
}
