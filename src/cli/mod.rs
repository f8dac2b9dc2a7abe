//! The command line: one file a subcommand. Only this room prints and reads the environment.

mod catalogue;
mod clock;
mod config;
mod curl;
mod diff;
mod environment;
mod explain;
mod fmt;
mod generate;
mod input;
#[cfg(feature = "sandbox")]
mod key;
mod keys;
mod network;
mod output;
mod outputs;
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

use clap::error::ErrorKind;
use clap::{Parser, Subcommand};

/// Nothing at or above the fail level.
const SUCCESS: u8 = 0;
/// The tool has done its work and found something.
const FINDINGS: u8 = 1;
/// The tool could not do its work.
const FAILURE: u8 = 2;

/// Postman collections for APIs signed with AWS Signature Version 4, with the whole SQL Account API
/// built in.
///
/// Exit codes: 0 all is well, 1 something was found, 2 the command could not do its work.
#[derive(Debug, Parser)]
#[command(name = "sqlacc-postman", version, max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

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
    Send(send::Args),
    #[cfg(feature = "sandbox")]
    Sandbox(Box<sandbox::Args>),
    #[cfg(feature = "sandbox")]
    Key(key::Args),
}

/// Help and version are printed as they are; an error is said in one line.
fn not_understood(error: &clap::Error) -> u8 {
    if !error.use_stderr() {
        let _ = error.print();
        return SUCCESS;
    }
    if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        output::eprint("error: a subcommand is missing; `sqlacc-postman --help` lists them");
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
    output::eprint(&lines.join("; ").replace(":; ", ": "));
    FAILURE
}

/// Runs the command line `args`, program name first, and gives the exit code.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let cli = match Cli::try_parse_from(args) {
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
        Command::Fmt(args) => fmt::run(&args),
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
    };
    match outcome {
        Ok(code) => ExitCode::from(code),
        Err(error) => {
            output::print_error(&error);
            ExitCode::from(FAILURE)
        }
    }
}
