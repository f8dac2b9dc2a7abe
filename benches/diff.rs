//! Comparing our own generated collection with itself, edited and written otherwise.

use divan::{Bencher, counter::BytesCount};
use serde_json::Value;
use sqlacc_postman::diff::{Options, compare};
use sqlacc_postman::generate::{self, collection, to_json};
use sqlacc_postman::json::Document;
use sqlacc_postman::sqlaccount;

fn main() {
    divan::main();
}

/// The text that `generate` writes, 5.8 MB.
fn text() -> String {
    let whole = collection(&sqlaccount::catalogue(), &generate::Options::default());
    whole.and_then(|whole| to_json(&whole)).unwrap_or_default()
}

/// The same with every `id` new, all lists of items in reverse, and some requests edited.
fn churned(text: &str, every: usize) -> String {
    let mut value: Value = serde_json::from_str(text).unwrap_or_default();
    churn(&mut value, every, &mut 0);
    value.to_string()
}

fn churn(value: &mut Value, every: usize, count: &mut usize) {
    let Some(items) = value.get_mut("item").and_then(Value::as_array_mut) else {
        return;
    };
    items.reverse();
    for item in items {
        *count += 1;
        if let Some(id) = item.get_mut("id") {
            *id = format!("new-{count}").into();
        }
        if count.is_multiple_of(every)
            && let Some(method) = item.pointer_mut("/request/method")
        {
            *method = "PATCH".into();
        }
        churn(item, every, count);
    }
}

fn measure(bencher: Bencher, base: &str, revision: &str) {
    bencher
        .counter(BytesCount::new(base.len() + revision.len()))
        .bench(|| {
            let base = Document::from_text(base);
            let revision = Document::from_text(revision);
            base.and_then(|base| Ok(compare(&base, &revision?, &Options::default()).len()))
        });
}

/// Nothing has changed.
#[divan::bench]
fn same(bencher: Bencher) {
    let text = text();
    measure(bencher, &text, &text);
}

/// Every id and the order are new, one request in fifty is edited.
#[divan::bench]
fn few_edits(bencher: Bencher) {
    let text = text();
    measure(bencher, &text, &churned(&text, 50));
}

/// Every request is edited, so that all are read whole.
#[divan::bench]
fn all_edited(bencher: Bencher) {
    let text = text();
    measure(bencher, &text, &churned(&text, 1));
}
