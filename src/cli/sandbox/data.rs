//! Where a sandbox keeps its records, and the key that seals its secrets.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use zeroize::Zeroizing;

use super::system;
use crate::sandbox::database::{Database, Source};
use crate::sandbox::keys::{Keyring, MasterKey};

/// Holds the master key, for those who keep no file of it.
const MASTER_KEY: &str = "SQLACC_MASTER_KEY";

/// What `--data` takes.
const VALUES: &str = if cfg!(feature = "postgres") {
    "FILE|ADDRESS|memory"
} else {
    "FILE|memory"
};

/// Which sandbox is meant.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct DataArgs {
    #[cfg_attr(
        feature = "postgres",
        doc = "Where the records are: a file, an address such as `postgres://user@localhost/name`, or `memory`;"
    )]
    #[cfg_attr(
        not(feature = "postgres"),
        doc = "Where the records are: a file or `memory`;"
    )]
    /// else the value of `SQLACC_SANDBOX_DATA`, which nobody sees in the list of processes.
    #[arg(long, global = true, value_name = VALUES)]
    data: Option<String>,
    /// The file with the key that seals the secret keys, made when it is not there (mode 0600); else
    /// the data file's name with `.key` behind it, or `sqlacc-sandbox.key`. The environment's
    /// `SQLACC_MASTER_KEY`, 64 hex digits, goes before it.
    #[arg(long, global = true, value_name = "FILE")]
    key_file: Option<PathBuf>,
}

impl DataArgs {
    pub(in crate::cli) fn source(&self) -> anyhow::Result<Source> {
        let given = self.data.clone();
        let given = given.or_else(|| env::var("SQLACC_SANDBOX_DATA").ok());
        let given = given.unwrap_or_else(|| "sqlacc-sandbox.db".to_owned());
        let is_address = ["postgres://", "postgresql://"]
            .iter()
            .any(|scheme| given.starts_with(scheme));
        if is_address {
            return Ok(Source::Postgres(given));
        }
        if given == "memory" {
            return Ok(Source::Memory);
        }
        if given.is_empty() || given.contains("://") {
            bail!("`{given}` is no place for data; give a file, postgres://… or memory");
        }
        Ok(Source::File(PathBuf::from(given)))
    }

    /// Opens the database; it has to be done outside of the asynchronous runtime.
    pub(in crate::cli) fn open(source: &Source) -> anyhow::Result<Database> {
        Database::open(source).with_context(|| format!("cannot open {}", describe(source)))
    }

    /// The keys and users of `database`.
    pub(in crate::cli) async fn keyring(
        &self,
        source: &Source,
        database: Database,
    ) -> anyhow::Result<Keyring> {
        let system = system();
        let variable = env::var(MASTER_KEY).ok().map(Zeroizing::new);
        let master = match (variable, &self.key_file, source) {
            (Some(text), _, _) => MasterKey::parse(&text, MASTER_KEY)?,
            (None, Some(path), _) => MasterKey::of_file(path, &system)?,
            (None, None, Source::Memory) => MasterKey::random(&system)?,
            (None, None, Source::File(path)) => {
                MasterKey::of_file(&key_file_beside(path), &system)?
            }
            (None, None, Source::Postgres(_)) => {
                MasterKey::of_file(Path::new("sqlacc-sandbox.key"), &system)?
            }
        };
        Ok(Keyring::open(database, master, system).await?)
    }
}

fn key_file_beside(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".key");
    PathBuf::from(name)
}

/// The source for people; an address may hold a password.
pub(in crate::cli) fn describe(source: &Source) -> String {
    match source {
        Source::Memory => "the memory".to_owned(),
        Source::File(path) => format!("`{}`", path.display()),
        Source::Postgres(_) => "the PostgreSQL database".to_owned(),
    }
}
