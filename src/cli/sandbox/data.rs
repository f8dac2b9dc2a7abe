//! Where a sandbox stores its records, and the key that encrypts its secrets.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use zeroize::Zeroizing;

use super::system;
use crate::sandbox::database::{Database, Source};
use crate::sandbox::keys::{Keyring, MasterKey};

/// The master key, for those who do not keep it in a file.
const MASTER_KEY: &str = "SQLACC_MASTER_KEY";

/// What `--data` takes.
const VALUES: &str = if cfg!(feature = "postgres") {
    "FILE|URL|memory"
} else {
    "FILE|memory"
};

/// Which sandbox to use.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct DataArgs {
    #[cfg_attr(
        feature = "postgres",
        doc = "Where the records are stored: a file, `postgres://user@host/name` or `memory` [default:"
    )]
    #[cfg_attr(
        not(feature = "postgres"),
        doc = "Where the records are stored: a file or `memory` [default:"
    )]
    /// `SQLACC_SANDBOX_DATA` or sqlacc-sandbox.db].
    #[arg(long, global = true, value_name = VALUES)]
    data: Option<String>,
    /// File with the key that encrypts the secret keys; created if missing (mode 0600) [default:
    /// the data file plus `.key`].
    #[arg(long, global = true, value_name = "FILE")]
    master_key_file: Option<PathBuf>,
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
            bail!("`{given}` cannot store data; use a file, postgres://… or memory");
        }
        Ok(Source::File(PathBuf::from(given)))
    }

    /// Opens the database; must not be called within the asynchronous runtime.
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
        let master = match (variable, &self.master_key_file, source) {
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

/// The source as messages show it, without the password of an address.
pub(in crate::cli) fn describe(source: &Source) -> String {
    match source {
        Source::Memory => "memory".to_owned(),
        Source::File(path) => format!("`{}`", path.display()),
        Source::Postgres(_) => "the PostgreSQL database".to_owned(),
    }
}
