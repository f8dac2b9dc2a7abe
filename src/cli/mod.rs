//! The command line: one file per subcommand. Only this room prints and reads the environment.

#[cfg(feature = "sandbox")]
mod backup;
mod baseline;
mod build;
mod catalogue;
mod clock;
mod colour;
mod completions;
mod config;
mod config_init;
mod curl;
mod diff;
mod environment;
mod explain;
mod files;
mod fmt;
mod generate;
mod help;
mod ignores;
mod input;
#[cfg(feature = "sandbox")]
mod key;
mod keys;
mod man;
mod network;
mod output;
mod outputs;
mod pattern;
mod progress;
#[cfg(feature = "sandbox")]
mod sandbox;
mod schema;
mod send;
mod service;
mod sign;
mod test_connection;
mod validate;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{ColorChoice, CommandFactory, FromArgMatches, Parser, Subcommand};

/// No finding at or above the fail level.
const SUCCESS: u8 = 0;
/// Findings were reported, or the service refused the request.
const FINDINGS: u8 = 1;
/// The command failed.
const FAILURE: u8 = 2;

/// Generate, validate, diff, sign and send Postman collections for APIs signed with AWS Signature
/// Version 4. The whole SQL Account API is built in.
///
/// Exit codes: 0 success; 1 findings were reported, or the service refused a request; 2 the command
/// failed.
#[derive(Debug, Parser)]
#[command(
    name = "sqlacc-postman",
    version = env!("SQLACC_VERSION"),
    max_term_width = 80,
    after_help = EXAMPLES
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

const EXAMPLES: &str = "\
Examples:
  sqlacc-postman generate
  sqlacc-postman validate api/ --profile publish
  sqlacc-postman diff old.json new.json
  sqlacc-postman send agent list -e sql.postman_environment.json
  sqlacc-postman sandbox --write-environment sandbox.postman_environment.json

`sqlacc-postman COMMAND --help` explains a command and its environment variables.";

#[derive(Debug, Subcommand)]
enum Command {
    Generate(generate::Args),
    Validate(validate::Args),
    Diff(diff::Args),
    Explain(explain::Args),
    Fmt(fmt::Args),
    Catalogue(catalogue::Args),
    Schema(schema::Args),
    Curl(curl::Args),
    Sign(sign::Args),
    TestConnection(test_connection::Args),
    Send(Box<send::Args>),
    #[cfg(feature = "sandbox")]
    Sandbox(Box<sandbox::Args>),
    #[cfg(feature = "sandbox")]
    Key(key::Args),
    #[cfg(feature = "sandbox")]
    Backup(backup::BackupArgs),
    #[cfg(feature = "sandbox")]
    Restore(backup::RestoreArgs),
    Config(config_init::Args),
    Completions(completions::Args),
    Man(man::Args),
}

/// Help and version are printed as they are; an error in one line.
fn not_understood(error: &clap::Error) -> u8 {
    if !error.use_stderr() {
        let _ = error.print();
        return SUCCESS;
    }
    if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        output::eprint("error: missing a command; `sqlacc-postman --help` lists them");
        return FAILURE;
    }
    let text = error.to_string();
    let lines = text
        .lines()
        .map(str::trim)
        .take_while(|line| !line.starts_with("Usage:"));
    let lines: Vec<String> = lines
        .filter(|line| !line.is_empty() && !line.starts_with("For more information"))
        .map(|line| line.replacen("tip: ", "", 1))
        .collect();
    let hint = file_hint(error, &text).unwrap_or_default();
    output::eprint(&(lines.join("; ").replace(":; ", ": ") + &hint));
    FAILURE
}

/// For `generate out.json`: how the file is named that is written.
fn file_hint(error: &clap::Error, text: &str) -> Option<String> {
    let is_generate = text.contains("Usage: sqlacc-postman generate");
    let Some(ContextValue::String(given)) = error.get(ContextKind::InvalidArg) else {
        return None;
    };
    let is_file = is_generate && !given.starts_with('-');
    is_file.then(|| format!("; to write that file, use `-o {given}`"))
}

/// Runs the command line `args`, program name first, and gives the exit code.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let colour = if colour::of_stdout() {
        ColorChoice::Always
    } else {
        ColorChoice::Never
    };
    let matches = Cli::command().color(colour).try_get_matches_from(args);
    let cli = match matches.and_then(|matches| Cli::from_arg_matches(&matches)) {
        Ok(cli) => cli,
        Err(error) => {
            return ExitCode::from(not_understood(&error));
        }
    };
    let outcome = match cli.command {
        Command::Generate(args) => generate::run(args),
        Command::Validate(args) => validate::run(&args),
        Command::Diff(args) => diff::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Fmt(args) => Ok(fmt::run(&args)),
        Command::Catalogue(args) => catalogue::run(&args),
        Command::Schema(args) => schema::run(&args),
        Command::Curl(args) => curl::run(&args),
        Command::Sign(args) => sign::run(&args),
        Command::TestConnection(args) => test_connection::run(&args),
        Command::Send(args) => send::run(&args),
        #[cfg(feature = "sandbox")]
        Command::Sandbox(args) => sandbox::run(&args),
        #[cfg(feature = "sandbox")]
        Command::Key(args) => key::run(&args),
        #[cfg(feature = "sandbox")]
        Command::Backup(args) => backup::backup(&args),
        #[cfg(feature = "sandbox")]
        Command::Restore(args) => backup::restore(&args),
        Command::Config(args) => config_init::run(&args),
        Command::Completions(args) => completions::run(&args),
        Command::Man(args) => man::run(&args),
    };
    match outcome {
        Ok(code) => ExitCode::from(code),
        Err(error) => {
            output::print_error(&error);
            ExitCode::from(FAILURE)
        }
    }
}
