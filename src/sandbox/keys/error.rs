use std::path::PathBuf;

use thiserror::Error;

use crate::sandbox::clock_and_rng::NoRandomness;
use crate::sandbox::database::DatabaseError;

/// An error about keys or users. No error quotes a secret.
#[derive(Debug, Error)]
pub enum KeyError {
    /// The database.
    #[error(transparent)]
    Database(#[from] DatabaseError),
    /// No random bytes.
    #[error(transparent)]
    Random(#[from] NoRandomness),
    /// A user has one key at a time.
    #[error("user {0} already has a key; revoke it first, or regenerate it")]
    HasKey(String),
    /// There is no such live key.
    #[error("unknown or revoked key `{0}`; `key list` lists the active ones")]
    NoKey(String),
    /// An empty password, or one that is too long.
    #[error("a password must have 1 to 200 bytes")]
    Password,
    /// A password could not be hashed.
    #[error("cannot hash the password: {0}")]
    Hash(String),
    /// The secrets were sealed with another master key.
    #[error(
        "the secret keys were encrypted with another master key; restore its file, or run `sqlacc-postman key reset` to revoke them and start with a new one"
    )]
    OtherMaster,
    /// The file of the master key is gone, and secrets were sealed with it.
    #[error(
        "the master key file `{path}` is missing, and {count} of the secret keys were encrypted with it; restore the file, or run `sqlacc-postman key reset` to revoke them and start with a new one"
    )]
    MasterLost {
        /// Where it was.
        path: PathBuf,
        /// How many keys are live.
        count: usize,
    },
    /// The file of the master key cannot be read or made.
    #[error("cannot use the master key file `{path}`: {source}")]
    MasterFile {
        /// Which file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// Others may read the master key.
    #[error("the master key file `{path}` is readable by other users (mode {mode:04o}); run `chmod 600 {path}` first", path = .path.display())]
    MasterShared {
        /// Which file.
        path: PathBuf,
        /// Its mode.
        mode: u32,
    },
    /// The master key is malformed.
    #[error("{0} must contain 64 hex digits on a single line and nothing else")]
    MasterMalformed(String),
}
