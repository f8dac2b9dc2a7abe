//! Answers as JSON, as a table, or as CSV.

use std::borrow::Cow;
use std::collections::HashSet;

use anyhow::{Context, anyhow, bail};
use clap::ValueEnum;
use comfy_table::{Table, presets};

use crate::catalogue::{Answers, Operation, Resource, nearest};
use crate::client::Answer;
use crate::json::{Document, Kind, Value};
use crate::postman::indented;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum AnswerFormat {
    /// The response itself, indented.
    #[default]
    Json,
    /// One row per record with a few columns.
    Table,
    /// One row per record with every column that is not a list (RFC 4180).
    Csv,
}

/// How many columns a table has when none are named.
const COLUMNS: usize = 8;
/// How much of a value a table shows.
const WIDTH: usize = 40;

/// How the answer to an operation is shown.
pub(super) struct AnswerView<'a> {
    pub(super) format: AnswerFormat,
    pub(super) columns: &'a [String],
    pub(super) answers: Answers,
    pub(super) resource: &'a Resource,
    pub(super) operation: Operation,
}

/// The text of `answer`.
pub(super) fn show(view: &AnswerView, answer: &Answer) -> anyhow::Result<String> {
    if view.format == AnswerFormat::Json {
        return Ok(json(&answer.body));
    }
    if view.operation == Operation::Delete {
        bail!("the response to a delete has no record; leave out --format");
    }
    let records = answer.records(view.answers);
    view.table(&records.context("the response has no records; --format json shows it")?)
}

/// JSON indented, anything else unchanged.
pub(super) fn json(body: &[u8]) -> String {
    if body.trim_ascii().is_empty() {
        return String::new();
    }
    match Document::parse(body) {
        Ok(document) => indented(&document),
        Err(_) => format!("{}\n", String::from_utf8_lossy(body).trim_end()),
    }
}

impl AnswerView<'_> {
    /// The text of a whole list, in the envelope of one page.
    pub(super) fn records(&self, records: Vec<String>, offset: u64) -> anyhow::Result<String> {
        if self.format != AnswerFormat::Json {
            return self.table(&records);
        }
        let empty = format!("{{\"pagination\":{{\"offset\":{offset}}},\"data\":[]}}");
        let envelope = json(empty.as_bytes());
        let Some((before, after)) = envelope.split_once("[]").filter(|_| !records.is_empty())
        else {
            return Ok(envelope);
        };
        // Record by record, because several copies of all of them may not fit into memory.
        let mut text = format!("{before}[");
        for (number, record) in records.into_iter().enumerate() {
            text.push_str(if number == 0 { "" } else { "," });
            for line in json(record.as_bytes()).lines() {
                text.extend(["\n    ", line]);
            }
        }
        text.extend(["\n  ]", after]);
        Ok(text)
    }

    fn table(&self, records: &[String]) -> anyhow::Result<String> {
        let columns = self.chosen(records)?;
        let rows = records.iter().map(|record| {
            let document = Document::from_text(record).context("cannot read a record")?;
            let value = |name: &String| value_text(document.root().get(name)).into_owned();
            Ok::<Vec<String>, anyhow::Error>(columns.iter().map(value).collect())
        });
        if self.format == AnswerFormat::Csv {
            let mut writer = csv::Writer::from_writer(Vec::new());
            if !columns.is_empty() {
                writer.write_record(&columns)?;
            }
            for row in rows.filter(|_| !columns.is_empty()) {
                writer.write_record(row?)?;
            }
            let bytes = writer
                .into_inner()
                .map_err(|error| anyhow!(error.to_string()))?;
            return String::from_utf8(bytes).context("the table is not valid UTF-8");
        }
        let mut table = Table::new();
        table.load_style(presets::NOTHING).set_header(&columns);
        for row in rows {
            table.add_row(row?.iter().map(|text| shortened(text)));
        }
        let noun = if records.len() == 1 {
            "record"
        } else {
            "records"
        };
        Ok(format!("{table}\n\n{} {noun}\n", records.len()))
    }

    /// The columns: those that are named, else those of the records, in the order of the
    /// catalogue; for a table the key and the first informative ones.
    fn chosen(&self, records: &[String]) -> anyhow::Result<Vec<String>> {
        let fields = self.resource.fields().map(|field| field.name.to_string());
        let mut known: Vec<String> = fields.collect();
        let (mut there, mut telling) = (HashSet::new(), HashSet::new());
        for record in records {
            let document = Document::from_text(record).context("cannot read a record")?;
            for entry in document.root().entries() {
                let (name, value) = (entry.key(), entry.value());
                if matches!(value.kind(), Kind::Array | Kind::Object) {
                    continue;
                }
                let says_nothing =
                    ["", "----", "0", "0.00", "false"].contains(&value_text(Some(value)).as_ref());
                if !says_nothing && !telling.contains(name.as_ref()) {
                    telling.insert(name.to_string());
                }
                if !there.contains(name.as_ref()) {
                    there.insert(name.to_string());
                    if !known.iter().any(|other| *other == name) {
                        known.push(name.into_owned());
                    }
                }
            }
        }
        for name in self.columns {
            if !known.contains(name) {
                let hint = nearest(name, known.iter().map(String::as_str), 0.8);
                let hint =
                    hint.map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
                bail!("unknown column `{name}`{hint}");
            }
        }
        if !self.columns.is_empty() {
            return Ok(self.columns.to_vec());
        }
        // A list without records still has a header.
        if !records.is_empty() {
            known.retain(|name| there.contains(name));
        }
        if self.format == AnswerFormat::Csv {
            return Ok(known);
        }
        let key = self.resource.key_field();
        known.retain(|name| telling.contains(name) || key == Some(name.as_str()));
        known.sort_by_key(|name| key != Some(name.as_str()));
        known.truncate(COLUMNS);
        Ok(known)
    }
}

/// A value as text; empty for `null` and for missing values.
fn value_text(value: Option<Value<'_>>) -> Cow<'_, str> {
    match value.map(|value| (value, value.kind())) {
        None | Some((_, Kind::Null)) => Cow::Borrowed(""),
        Some((value, Kind::String)) => value.as_str().unwrap_or_default(),
        Some((value, _)) => Cow::Borrowed(value.text()),
    }
}

/// A value in one line, shortened to leave room for others.
fn shortened(text: &str) -> String {
    let line: String = text
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    if line.chars().count() <= WIDTH {
        return line;
    }
    let start: String = line.chars().take(WIDTH - 1).collect();
    format!("{start}…")
}

#[cfg(test)]
mod tests {
    use super::{AnswerFormat, AnswerView, json};
    use crate::catalogue::Operation;
    use crate::sqlaccount;

    #[test]
    fn a_whole_list_is_written_like_a_page() {
        let catalogue = sqlaccount::catalogue();
        let view = AnswerView {
            format: AnswerFormat::Json,
            columns: &[],
            answers: catalogue.conventions.answers,
            resource: catalogue.resource("agent").unwrap(),
            operation: Operation::List,
        };
        let record = r#"{"code":"[]","rows":[{"a":1.50},[]],"none":{}}"#;
        for count in 0..3 {
            let records = vec![record.to_owned(); count];
            let data = records.join(",");
            let page = format!(r#"{{"pagination":{{"offset":50}},"data":[{data}]}}"#);
            let whole = view.records(records, 50).unwrap();
            assert_eq!(whole, json(page.as_bytes()));
        }
    }
}
