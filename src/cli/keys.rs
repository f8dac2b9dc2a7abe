//! The access key and the secret key, from places that other users of the machine cannot read.

use std::env;
use std::fs::File;
use std::io::{self, IsTerminal, Read};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use zeroize::Zeroizing;

use super::environment::{EnvironmentFile, EnvironmentValues};
use crate::sigv4::Credentials;

/// Which keys to sign with. The secret key is never an argument, since other users can see those.
#[derive(Debug, clap::Args)]
pub(super) struct KeyArgs {
    /// Access key [default: from --environment or `SQLACC_ACCESS_KEY`].
    #[arg(long, value_name = "KEY")]
    access_key: Option<String>,
    /// File with the secret key, readable only by you (mode 0600) [default: from --environment,
    /// `SQLACC_SECRET_KEY` or a prompt].
    #[arg(long, value_name = "FILE")]
    secret_key_file: Option<PathBuf>,
    /// Postman environment with `access_key` and `secret_key`, and optionally `host`, `region`,
    /// `service` and `session_token`.
    #[arg(short = 'e', long, value_name = "FILE")]
    environment: Option<PathBuf>,
}

impl KeyArgs {
    /// What the environment file says, if one was given.
    pub(super) fn environment(&self) -> anyhow::Result<EnvironmentValues> {
        let file = self.environment_file()?;
        file.map_or_else(|| Ok(EnvironmentValues::default()), |file| file.values())
    }

    /// Reads the environment file, if one was given.
    pub(super) fn environment_file(&self) -> anyhow::Result<Option<EnvironmentFile>> {
        let path = self.environment.as_deref();
        path.map(EnvironmentFile::read).transpose()
    }

    /// The files that hold keys.
    pub(super) fn files(&self) -> impl Iterator<Item = &Path> {
        let files = [&self.environment, &self.secret_key_file];
        files.into_iter().flatten().map(PathBuf::as_path)
    }

    /// The keys, each from the first place that has it.
    pub(super) fn credentials(
        &self,
        environment: &EnvironmentValues,
    ) -> anyhow::Result<Credentials> {
        let access_key = match &self.access_key {
            Some(key) => Some(Zeroizing::new(key.clone())),
            None => environment
                .value("access_key")
                .or_else(|| variable("SQLACC_ACCESS_KEY")),
        };
        let secret_key = match &self.secret_key_file {
            Some(path) => Some(secret_file(path)?),
            None => environment
                .value("secret_key")
                .or_else(|| variable("SQLACC_SECRET_KEY")),
        };
        let Some(access_key) = access_key else {
            bail!("no access key; use -e ENVIRONMENT, --access-key or SQLACC_ACCESS_KEY");
        };
        let Some(secret_key) = secret_key.or_else(|| asked(&access_key)) else {
            bail!("no secret key; use -e ENVIRONMENT, --secret-key-file or SQLACC_SECRET_KEY");
        };
        for (name, key) in [("access", &access_key), ("secret", &secret_key)] {
            if key.starts_with("your_") || key.contains("{{") {
                bail!(
                    "the {name} key is still a placeholder; replace it with the one that SQL Account showed"
                );
            }
        }
        let token = environment
            .value("session_token")
            .or_else(|| variable("SQLACC_SESSION_TOKEN"));
        let credentials = Credentials::new(access_key.as_str(), secret_key.as_str());
        Ok(match token {
            Some(token) => credentials.with_session_token(token.as_str()),
            None => credentials,
        })
    }
}

/// What is unusual about the keys: the program shows an access key such as `<32 hex digits>.sql.my/USER`
/// and a secret of 64 hex digits.
pub(super) fn doubts(keys: &Credentials) -> Vec<String> {
    let mut doubts = Vec::new();
    let access_key = keys.access_key();
    let is_usual = access_key.split_once('.').is_some_and(|(id, rest)| {
        let is_hex = id.bytes().all(|byte| byte.is_ascii_hexdigit());
        id.len() == 32
            && is_hex
            && rest
                .split_once('/')
                .is_some_and(|(_, user)| !user.is_empty())
    });
    if !is_usual {
        doubts.push(format!(
            "the access key `{access_key}` does not look like one: 32 hex digits, then `.sql.my/USER`"
        ));
    }
    if !keys.secret_is_hex(64) {
        doubts.push("the secret key does not look like one: 64 hex digits".to_owned());
    }
    doubts
}

/// The secret key, prompted for on the terminal without echo.
fn asked(access_key: &str) -> Option<Zeroizing<String>> {
    if !io::stderr().is_terminal() || env::var_os("CI").is_some() {
        return None;
    }
    let answer = rpassword::prompt_password(format!("Secret key of {access_key}: "));
    let secret = Zeroizing::new(answer.ok()?);
    let secret = Zeroizing::new(secret.trim().to_owned());
    (!secret.is_empty()).then_some(secret)
}

/// A variable of the process's environment, unless it is empty.
fn variable(name: &str) -> Option<Zeroizing<String>> {
    env::var(name)
        .ok()
        .map(Zeroizing::new)
        .filter(|value| !value.is_empty())
}

fn secret_file(path: &Path) -> anyhow::Result<Zeroizing<String>> {
    let name = path.display();
    let mut file = File::open(path).with_context(|| format!("cannot read `{name}`"))?;
    check_permissions(&file, path)?;
    let mut text = Zeroizing::new(String::new());
    file.read_to_string(&mut text)
        .with_context(|| format!("cannot read `{name}`"))?;
    let secret = text.trim();
    if secret.is_empty() || secret.lines().count() > 1 {
        bail!("`{name}` must contain the secret key on a single line and nothing else");
    }
    Ok(Zeroizing::new(secret.to_owned()))
}

/// Refuses a file that others may read; checks the open file, not its name.
#[cfg(unix)]
fn check_permissions(file: &File, path: &Path) -> anyhow::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let mode = file.metadata()?.permissions().mode() & 0o777;
    if mode & 0o077 != 0 {
        let name = path.display();
        bail!(
            "`{name}` is readable by other users (mode {mode:04o}); run `chmod 600 {name}` first"
        );
    }
    Ok(())
}

/// Windows has access lists instead of modes, and reading one takes `unsafe` calls, which this crate
/// forbids: who can read the file is the user's to see.
#[cfg(not(unix))]
#[allow(clippy::unnecessary_wraps)]
fn check_permissions(_: &File, _: &Path) -> anyhow::Result<()> {
    Ok(())
}
