//! The key that seals the secrets, kept outside the database.

use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Read, Write};
use std::path::Path;

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use zeroize::Zeroizing;

use super::KeyError;
use super::access_key::hex;
use crate::sandbox::clock_and_rng::ClockAndRng;

const NONCE: usize = 24;

/// Encrypts and decrypts secrets. It is wiped from memory when it is dropped.
pub struct MasterKey(XChaCha20Poly1305);

impl std::fmt::Debug for MasterKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("MasterKey")
    }
}

impl MasterKey {
    /// A key that is not stored, for records that are in memory only.
    ///
    /// # Errors
    /// [`KeyError::Random`] when the system gives no random bytes.
    pub fn random(system: &ClockAndRng) -> Result<Self, KeyError> {
        Ok(Self::of(&Zeroizing::new(system.bytes::<32>()?)))
    }

    /// Reads 64 hex digits; `whence` names their source.
    ///
    /// # Errors
    /// [`KeyError::MasterMalformed`] when they are anything else.
    pub fn parse(text: &str, whence: &str) -> Result<Self, KeyError> {
        let malformed = || KeyError::MasterMalformed(whence.to_owned());
        let text = text.trim().as_bytes();
        let digit = |byte: u8| char::from(byte).to_digit(16);
        let mut bytes = Zeroizing::new([0_u8; 32]);
        if text.len() != 64 {
            return Err(malformed());
        }
        for (byte, pair) in bytes.iter_mut().zip(text.chunks(2)) {
            let value = match pair {
                [high, low] => digit(*high).zip(digit(*low)),
                _ => None,
            };
            let (high, low) = value.ok_or_else(malformed)?;
            *byte = u8::try_from(high * 16 + low).map_err(|_| malformed())?;
        }
        Ok(Self::of(&bytes))
    }

    /// Reads the key file, or creates it (mode 0600) if there is none.
    ///
    /// # Errors
    /// When the file cannot be read or created, others may read it, or it does not contain a key.
    pub fn of_file(path: &Path, system: &ClockAndRng) -> Result<Self, KeyError> {
        let failed = |source| KeyError::MasterFile {
            path: path.to_owned(),
            source,
        };
        let mut file = match File::open(path) {
            Err(error) if error.kind() == ErrorKind::NotFound => {
                make(path, system)?;
                File::open(path).map_err(failed)?
            }
            opened => opened.map_err(failed)?,
        };
        check_mode(&file, path)?;
        let mut text = Zeroizing::new(String::new());
        let mut start = Read::by_ref(&mut file).take(200);
        start.read_to_string(&mut text).map_err(failed)?;
        Self::parse(&text, &format!("the master key file `{}`", path.display()))
    }

    fn of(bytes: &[u8; 32]) -> Self {
        Self(XChaCha20Poly1305::new(&Key::from(*bytes)))
    }

    /// Encrypts `secret`, so that only this key and this `access_key` decrypt it.
    pub(super) fn seal(
        &self,
        secret: &str,
        access_key: &str,
        system: &ClockAndRng,
    ) -> Result<Vec<u8>, KeyError> {
        let nonce = system.bytes::<NONCE>()?;
        let payload = Payload {
            msg: secret.as_bytes(),
            aad: access_key.as_bytes(),
        };
        let text = self.0.encrypt(&XNonce::from(nonce), payload);
        let text = text.map_err(|_| KeyError::OtherMaster)?;
        Ok([&nonce[..], &text].concat())
    }

    /// Decrypts what was sealed for `access_key`.
    pub(super) fn open(
        &self,
        sealed: &[u8],
        access_key: &str,
    ) -> Result<Zeroizing<String>, KeyError> {
        let (nonce, text) = sealed
            .split_at_checked(NONCE)
            .ok_or(KeyError::OtherMaster)?;
        let nonce = XNonce::try_from(nonce).map_err(|_| KeyError::OtherMaster)?;
        let payload = Payload {
            msg: text,
            aad: access_key.as_bytes(),
        };
        let secret = self.0.decrypt(&nonce, payload);
        let secret = secret.map_err(|_| KeyError::OtherMaster)?;
        let secret = String::from_utf8(secret).map_err(|_| KeyError::OtherMaster)?;
        Ok(Zeroizing::new(secret))
    }
}

/// Creates the key file completely or not at all: it is written under another name that only its owner can
/// read, then linked, so that of two processes one creates it and both read the same.
fn make(path: &Path, system: &ClockAndRng) -> Result<(), KeyError> {
    let failed = |source| KeyError::MasterFile {
        path: path.to_owned(),
        source,
    };
    let key = Zeroizing::new(system.bytes::<32>()?);
    let suffix = hex(&system.bytes::<8>()?);
    let mut name = path.as_os_str().to_owned();
    name.push(format!(".{suffix}"));
    let beside = Path::new(&name);
    let written = private(beside).and_then(|mut file| {
        let text = Zeroizing::new(format!("{}\n", *Zeroizing::new(hex(&*key))));
        file.write_all(text.as_bytes())?;
        file.sync_all()
    });
    let linked = written.and_then(|()| std::fs::hard_link(beside, path));
    let removed = std::fs::remove_file(beside);
    match linked {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => Err(failed(error)),
        _ => removed.map_err(failed),
    }
}

#[cfg(unix)]
fn private(path: &Path) -> std::io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt;
    let mut options = OpenOptions::new();
    options.write(true).create_new(true).mode(0o600).open(path)
}

/// Windows has no modes: the file inherits the access list of its folder. In the user's profile that
/// admits the user, administrators and the system; in a shared folder, whoever may read the folder.
#[cfg(not(unix))]
fn private(path: &Path) -> std::io::Result<File> {
    OpenOptions::new().write(true).create_new(true).open(path)
}

/// Checks the open file, not its name.
#[cfg(unix)]
fn check_mode(file: &File, path: &Path) -> Result<(), KeyError> {
    use std::os::unix::fs::PermissionsExt;
    let metadata = file.metadata().map_err(|source| KeyError::MasterFile {
        path: path.to_owned(),
        source,
    })?;
    let mode = metadata.permissions().mode() & 0o777;
    if mode & 0o077 != 0 {
        return Err(KeyError::MasterShared {
            path: path.to_owned(),
            mode,
        });
    }
    Ok(())
}

/// Reading an access list takes `unsafe` calls, which this crate forbids.
#[cfg(not(unix))]
#[allow(clippy::unnecessary_wraps)]
fn check_mode(_: &File, _: &Path) -> Result<(), KeyError> {
    Ok(())
}
