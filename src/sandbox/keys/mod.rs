//! Access keys, their secrets, and the users that they belong to, as the program keeps them.
//!
//! A pair of keys is shown once, when it is made. Its secret has to be known to verify a signature,
//! so it is not hashed but sealed (`XChaCha20-Poly1305`, the access key bound to it) with a
//! [`MasterKey`] that is not in the database. A user who has a live key cannot log in directly; once
//! the key is revoked, the user can.

mod access_key;
mod credential_cache;
mod error;
mod keyring;
mod master_key;
mod password;
mod tables;
mod user;

#[cfg(test)]
mod tests;

pub use access_key::{AccessKey, KeyPair};
pub use error::KeyError;
pub use keyring::Keyring;
pub use master_key::MasterKey;
pub use user::{InvalidUserCode, LoginError, User, UserCode};
