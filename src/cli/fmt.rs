use std::path::PathBuf;

use anyhow::anyhow;

use super::input::{parse, read};
use super::output::{eprint, write};
use super::{FINDINGS, SUCCESS};
use crate::postman::canonical;

/// Write collections and environments in canonical form: members in one order, two spaces.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The files; `-` formats standard input to standard output.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Write nothing; exit 1 when a file is not in canonical form.
    #[arg(long)]
    check: bool,
    /// Drop what the rule volatile-field reports: exporter, account, dates, times and cookies of
    /// examples.
    #[arg(long)]
    strip_volatile: bool,
}

pub(super) fn run(args: &Args) -> anyhow::Result<u8> {
    let mut code = SUCCESS;
    for path in &args.files {
        let bytes = read(path)?;
        let shown = path.display();
        let document = parse(&bytes, || format!("cannot format `{shown}`"))?;
        if let Some(twice) = document.duplicate_keys().first() {
            let place = document.line_index().position(twice.later.start);
            let key = &twice.key;
            return Err(anyhow!(
                "cannot format `{shown}`: {place}: the key `{key}` stands twice; remove one first"
            ));
        }
        let text = canonical(&document, args.strip_volatile);
        if text.as_bytes() == bytes && path.as_os_str() != "-" {
            continue;
        }
        if args.check {
            eprint(&format!("`{shown}` is not in canonical form"));
            code = FINDINGS;
        } else {
            write(path, &text)?;
        }
    }
    Ok(code)
}
