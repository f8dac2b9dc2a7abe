use std::path::{Path, PathBuf};

use anyhow::bail;
use clap::Subcommand;

use super::SUCCESS;
use super::output::{eprint, print};
use super::sandbox::{DataArgs, describe, runtime, write_environment};
use crate::sandbox::database::Source;
use crate::sandbox::keys::{AccessKey, Keyring, UserCode};

/// Generate, list and revoke the sandbox's keys, while it runs or not.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    command: KeyCommand,
    #[command(flatten)]
    data: DataArgs,
}

#[derive(Debug, Subcommand)]
enum KeyCommand {
    /// Make a pair of keys for a user and show it, this once. The user can then no longer log in to
    /// the console directly.
    Generate {
        /// The user's code, such as SALES; made when it is not there.
        user: UserCode,
        /// Revoke the user's present key first, if there is one.
        #[arg(long)]
        regenerate: bool,
        /// Write the keys into a Postman environment (mode 0600) instead of showing them.
        #[arg(long, value_name = "FILE")]
        environment: Option<PathBuf>,
        /// Scheme and host of the sandbox, for the environment.
        #[arg(long, value_name = "URL", default_value = "http://127.0.0.1:8080")]
        host: String,
    },
    /// List all keys, the newest first; secrets are not shown.
    List,
    /// End a key, at once and for good.
    Revoke {
        /// The access key, slash included.
        access_key: String,
    },
}

pub(super) fn run(args: &Args) -> anyhow::Result<u8> {
    let source = args.data.source()?;
    match &source {
        Source::Memory => bail!(
            "the keys of a sandbox in memory can only be made in its console; give --data a file"
        ),
        Source::File(path) if !is_generate(&args.command) && !path.exists() => bail!(
            "there is no data file `{}`; start `sqlacc-postman sandbox` or give its file with --data",
            path.display()
        ),
        _ => {}
    }
    let database = DataArgs::open(&source)?;
    runtime()?.block_on(async {
        let keyring = args.data.keyring(&source, database).await?;
        match &args.command {
            KeyCommand::Generate {
                user,
                regenerate,
                environment,
                host,
            } => generate(&keyring, user, *regenerate, environment.as_deref(), host).await?,
            KeyCommand::List => list(&keyring.keys().await?, &source)?,
            KeyCommand::Revoke { access_key } => {
                keyring.revoke(access_key).await?;
                eprint(&format!("revoked {access_key}"));
            }
        }
        Ok(SUCCESS)
    })
}

fn is_generate(command: &KeyCommand) -> bool {
    matches!(command, KeyCommand::Generate { .. })
}

async fn generate(
    keyring: &Keyring,
    user: &UserCode,
    regenerate: bool,
    environment: Option<&Path>,
    host: &str,
) -> anyhow::Result<()> {
    let host = super::generate::host(host)?;
    let pair = if regenerate {
        keyring.regenerate(user).await?
    } else {
        keyring.generate(user).await?
    };
    if let Some(path) = environment {
        write_environment(path, &host, keyring, &pair).await?;
        eprint(&format!(
            "wrote `{}` for {}",
            path.display(),
            pair.access_key
        ));
        return Ok(());
    }
    print(&format!(
        "access key  {}\nsecret key  {}\n",
        pair.access_key, *pair.secret_key
    ))?;
    eprint(&format!(
        "keep the secret key, it is not shown again; {user} can no longer log in to the console"
    ));
    Ok(())
}

fn list(keys: &[AccessKey], source: &Source) -> anyhow::Result<()> {
    if keys.is_empty() {
        eprint(&format!("{} has no keys", describe(source)));
    }
    let time = |seconds| jiff::Timestamp::from_second(seconds).unwrap_or_default();
    let line = |key: &AccessKey| {
        let state = key.revoked.map_or_else(
            || "live".to_owned(),
            |revoked| format!("revoked {}", time(revoked)),
        );
        let generated = time(key.generated);
        format!("{}  generated {generated}  {state}\n", key.access_key)
    };
    print(&keys.iter().map(line).collect::<String>())
}
