use std::path::{Path, PathBuf};

use anyhow::bail;
use clap::Subcommand;

use super::SUCCESS;
use super::output::{eprint, print};
use super::sandbox::{DataArgs, describe, runtime, write_environment};
use crate::report::counts::plural;
use crate::sandbox::database::{Database, Source};
use crate::sandbox::keys::{AccessKey, Keyring, UserCode};

/// Generate, list and revoke the sandbox's keys, whether it is running or not.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Args {
    #[command(subcommand)]
    command: KeyCommand,
    #[command(flatten)]
    data: DataArgs,
}

const EXAMPLES: &str = "\
Examples:
  sqlacc-postman key generate SALES
  sqlacc-postman key generate SALES --write-environment sales.postman_environment.json
  sqlacc-postman key list
  sqlacc-postman key revoke 0123456789abcdef0123456789abcdef.sql.my/SALES

Environment variables:
  SQLACC_SANDBOX_DATA  as --data, but not visible in the list of processes
  SQLACC_MASTER_KEY    master key, 64 hex digits; overrides --master-key-file";

#[derive(Debug, Subcommand)]
enum KeyCommand {
    /// Generate an access key and a secret key for a user.
    ///
    /// They are shown only once. The user can no longer log in to the console directly.
    Generate {
        /// Code of the user, such as SALES; created if it does not exist.
        user: UserCode,
        /// Revoke the user's current key first, if any.
        #[arg(long)]
        regenerate: bool,
        /// Write the keys to a Postman environment (mode 0600) instead of printing them.
        #[arg(long, value_name = "FILE")]
        write_environment: Option<PathBuf>,
        /// Scheme and host of the sandbox for the environment.
        #[arg(long, value_name = "URL", default_value = "http://127.0.0.1:8080")]
        host: String,
    },
    /// List all access keys, newest first.
    List,
    /// Revoke a key immediately and permanently.
    Revoke {
        /// Access key, including the slash and the user.
        access_key: String,
    },
    /// Revoke all keys whose master key is lost, and start with a new master key.
    ///
    /// Users, passwords and records stay. Changes nothing while the master key fits.
    Reset,
}

pub(super) fn run(args: &Args) -> anyhow::Result<u8> {
    let source = args.data.source()?;
    match &source {
        Source::Memory => bail!(
            "keys of a sandbox in memory are generated in its console; use a file with --data"
        ),
        Source::File(path) if !is_generate(&args.command) && !path.exists() => bail!(
            "data file `{}` not found; start `sqlacc-postman sandbox` or name its file with --data",
            path.display()
        ),
        _ => {}
    }
    let database = DataArgs::open(&source)?;
    let file = database.clone();
    runtime()?.block_on(async {
        let keyring = |database| args.data.keyring(&source, database);
        match &args.command {
            KeyCommand::Generate {
                user,
                regenerate,
                write_environment,
                host,
            } => {
                let environment = write_environment.as_deref();
                generate(
                    &keyring(database).await?,
                    user,
                    *regenerate,
                    environment,
                    host,
                )
                .await?;
            }
            KeyCommand::List => list(&keyring(database).await?.keys().await?, &source)?,
            KeyCommand::Revoke { access_key } => {
                keyring(database).await?.revoke(access_key).await?;
                eprint(&format!("revoked {access_key}"));
            }
            KeyCommand::Reset => reset(args, &source, database).await?,
        }
        anyhow::Ok(())
    })?;
    file.checkpoint()?;
    Ok(SUCCESS)
}

async fn reset(args: &Args, source: &Source, database: Database) -> anyhow::Result<()> {
    let (keys, moved) = args.data.reset(source, database).await?;
    for key in &keys {
        eprint(&format!("revoked {}", key.access_key));
    }
    if let Some(path) = moved {
        eprint(&format!(
            "the earlier master key is now in `{}`",
            path.display()
        ));
    }
    eprint(&format!(
        "lost {}; users, passwords and records are kept: generate new keys with `sqlacc-postman key generate USER`",
        plural(keys.len(), "key")
    ));
    Ok(())
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
        "save both keys now: the secret key is not shown again; {user} can no longer log in to the console"
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
            || "active".to_owned(),
            |revoked| format!("revoked {}", time(revoked)),
        );
        let generated = time(key.generated);
        format!("{}  generated {generated}  {state}\n", key.access_key)
    };
    print(&keys.iter().map(line).collect::<String>())
}
