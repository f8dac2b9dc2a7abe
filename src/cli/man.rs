use std::path::PathBuf;

use clap::CommandFactory;
use clap_mangen::Man;

use super::output::write_bytes;
use super::{Cli, SUCCESS};
use crate::catalogue::UnknownName;

/// Print a manual page, in roff.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Args {
    /// The command that it describes, such as `validate`; without one, the whole program.
    command: Option<String>,
    /// Write the page to this file instead of standard output.
    #[arg(short, long, value_name = "FILE", default_value = "-")]
    output: PathBuf,
}

const EXAMPLES: &str = "\
Examples:
  sqlacc-postman man | man -l -
  sqlacc-postman man validate -o sqlacc-postman-validate.1";

pub(super) fn run(args: &Args) -> anyhow::Result<u8> {
    // Without the commit, so that the pages of packages change with the command only.
    let version = env!("CARGO_PKG_VERSION");
    let mut root = Cli::command()
        .disable_help_subcommand(true)
        .version(version);
    root.build();
    let command = match &args.command {
        None => root,
        Some(name) => named(&root, name)?,
    };
    let source = format!("{} {version}", env!("CARGO_PKG_NAME"));
    let mut page = Vec::new();
    Man::new(command).source(source).render(&mut page)?;
    write_bytes(&args.output, &page)?;
    Ok(SUCCESS)
}

/// The command `name` of the whole.
fn named(root: &clap::Command, name: &str) -> Result<clap::Command, UnknownName> {
    let found = root.find_subcommand(name).cloned();
    found.ok_or_else(|| {
        let known = root.get_subcommands().map(clap::Command::get_name);
        UnknownName::new("command", name, known)
    })
}
