//! The diff law: a change of what is sent is reported exactly when two effective requests differ.

mod exceptions;
mod random;
mod readings;
mod wire;

use sqlacc_postman::diff::{Change, Options, compare};
use sqlacc_postman::json::Document;

fn diff(base: &str, revision: &str) -> Vec<Change> {
    let base = Document::from_text(base).unwrap();
    let revision = Document::from_text(revision).unwrap();
    compare(&base, &revision, &Options::default())
}

/// The changes of what is sent, as kinds and places.
fn sent(changes: &[Change]) -> Vec<String> {
    let sent = changes.iter().filter(|change| change.is_sent);
    sent.map(|change| format!("{} {}", change.kind, change.at))
        .collect()
}
