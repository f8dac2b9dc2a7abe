//! `backup` and `restore`: the records and keys of a sandbox in a file, whether it is running or not.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, bail};

use super::SUCCESS;
use super::input::not_found;
use super::output::{eprint, folder_of};
use super::sandbox::{DataArgs, describe, runtime};
use crate::sandbox::database::Source;

/// Copy a sandbox's records and keys to a file, whether it is running or not.
///
/// The copy is what was stored at one moment. Keep the file of the master key with it.
#[derive(Debug, clap::Args)]
#[command(after_help = BACKUP_EXAMPLES)]
pub(super) struct BackupArgs {
    /// The file to write; it must not exist.
    #[arg(value_name = "FILE")]
    to: PathBuf,
    #[command(flatten)]
    data: DataArgs,
}

const BACKUP_EXAMPLES: &str = "\
Examples:
  sqlacc-postman backup monday.db
  sqlacc-postman backup monday.db --data shop.db";

/// Replace a sandbox's records and keys by those of a backup, whether it is running or not.
#[derive(Debug, clap::Args)]
#[command(after_help = RESTORE_EXAMPLES)]
pub(super) struct RestoreArgs {
    /// A file that `backup` has written, or the data file of a sandbox that is stopped.
    #[arg(value_name = "FILE")]
    from: PathBuf,
    #[command(flatten)]
    data: DataArgs,
}

const RESTORE_EXAMPLES: &str = "\
Examples:
  sqlacc-postman restore monday.db
  sqlacc-postman restore monday.db --data shop.db";

pub(super) fn backup(args: &BackupArgs) -> anyhow::Result<u8> {
    let source = file_source(&args.data)?;
    if let Source::File(path) = &source
        && !path.exists()
    {
        return Err(not_found(path));
    }
    let name = args.to.display();
    if args.to.exists() {
        bail!("`{name}` exists; remove it or choose another name");
    }
    let database = DataArgs::open(&source)?;
    // Written under another name first, so that nobody takes half a copy for a whole one.
    let part = tempfile::Builder::new()
        .prefix(".sqlacc-postman-")
        .tempfile_in(folder_of(&args.to))
        .with_context(|| format!("cannot write `{name}`"))?;
    database
        .backup(part.path())
        .with_context(|| format!("cannot copy {}", describe(&source)))?;
    part.as_file().sync_all()?;
    part.persist_noclobber(&args.to)
        .with_context(|| format!("cannot write `{name}`"))?;
    let size = fs::metadata(&args.to)?.len();
    eprint(&format!(
        "copied {} to `{name}`: {size} bytes",
        describe(&source)
    ));
    Ok(SUCCESS)
}

pub(super) fn restore(args: &RestoreArgs) -> anyhow::Result<u8> {
    let source = file_source(&args.data)?;
    let name = args.from.display();
    if !args.from.exists() {
        return Err(not_found(&args.from));
    }
    let database = DataArgs::open(&source)?;
    database
        .restore(&args.from)
        .with_context(|| format!("cannot restore `{name}`"))?;
    eprint(&format!("restored {} from `{name}`", describe(&source)));
    // Records can be read without the master key of the backup, signatures not be verified.
    let keyring = runtime()?.block_on(args.data.keyring(&source, database.clone()));
    keyring.context("the records are restored, but the keys cannot be used")?;
    database.checkpoint()?;
    Ok(SUCCESS)
}

fn file_source(data: &DataArgs) -> anyhow::Result<Source> {
    match data.source()? {
        Source::Memory => bail!("a sandbox in memory cannot be reached; use a file with --data"),
        Source::Postgres(_) => bail!("PostgreSQL has its own tools: use pg_dump and pg_restore"),
        source @ Source::File(_) => Ok(source),
    }
}
