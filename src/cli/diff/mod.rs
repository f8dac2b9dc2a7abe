//! `sqlacc-postman diff`.

mod accepted;
mod side;

use std::env;
use std::ffi::OsString;
use std::io::{self, IsTerminal};
use std::path::PathBuf;

use anyhow::bail;
use clap::ValueEnum;

use self::accepted::Accepted;
use self::side::read;
use super::input;
use super::output::write;
use super::{FINDINGS, SUCCESS};
use crate::diff::{Change, Contract, Impact, Kind, Match, Options, compare, worst};
use crate::json::{Document, LineIndex};
use crate::postman::view::{Format as Recognised, recognise};
use crate::report::diff::{Format, Rated, Report, render};

/// Say what has changed between two collections, and what it breaks.
///
/// BASE and REVISION are files, `-` for standard input, `git:REV:PATH`, or the word `catalogue`
/// for the collection that `generate` would write.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The two collections.
    #[arg(required = true, num_args = 2.., value_names = ["BASE", "REVISION"])]
    sides: Vec<OsString>,
    /// How the changes are shown.
    #[arg(long, value_enum, default_value_t)]
    format: FormatArg,
    /// Where to write them; `-` for standard output.
    #[arg(short, long, value_name = "FILE", default_value = "-")]
    output: PathBuf,
    /// Exit 1 from this impact on.
    #[arg(long, value_enum, default_value_t)]
    fail_on: FailOn,
    /// Whom a change has to break: those that send the requests, run the collection, or fork it.
    /// `wire` and `run` unless told.
    #[arg(long, value_enum, value_delimiter = ',')]
    contract: Vec<ContractArg>,
    /// Only changes of these kinds or impacts, such as `request-removed` or `breaking`.
    #[arg(long, value_name = "KIND|IMPACT", value_delimiter = ',')]
    only: Vec<String>,
    /// How requests are found on both sides.
    #[arg(long, value_enum, default_value_t)]
    r#match: MatchArg,
    /// Changes that are known and accepted, with a reason and perhaps a last day.
    #[arg(long, value_name = "FILE")]
    ignore_file: Option<PathBuf>,
    /// One line a request.
    #[arg(long)]
    stat: bool,
    /// Called by git with its seven arguments, as `diff.NAME.command`; always exits 0.
    #[arg(long)]
    git_driver: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum FormatArg {
    /// For people.
    #[default]
    Human,
    /// For programs.
    Json,
    /// For a comment on a pull request.
    Markdown,
    /// A section of a Keep a Changelog file.
    Changelog,
    /// Annotations of GitHub Actions.
    Github,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum FailOn {
    /// What does break.
    #[default]
    Breaking,
    /// What may break.
    Risky,
    /// Every change.
    Any,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum ContractArg {
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
enum MatchArg {
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

pub(super) fn run(args: &Args) -> anyhow::Result<u8> {
    let (base, revision, name) = sides(args)?;
    if base == "-" && revision == "-" {
        bail!("only one side can be standard input; give the other as a file");
    }
    let contracts = contracts(&args.contract);
    check_only(&args.only)?;
    let accepted = args
        .ignore_file
        .as_deref()
        .map(Accepted::read)
        .transpose()?;
    let (old, new) = (read(base)?, read(revision)?);
    let (old_name, new_name) = (base.to_string_lossy(), revision.to_string_lossy());
    let old_document = parse(&old, &old_name)?;
    let new_document = parse(&new, &new_name)?;
    let options = Options {
        matching: match args.r#match {
            MatchArg::Auto => Match::Auto,
            MatchArg::Id => Match::Id,
            MatchArg::Path => Match::Path,
            MatchArg::Name => Match::Name,
        },
        ids: contracts.contains(&Contract::Fork),
    };
    let changes = compare(&old_document, &new_document, &options);
    let lines = (LineIndex::new(&old), LineIndex::new(&new));
    let line = |index: &LineIndex, at: Option<usize>| at.map(|at| index.position(at).line);
    let all = changes.iter().map(|change| Rated {
        change,
        impact: worst(change.kind, &contracts),
        lines: (
            line(&lines.0, change.place.base_at),
            line(&lines.1, change.place.revision_at),
        ),
    });
    let mut count = 0;
    let mut shown: Vec<Rated> = Vec::new();
    for one in all.filter(|one| is_asked_for(&args.only, one.change, one.impact)) {
        if accepted
            .as_ref()
            .is_some_and(|accepted| accepted.has(&one.change.fingerprint))
        {
            count += 1;
        } else {
            shown.push(one);
        }
    }
    let report = Report {
        base: &old_name,
        revision: name.as_deref().unwrap_or(&new_name),
        changes: &shown,
        accepted: count,
        colour: args.output.as_os_str() == "-" && is_colourful(),
        stat: args.stat,
    };
    write(&args.output, &render(&report, args.format.into()))?;
    let least = match args.fail_on {
        FailOn::Breaking => Impact::Breaking,
        FailOn::Risky => Impact::Risky,
        FailOn::Any => Impact::Safe,
    };
    let fails = !args.git_driver && shown.iter().any(|one| one.impact >= least);
    Ok(if fails { FINDINGS } else { SUCCESS })
}

impl From<FormatArg> for Format {
    fn from(given: FormatArg) -> Self {
        match given {
            FormatArg::Human => Self::Human,
            FormatArg::Json => Self::Json,
            FormatArg::Markdown => Self::Markdown,
            FormatArg::Changelog => Self::Changelog,
            FormatArg::Github => Self::Github,
        }
    }
}

/// Base and revision, and the name under which git knows the file.
fn sides(args: &Args) -> anyhow::Result<(&OsString, &OsString, Option<String>)> {
    match (args.git_driver, args.sides.as_slice()) {
        (false, [base, revision]) => Ok((base, revision, None)),
        // path old-file old-hex old-mode new-file new-hex new-mode; two more for renames.
        (true, [path, old, _, _, new, ..]) => {
            Ok((old, new, Some(path.to_string_lossy().into_owned())))
        }
        (false, _) => bail!("diff takes two collections, BASE and REVISION"),
        (true, _) => bail!("--git-driver is for git, which gives seven arguments"),
    }
}

fn contracts(given: &[ContractArg]) -> Vec<Contract> {
    if given.is_empty() {
        return vec![Contract::Wire, Contract::Run];
    }
    let each = given.iter().flat_map(|one| match one {
        ContractArg::Wire => vec![Contract::Wire],
        ContractArg::Run => vec![Contract::Run],
        ContractArg::Fork => vec![Contract::Fork],
        ContractArg::All => vec![Contract::Wire, Contract::Run, Contract::Fork],
    });
    each.collect()
}

const IMPACTS: [Impact; 3] = [Impact::Breaking, Impact::Risky, Impact::Safe];

fn check_only(only: &[String]) -> anyhow::Result<()> {
    for given in only {
        let mut known = Kind::ALL
            .iter()
            .map(|kind| kind.id())
            .chain(IMPACTS.map(Impact::id));
        if !known.any(|id| id == given) {
            bail!(
                "there is no kind of change `{given}`; the README lists them, such as request-removed, and breaking, risky, safe"
            );
        }
    }
    Ok(())
}

fn is_asked_for(only: &[String], change: &Change, impact: Impact) -> bool {
    only.is_empty()
        || only
            .iter()
            .any(|id| id == change.kind.id() || id == impact.id())
}

fn parse<'t>(bytes: &'t [u8], name: &str) -> anyhow::Result<Document<'t>> {
    let document = input::parse(bytes, || format!("cannot compare `{name}`"))?;
    match recognise(document.root()) {
        Recognised::Collection(_) => Ok(document),
        Recognised::CollectionV1 => bail!(
            "`{name}` is a collection of the first format; import it into Postman and export it as v2.1"
        ),
        _ => bail!("`{name}` is no Postman collection; it has no `info` and no `item`"),
    }
}

/// Colours only for a terminal, and never where `NO_COLOR` is set.
fn is_colourful() -> bool {
    io::stdout().is_terminal() && env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}
