//! `sqlacc-postman diff`.

mod accepted;
mod args;
mod kinds;
mod side;

use std::env;
use std::ffi::OsString;

use anyhow::{Context, bail};

pub(super) use self::args::Args;

use self::accepted::Accepted;
use self::args::{FailOn, FormatArg};
use self::side::read;
use super::config::Config;
use super::input;
use super::output::print;
use super::outputs::{has_colours, targets, write};
use super::{FINDINGS, SUCCESS};
use crate::catalogue::UnknownName;
use crate::diff::{Change, ChangeKind, Contract, Impact, Options, compare};
use crate::json::{Document, LineIndex};
use crate::parallel::both;
use crate::postman::view::{DocumentKind, recognise};
use crate::report::diff::{RatedChange, Report, render};

pub(super) fn run(args: &Args) -> anyhow::Result<u8> {
    let here = env::current_dir().context("cannot tell the current folder")?;
    let config = Config::find(args.config.as_deref(), &here)?;
    if args.kinds {
        print(&kinds::table(&config.impacts))?;
        return Ok(SUCCESS);
    }
    let (base, revision, name) = sides(args)?;
    if base == "-" && revision == "-" {
        bail!("only one side can be standard input; give the other as a file");
    }
    let contracts = args.contracts();
    check_only(&args.only)?;
    let outputs = targets::<FormatArg>(&args.output)?;
    let accepted = match &args.ignore_file {
        Some(path) => Accepted::read(path)?,
        None => Accepted::default(),
    };
    let (old, new) = both(|| read(base), || read(revision));
    let (old, new) = (old?, new?);
    let (old_name, new_name) = (base.to_string_lossy(), revision.to_string_lossy());
    let (old_document, new_document) = both(|| parse(&old, &old_name), || parse(&new, &new_name));
    let (old_document, new_document) = (old_document?, new_document?);
    let mut formats = outputs.iter().map(|one| one.format).chain([args.format]);
    let options = Options {
        matching: args.r#match.into(),
        threshold: args.rename_threshold,
        renames: config.renames,
        ids: contracts.contains(&Contract::Fork),
        texts: formats.any(|one| one == FormatArg::Html),
        impacts: config.impacts,
    };
    let changes = compare(&old_document, &new_document, &options);
    let lines =
        (!changes.is_empty()).then(|| both(|| LineIndex::new(&old), || LineIndex::new(&new)));
    let line = |index: Option<&LineIndex>, at: Option<usize>| Some(index?.position(at?).line);
    let all = changes.iter().map(|change| RatedChange {
        change,
        impact: options.impacts.worst(change.kind, &contracts),
        lines: (
            line(
                lines.as_ref().map(|lines| &lines.0),
                change.location.base_at,
            ),
            line(
                lines.as_ref().map(|lines| &lines.1),
                change.location.revision_at,
            ),
        ),
    });
    let asked_for = all.filter(|one| is_asked_for(&args.only, one.change, one.impact));
    let (known, shown): (Vec<RatedChange>, Vec<RatedChange>) =
        asked_for.partition(|one| accepted.has(&one.change.fingerprint));
    let report = Report {
        base: &old_name,
        revision: name.as_deref().unwrap_or(&new_name),
        changes: &shown,
        accepted: known.len(),
        fails_at: match args.fail_on {
            FailOn::Breaking => Impact::Breaking,
            FailOn::Risky => Impact::Risky,
            FailOn::Any => Impact::Safe,
        },
        colour: false,
        stat: args.stat,
    };
    write(outputs, |format| render(&report, format.into()))?;
    let screen = Report {
        colour: has_colours(),
        ..report
    };
    print(&render(&screen, args.format.into()))?;
    let fails = shown.iter().any(|one| one.impact >= report.fails_at);
    Ok(if fails && !args.git_driver {
        FINDINGS
    } else {
        SUCCESS
    })
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

const IMPACTS: [Impact; 3] = [Impact::Breaking, Impact::Risky, Impact::Safe];

fn check_only(only: &[String]) -> anyhow::Result<()> {
    for given in only {
        let mut known = ChangeKind::ALL
            .iter()
            .map(|kind| kind.id())
            .chain(IMPACTS.map(Impact::id));
        if !known.any(|id| id == given) {
            let ids = ChangeKind::ALL.iter().map(|kind| kind.id());
            let error =
                UnknownName::new("kind of change", given, ids.chain(IMPACTS.map(Impact::id)));
            return Err(anyhow::Error::new(error).context("`--only` takes kinds of changes, which `diff --kinds` lists, or breaking, risky, safe"));
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
        DocumentKind::Collection(_) => Ok(document),
        DocumentKind::CollectionV1 => bail!(
            "`{name}` is a collection of the first format; import it into Postman and export it as v2.1"
        ),
        _ => bail!("`{name}` is no Postman collection; it has no `info` and no `item`"),
    }
}
