use std::sync::Arc;
use std::time::Instant;

use zeroize::Zeroizing;

use super::access_key::{AccessKey, KeyPair};
use super::credential_cache::{CredentialCache, FRESH};
use super::{KeyError, LoginError, MasterKey, User, UserCode, password, tables};
use crate::sandbox::clock_and_rng::ClockAndRng;
use crate::sandbox::database::Database;
use crate::sigv4::Credentials;

/// The initial user, as in the program, and its password.
const FIRST_USER: (&str, &str) = ("ADMIN", "ADMIN");
/// An unused access key, whose secret is decrypted in place of that of a missing key.
const NOBODY: &str = "nobody";

/// The keys and users of a sandbox; copies share them.
///
/// It asks the database, so that a key that one process revokes is not accepted by another. A key
/// counts as live for 50 ms after a look-up, and revoking one takes that long; the runtime
/// needs its timer for it.
#[derive(Clone, Debug)]
pub struct Keyring {
    database: Database,
    master: Arc<MasterKey>,
    system: ClockAndRng,
    nobody: Arc<[u8]>,
    cache: Arc<CredentialCache>,
}

impl Keyring {
    /// The keys and users in `database`. Missing tables are created, with the user `ADMIN`.
    ///
    /// # Errors
    /// [`KeyError::OtherMaster`] when secrets were sealed with another master key, and when the
    /// database fails.
    pub async fn open(
        database: Database,
        master: MasterKey,
        system: ClockAndRng,
    ) -> Result<Self, KeyError> {
        let nobody = master.seal(&"0".repeat(64), NOBODY, &system)?.into();
        let ring = Self {
            database,
            master: Arc::new(master),
            system,
            nobody,
            cache: Arc::default(),
        };
        ring.database.write(tables::create).await?;
        if ring.users().await?.is_empty() {
            let (code, word) = FIRST_USER;
            let hash = password::hash(word, &system)?;
            let add = move |connection: &mut dyn crate::sandbox::database::Connection| {
                tables::add_user(connection, code, Some(hash))
            };
            ring.database.write(add).await?;
        }
        let keys = ring.keys().await?;
        if let Some(live) = keys.iter().find(|key| key.revoked.is_none()) {
            ring.credentials(&live.access_key).await?;
        }
        Ok(ring)
    }

