//! Where a sandbox stores its records, and the key that encrypts its secrets.

use std::path::{Path, PathBuf};
use std::{env, fs};

use anyhow::{Context, bail};
use zeroize::Zeroizing;

use super::system;
use crate::sandbox::database::{Database, Source};
use crate::sandbox::keys::{AccessKey, KeyError, Keyring, MasterKey};

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
        let master = match self.master(source) {
            Master::Variable(text) => MasterKey::parse(&text, MASTER_KEY)?,
            Master::Memory => MasterKey::random(&system)?,
            Master::File(path) => {
                // A new key in place of a lost one would only hide the loss.
                let count = match path.try_exists() {
                    Ok(false) => Keyring::live_keys(&database).await?.len(),
                    _ => 0,
                };
                if count > 0 {
                    return Err(KeyError::MasterLost { path, count }.into());
                }
                MasterKey::of_file(&path, &system)?
            }
        };
        Ok(Keyring::open(database, master, system).await?)
    }

    /// Revokes every key whose master key is lost, and starts with a new master key. Returns the revoked
    /// keys, and where a file of another master key has been moved.
    pub(in crate::cli) async fn reset(
        &self,
        source: &Source,
        database: Database,
    ) -> anyhow::Result<(Vec<AccessKey>, Option<PathBuf>)> {
        match self.keyring(source, database.clone()).await {
            Ok(_) => {
                bail!("the master key fits, and nothing is lost; `key revoke` revokes single keys")
            }
            Err(error) => match error.downcast_ref() {
                Some(KeyError::OtherMaster | KeyError::MasterLost { .. }) => {}
                _ => return Err(error),
            },
        }
        let keys = Keyring::revoke_all(&database, &system()).await?;
        let moved = match self.master(source) {
            Master::File(path) if path.exists() => Some(move_away(&path)?),
            _ => None,
        };
        self.keyring(source, database).await?;
        Ok((keys, moved))
    }

    fn master(&self, source: &Source) -> Master {
        if let Ok(text) = env::var(MASTER_KEY) {
            return Master::Variable(Zeroizing::new(text));
        }
        match (&self.master_key_file, source) {
            (Some(path), _) => Master::File(path.clone()),
            (None, Source::Memory) => Master::Memory,
            (None, Source::File(path)) => Master::File(key_file_beside(path)),
            (None, Source::Postgres(_)) => Master::File(PathBuf::from("sqlacc-sandbox.key")),
        }
    }
}

/// Where the master key comes from.
enum Master {
    Variable(Zeroizing<String>),
    File(PathBuf),
    /// From nowhere: it is gone with the records.
    Memory,
}

/// Gives a file another name, since it may be the key of other data.
fn move_away(path: &Path) -> anyhow::Result<PathBuf> {
    let mut name = path.as_os_str().to_owned();
    name.push(".old");
    let name = PathBuf::from(name);
    if name.exists() {
        bail!(
            "`{}` exists; move it away first, since it may be the key of other data",
            name.display()
        );
    }
    fs::rename(path, &name).with_context(|| format!("cannot rename `{}`", path.display()))?;
    Ok(name)
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
