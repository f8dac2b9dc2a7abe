use std::ffi::OsString;
use std::path::PathBuf;

use clap::ValueEnum;

use crate::cli::outputs::OutputFormat;
use crate::diff::{Contract, Match};
use crate::report::diff::DiffFormat;

/// Say what has changed between two collections, and what it breaks.
///
/// BASE and REVISION are files, `-` for standard input, `git:REV:PATH`, or the word `catalogue`
/// for the collection that `generate` would write.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Args {
    /// The two collections.
    #[arg(required_unless_present = "kinds", num_args = 2.., value_names = ["BASE", "REVISION"])]
    pub(super) sides: Vec<OsString>,
    /// What is printed on standard output.
    #[arg(long, value_enum, default_value_t)]
    pub(super) format: FormatArg,
    /// Also write a report; its format by its ending (.json .md .html .xml), or as FORMAT=FILE.
    #[arg(short, long, value_name = "[FORMAT=]FILE")]
    pub(super) output: Vec<String>,
    /// Exit 1 from this impact on.
    #[arg(long, value_enum, default_value_t)]
    pub(super) fail_on: FailOn,
    /// Whom a change has to break: those that send the requests, run the collection, or fork it.
    /// `wire` and `run` unless told.
    #[arg(long, value_enum, value_delimiter = ',')]
    pub(super) contract: Vec<ContractArg>,
    /// Only changes of these kinds or impacts, such as `request-removed` or `breaking`.
    #[arg(long, value_name = "KIND|IMPACT", value_delimiter = ',')]
    pub(super) only: Vec<String>,
    /// How requests are found on both sides.
    #[arg(long, value_enum, default_value_t)]
    pub(super) r#match: MatchArg,
    /// How alike two requests have to be to be one that was renamed, in percent.
    #[arg(long, value_name = "PERCENT", default_value_t = 60, value_parser = clap::value_parser!(u8).range(1..=100))]
    pub(super) rename_threshold: u8,
    /// Changes that are known and accepted, with a reason and perhaps a last day.
    #[arg(long, value_name = "FILE")]
    pub(super) ignore_file: Option<PathBuf>,
    /// The configuration; without it, `sqlacc-postman.toml` here or in a folder above.
    #[arg(long, value_name = "FILE")]
    pub(super) config: Option<PathBuf>,
    /// One line a request.
    #[arg(long)]
    pub(super) stat: bool,
    /// Called by git with its seven arguments, as `diff.NAME.command`; always exits 0.
    #[arg(long)]
    pub(super) git_driver: bool,
    /// List the kinds of changes and what each does to whom.
    #[arg(long, exclusive = true)]
    pub(super) kinds: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum FormatArg {
    /// For people.
    #[default]
    Human,
    /// For programs.
    Json,
    /// For a comment on a pull request.
    Markdown,
    /// One page for a browser.
    Html,
    /// `JUnit` XML.
    Junit,
    /// A section of a Keep a Changelog file.
    Changelog,
    /// Annotations of GitHub Actions.
    Github,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(super) enum FailOn {
    /// What does break.
    #[default]
    Breaking,
    /// What may break.
    Risky,
    /// Every change.
    Any,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum ContractArg {
    /// Those that send what the requests say.
    Wire,
    /// Those that run the collection.
    Run,
    /// Forks that pull changes.
    Fork,
    /// All three.
    All,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(super) enum MatchArg {
    /// By ids where they look shared, then path, name and similarity.
    #[default]
    Auto,
    /// By ids.
    Id,
    /// By method and path.
    Path,
    /// By folder and name.
    Name,
}

impl OutputFormat for FormatArg {
    const ENDINGS: &'static [(&'static str, Self)] = &[
        ("json", Self::Json),
        ("md", Self::Markdown),
        ("html", Self::Html),
        ("xml", Self::Junit),
        ("txt", Self::Human),
    ];
}

impl From<FormatArg> for DiffFormat {
    fn from(given: FormatArg) -> Self {
        match given {
            FormatArg::Human => Self::Human,
            FormatArg::Json => Self::Json,
            FormatArg::Markdown => Self::Markdown,
            FormatArg::Html => Self::Html,
            FormatArg::Junit => Self::Junit,
            FormatArg::Changelog => Self::Changelog,
            FormatArg::Github => Self::Github,
        }
    }
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
    /// Whom a change has to break.
    pub(super) fn contracts(&self) -> Vec<Contract> {
        if self.contract.is_empty() {
            return vec![Contract::Wire, Contract::Run];
        }
        let each = self.contract.iter().flat_map(|one| match one {
            ContractArg::Wire => vec![Contract::Wire],
            ContractArg::Run => vec![Contract::Run],
            ContractArg::Fork => vec![Contract::Fork],
            ContractArg::All => vec![Contract::Wire, Contract::Run, Contract::Fork],
        });
        each.collect()
    }
}
