//! Comparing collections: kinds of change, the laws of comparing, and the command.

#![allow(clippy::unwrap_used)]

mod alike;
mod catalogue;
mod command;
mod compared;
mod edits;
mod environments;
mod folders;
mod formats;
#[cfg(unix)]
mod git;
mod impact;
mod kinds;
mod law;
mod page;
mod pair;
mod patch;
mod sections;
mod variables;

use std::collections::BTreeSet;

use sqlacc_postman::diff::{Change, Options, compare};
use sqlacc_postman::json::Document;

fn all() -> Options {
    Options {
        ids: true,
        ..Options::default()
    }
}

fn diff(base: &str, revision: &str) -> Vec<Change> {
    let base = Document::from_text(base).unwrap();
    let revision = Document::from_text(revision).unwrap();
    compare(&base, &revision, &all())
}

fn kinds(changes: &[Change]) -> BTreeSet<&'static str> {
    changes.iter().map(|change| change.kind.id()).collect()
}