    /// The live keys in `database`, for whom no master key is needed.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn live_keys(database: &Database) -> Result<Vec<AccessKey>, KeyError> {
        database.write(tables::create).await?;
        let mut keys = database.read(tables::keys).await??;
        keys.retain(|key| key.revoked.is_none());
        Ok(keys)
    }

    /// Revokes every live key, for those who have lost the master key. Users, their passwords and all
    /// records stay. Returns the keys.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn revoke_all(
        database: &Database,
        system: &ClockAndRng,
    ) -> Result<Vec<AccessKey>, KeyError> {
        let keys = Self::live_keys(database).await?;
        let (names, now) = (keys.clone(), system.seconds());
        let write = database.write(move |connection| {
            let revoke = |key: &AccessKey| tables::revoke(connection, &key.access_key, now);
            names.iter().try_for_each(revoke)
        });
        write.await?;
        tokio::time::sleep(FRESH).await;
        Ok(keys)
    }

    /// Generates a pair of keys for `user`, who is created if there is none of that code.
    ///
    /// # Errors
    /// [`KeyError::HasKey`] when the user has a live key, and when the database fails.
    pub async fn generate(&self, user: &UserCode) -> Result<KeyPair, KeyError> {
        self.make(user, false).await
    }

    /// The same, with the user's live key revoked before, if there is one.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn regenerate(&self, user: &UserCode) -> Result<KeyPair, KeyError> {
        self.make(user, true).await
    }

    async fn make(&self, user: &UserCode, replace: bool) -> Result<KeyPair, KeyError> {
        let pair = KeyPair::new(user, &self.system)?;
        let sealed = self
            .master
            .seal(&pair.secret_key, &pair.access_key, &self.system)?;
        let key = AccessKey {
            access_key: pair.access_key.clone(),
            user: user.to_string(),
            generated: self.system.seconds(),
            revoked: None,
        };
        let write = self.database.write(move |connection| {
            tables::add_user(connection, &key.user, None)?;
            let old = tables::key_of(connection, &key.user)?;
            match &old {
                Some(old) if replace => tables::revoke(connection, old, key.generated)?,
                Some(_) => return Err(KeyError::HasKey(key.user)),
                None => {}
            }
            tables::add_key(connection, &key, sealed)?;
            Ok(old.is_some())
        });
        if write.await? {
            tokio::time::sleep(FRESH).await;
        }
        Ok(pair)
    }

    /// Revokes a key immediately and permanently.
    ///
    /// # Errors
    /// [`KeyError::NoKey`] when there is no such live key, and when the database fails.
    pub async fn revoke(&self, access_key: &str) -> Result<(), KeyError> {
        let (access_key, now) = (access_key.to_owned(), self.system.seconds());
        let write = self
            .database
            .write(move |connection| tables::revoke(connection, &access_key, now));
        write.await?;
        tokio::time::sleep(FRESH).await;
        Ok(())
    }

    /// All keys that were ever generated, the newest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn keys(&self) -> Result<Vec<AccessKey>, KeyError> {
        Ok(self.database.read(tables::keys).await??)
    }

    /// Both keys of the live key `access_key`, to verify a signature with.
    ///
    /// # Errors
    /// When the database fails, and [`KeyError::OtherMaster`].
    pub async fn credentials(&self, access_key: &str) -> Result<Option<Credentials>, KeyError> {
        let since = Instant::now();
        if let Some(credentials) = self.cache.get(since, access_key) {
            return Ok(Some(credentials));
        }
        let name = access_key.to_owned();
        let read = self
            .database
            .read(move |connection| tables::sealed(connection, &name));
        let Some(sealed) = read.await?? else {
            // The same work as for an existing key.
            self.master.open(&self.nobody, NOBODY)?;
            return Ok(None);
        };
        let secret = self.master.open(&sealed, access_key)?;
        let credentials = Credentials::new(access_key, secret.as_str());
        self.cache.put(since, credentials.clone());
        Ok(Some(credentials))
    }

    /// All users, by code.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn users(&self) -> Result<Vec<User>, KeyError> {
        Ok(self.database.read(tables::users).await??)
    }

    /// Sets the password of `user`, who is created if there is none of that code.
    ///
    /// # Errors
    /// [`KeyError::Password`] when it is empty or too long, and when the database fails.
    pub async fn set_password(
        &self,
        user: &UserCode,
        password: Zeroizing<String>,
    ) -> Result<(), KeyError> {
        let system = self.system;
        let hash = off_the_worker(move || password::hash(&password, &system)).await?;
        let code = user.to_string();
        let write = self
            .database
            .write(move |connection| tables::set_password(connection, &code, hash));
        Ok(write.await?)
    }

    /// Whether `user` may log in directly with `password`.
    ///
    /// # Errors
    /// [`LoginError::Wrong`], [`LoginError::HasKey`], and when the database fails.
    pub async fn log_in(
        &self,
        user: &UserCode,
        password: Zeroizing<String>,
    ) -> Result<(), LoginError> {
        let code = user.to_string();
        let read = self
            .database
            .read(move |connection| tables::password(connection, &code));
        let hash = read.await.and_then(|read| read).map_err(KeyError::from)?;
        let check = move || Ok(password::matches(&password, hash.as_deref()));
        if !off_the_worker(check).await? {
            return Err(LoginError::Wrong);
        }
        if self.has_key(user).await? {
            return Err(LoginError::HasKey(user.to_string()));
        }
        Ok(())
    }

    /// Whether the first user still has the password that everybody knows.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn has_first_password(&self) -> Result<bool, KeyError> {
        let (code, word) = FIRST_USER;
        let read = self
            .database
            .read(move |connection| tables::password(connection, code));
        let hash = read.await??;
        off_the_worker(move || Ok(password::matches(word, hash.as_deref()))).await
    }

    /// Whether `user` is for the API only.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn has_key(&self, user: &UserCode) -> Result<bool, KeyError> {
        let code = user.to_string();
        let read = self
            .database
            .read(move |connection| tables::key_of(connection, &code));
        Ok(read.await??.is_some())
    }
}

/// A hash takes tens of milliseconds, in which a worker could serve others.
async fn off_the_worker<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, KeyError> + Send + 'static,
) -> Result<T, KeyError> {
    let done = tokio::task::spawn_blocking(work).await;
    done.unwrap_or_else(|error| Err(KeyError::Hash(error.to_string())))
}
