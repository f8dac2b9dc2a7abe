use std::ffi::OsString;
use std::path::PathBuf;

use clap::ValueEnum;

use crate::cli::baseline::BaselineArgs;
use crate::cli::help::colour_variables;
use crate::cli::outputs::{OutputArgs, format_of};
use crate::diff::{Contract, Impact, Match};
use crate::report::diff::{DiffFormat, FORMATS};

/// Show what changed between two collections and who is affected.
///
/// BASE and REVISION are files, `-` for standard input, or `git:REV:PATH`. One of them can be
/// `catalogue`, the SQL Account API: calls, query parameters and body fields that only one side has
/// are shown, and names and layout are not compared. Two environments, or two files of globals, are
/// compared as well. One argument is a revision of git: every such file below the current folder that
/// has changed since is compared. Exits with 1 if a change is at or above --fail-on.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(in crate::cli) struct Args {
    /// The two files to compare, or a revision of git.
    #[arg(required_unless_present = "kinds", num_args = 1.., value_names = ["BASE", "REVISION"])]
    pub(super) sides: Vec<OsString>,
    /// Format of the result [default: implied by --output, or human].
    #[arg(long, value_parser = format_of(FORMATS))]
    pub(super) format: Option<&'static DiffFormat>,
    #[command(flatten)]
    pub(super) output: OutputArgs,
    /// Exit with 1 at this impact or above.
    #[arg(long, value_enum, default_value_t)]
    pub(super) fail_on: FailOn,
    /// Which users to protect, separated by commas.
    #[arg(long, value_enum, value_delimiter = ',', default_values = ["wire", "run"])]
    pub(super) contract: Vec<ContractArg>,
    /// Show only these kinds of changes or impacts, separated by commas.
    #[arg(long, value_name = "KIND|IMPACT", value_delimiter = ',')]
    pub(super) select: Vec<String>,
    /// Leave out these kinds of changes or impacts, separated by commas.
    #[arg(long, value_name = "KIND|IMPACT", value_delimiter = ',')]
    pub(super) ignore: Vec<String>,
    /// Show each change and each changed line, not only how many.
    #[arg(long)]
    pub(super) values: bool,
    /// How to pair the requests of both sides.
    #[arg(long, value_enum, default_value_t)]
    pub(super) r#match: MatchArg,
    /// How similar two requests must be to count as renamed, in percent; below 80, only if their paths
    /// end alike.
    #[arg(long, value_name = "PERCENT", default_value_t = 60, value_parser = clap::value_parser!(u8).range(1..=100))]
    pub(super) rename_threshold: u8,
    #[command(flatten)]
    pub(super) baseline: BaselineArgs,
    /// Configuration file [default: sqlacc-postman.toml in this folder or above].
    #[arg(long, value_name = "FILE")]
    pub(super) config: Option<PathBuf>,
    /// Take the arguments that git gives to `diff.NAME.command`; always exits with 0.
    #[arg(long)]
    pub(super) git_driver: bool,
    /// List the kinds of changes with their impact on each group of users.
    #[arg(long, exclusive = true)]
    pub(super) kinds: bool,
}

const EXAMPLES: &str = concat!(
    "\
Examples:
  sqlacc-postman diff old.json new.json
  sqlacc-postman diff git:HEAD:api.json api.json --format short
  sqlacc-postman diff origin/main
  sqlacc-postman diff old.json catalogue
  sqlacc-postman diff old.json new.json --format markdown --report changes.html
",
    colour_variables!()
);

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(super) enum FailOn {
    /// Changes that break something.
    #[default]
    Breaking,
    /// Changes that may break something.
    Risky,
    /// Every change.
    Any,
}

impl FailOn {
    /// The mildest impact that is a failure.
    pub(super) fn impact(self) -> Impact {
        match self {
            Self::Breaking => Impact::Breaking,
            Self::Risky => Impact::Risky,
            Self::Any => Impact::Safe,
        }
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum ContractArg {
    /// People who send the requests.
    Wire,
    /// People who run the collection.
    Run,
    /// People who forked the collection.
    Fork,
    /// All of them.
    All,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(super) enum MatchArg {
    /// By id where both sides share ids, then by path, name and similarity.
    #[default]
    Auto,
    /// By id.
    Id,
    /// By method and path.
    Path,
    /// By folder and name.
    Name,
}

impl From<MatchArg> for Match {
    fn from(given: MatchArg) -> Self {
        match given {
            MatchArg::Auto => Self::Auto,
            MatchArg::Id => Self::Id,
            MatchArg::Path => Self::Path,
            MatchArg::Name => Self::Name,
        }
    }
}

impl Args {
    /// Which users to protect.
    pub(super) fn contracts(&self) -> Vec<Contract> {
        let each = self.contract.iter().flat_map(|one| match one {
            ContractArg::Wire => vec![Contract::Wire],
            ContractArg::Run => vec![Contract::Run],
            ContractArg::Fork => vec![Contract::Fork],
            ContractArg::All => vec![Contract::Wire, Contract::Run, Contract::Fork],
        });
        each.collect()
    }
}
