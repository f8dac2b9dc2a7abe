use std::path::PathBuf;

use clap::CommandFactory;
use clap_complete::{Shell, generate};

use super::output::write_bytes;
use super::{Cli, SUCCESS};

/// Print the completion script of a shell.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Args {
    /// The shell that reads it.
    #[arg(value_enum)]
    shell: Shell,
    /// Write the script to this file instead of standard output.
    #[arg(short, long, value_name = "FILE", default_value = "-")]
    output: PathBuf,
}

const EXAMPLES: &str = "\
Examples:
  source <(sqlacc-postman completions bash)
  sqlacc-postman completions fish -o ~/.config/fish/completions/sqlacc-postman.fish
  sqlacc-postman completions powershell >> $PROFILE";

pub(super) fn run(args: &Args) -> anyhow::Result<u8> {
    let mut script = Vec::new();
    let mut command = Cli::command();
    generate(
        args.shell,
        &mut command,
        env!("CARGO_PKG_NAME"),
        &mut script,
    );
    write_bytes(&args.output, &script)?;
    Ok(SUCCESS)
}
