use std::path::PathBuf;

use anyhow::{anyhow, bail};

use super::input::{parse_postman, read};
use super::output::{eprint, write};
use super::{FINDINGS, SUCCESS};
use crate::postman::canonical;
use crate::postman::view::{DocumentKind, recognise};

/// Format collections and environments: members in a fixed order, two-space indentation.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Args {
    /// Files to format in place; `-` for standard input to standard output.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Write nothing; exit with 1 if a file is not formatted.
    #[arg(long)]
    check: bool,
    /// Remove what the rule `volatile-field` reports: exporter, account, and the dates, times and
    /// cookies of examples.
    #[arg(long)]
    strip_volatile: bool,
}

const EXAMPLES: &str = "\
Examples:
  sqlacc-postman fmt postman_collection.json
  sqlacc-postman fmt --check *.postman_collection.json
  sqlacc-postman fmt --strip-volatile - < exported.json > clean.json";

pub(super) fn run(args: &Args) -> anyhow::Result<u8> {
    let mut code = SUCCESS;
    for path in &args.files {
        let bytes = read(path)?;
        let shown = path.display();
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
            return Err(anyhow!(
                "cannot format `{shown}`: {place}: duplicate key `{key}`; remove one first"
            ));
        }
        let text = canonical(&document, args.strip_volatile);
        if text.as_bytes() == bytes && path.as_os_str() != "-" {
            continue;
        }
        if args.check {
            eprint(&format!("`{shown}` is not formatted"));
            code = FINDINGS;
        } else {
            write(path, &text)?;
        }
    }
    Ok(code)
}
