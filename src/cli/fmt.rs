use std::ffi::OsString;
use std::path::Path;
use std::slice;

use anyhow::bail;

use super::files::{self, Source, display_path, skip_reason};
use super::input::{parse_postman, read};
use super::output::{eprint, print_error, write, write_bytes};
use super::{FAILURE, FINDINGS, SUCCESS};
use crate::json::Document;
use crate::postman::view::{DocumentKind, recognise};
use crate::postman::{Strip, canonical};

/// Format collections and environments: members in a fixed order, two-space indentation.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Args {
    /// Files, folders and patterns to format in place; `-` for standard input to standard output.
    #[arg(required = true, value_name = "FILE|DIR|GLOB|-")]
    files: Vec<OsString>,
    /// Write nothing; exit with 1 if a file is not formatted.
    #[arg(long)]
    check: bool,
    /// Remove what the rule `volatile-field` reports: exporter, account, and the dates, times and
    /// cookies of examples.
    #[arg(long)]
    strip_volatile: bool,
    /// Write the file to standard output for git's `diff.NAME.textconv`: without ids and what
    /// --strip-volatile removes; a file that cannot be formatted as it is.
    #[arg(long, conflicts_with_all = ["check", "strip_volatile"])]
    textconv: bool,
}

const EXAMPLES: &str = "\
Examples:
  sqlacc-postman fmt postman_collection.json
  sqlacc-postman fmt --check api/
  sqlacc-postman fmt --strip-volatile - < exported.json > clean.json";

pub(super) fn run(args: &Args) -> u8 {
    if args.textconv {
        return textconv(&args.files);
    }
    let (mut has_unformatted, mut has_failed) = (false, false);
    let mut fail = |error: anyhow::Error| {
        print_error(&error);
        has_failed = true;
    };
    // A file that cannot be read or formatted does not stop the others.
    for given in &args.files {
        for source in files::all(slice::from_ref(given)).unwrap_or_else(|error| {
            fail(error);
            Vec::new()
        }) {
            match format(&source, args) {
                Ok(is_formatted) => has_unformatted |= !is_formatted,
                Err(error) => fail(error),
            }
        }
    }
    match (has_failed, has_unformatted && args.check) {
        (true, _) => FAILURE,
        (false, true) => FINDINGS,
        (false, false) => SUCCESS,
    }
}

/// Git ends its whole output when this fails, so that a file is only refused when it cannot be read.
fn textconv(files: &[OsString]) -> u8 {
    let stdout = Path::new("-");
    let mut code = SUCCESS;
    for file in files {
        let written = read(Path::new(file)).and_then(|bytes| {
            let document = Document::parse(&bytes).ok();
            let document = document.filter(|one| one.duplicate_keys().is_empty());
            match document {
                Some(document) => write(stdout, &canonical(&document, Strip::Ids)),
                None => write_bytes(stdout, &bytes),
            }
        });
        if let Err(error) = written {
            print_error(&error);
            code = FAILURE;
        }
    }
    code
}

/// Formats a file, or only checks it with `--check`; returns whether it was formatted already.
fn format(source: &Source, args: &Args) -> anyhow::Result<bool> {
    let path = &source.path;
    let bytes = read(path)?;
    let shown = display_path(path);
    if source.was_walked && skip_reason(&shown, &Document::parse(&bytes)).is_some() {
        return Ok(true);
    }
    let document = parse_postman(&bytes, || format!("cannot format `{shown}`"))?;
    match recognise(document.root()) {
        DocumentKind::Environment | DocumentKind::Globals => {}
        kind => {
            if let Some((message, help)) = kind.rejection() {
                bail!("cannot format `{shown}`: {message}; {help}");
            }
        }
    }
    if let Some(twice) = document.duplicate_keys().first() {
        let place = document.line_index().position(twice.later.start);
        let key = &twice.key;
        bail!("cannot format `{shown}`: {place}: duplicate key `{key}`; remove one first");
    }
    let strip = if args.strip_volatile {
        Strip::Volatile
    } else {
        Strip::Nothing
    };
    let text = canonical(&document, strip);
    let is_formatted = text.as_bytes() == bytes;
    let is_stream = path.as_os_str() == "-";
    if args.check {
        if !is_formatted {
            eprint(&format!("`{shown}` is not formatted"));
        }
    } else if is_stream || !is_formatted {
        source.refuse_link()?;
        write(path, &text)?;
        if !is_stream {
            eprint(&format!("formatted `{shown}`"));
        }
    }
    Ok(is_formatted)
}
