//! `sqlacc-postman diff`.

mod args;
mod kinds;
mod side;

use std::env;
use std::ffi::OsString;

use anyhow::{Context, bail};

pub(super) use self::args::Args;

use self::args::FailOn;
use self::side::read;
use super::baseline::{self, Finding};
use super::config::Config;
use super::ignores::{Candidate, Ignores};
use super::input::parse_collection;
use super::output::print;
use super::outputs::write;
use super::{FINDINGS, SUCCESS};
use crate::catalogue::UnknownName;
use crate::diff::{Change, ChangeKind, Contract, Impact, Options, compare};
use crate::json::{Document, LineIndex};
use crate::parallel::both;
use crate::report::diff::{FORMATS, RatedChange, Report};

pub(super) fn run(args: &Args) -> anyhow::Result<u8> {
    let here = env::current_dir().context("cannot read the current folder")?;
    let config = Config::find(args.config.as_deref(), &here)?;
    if args.kinds {
        print(&kinds::table(&config.impacts))?;
        return Ok(SUCCESS);
    }
    let (base, revision, name) = sides(args)?;
    if base == "-" && revision == "-" {
        bail!("only one side can be standard input; name a file for the other");
    }
    let contracts = args.contracts();
    for (option, ids) in [("--select", &args.select), ("--ignore", &args.ignore)] {
        check_ids(option, ids)?;
    }
    let outputs = args.output.targets(FORMATS, args.format)?;
    let ignores = Ignores::of_kinds(&config)?;
    let baseline = args.baseline.known()?;
    let (old, new) = both(|| read(base), || read(revision));
    let (old, new) = (old?, new?);
    let (old_name, new_name) = (base.to_string_lossy(), revision.to_string_lossy());
    let (old_document, new_document) = both(|| parse(&old, &old_name), || parse(&new, &new_name));
    let (old_document, new_document) = (old_document?, new_document?);
    let options = Options {
        matching: args.r#match.into(),
        threshold: args.rename_threshold,
        renames: config.renames,
        ids: contracts.contains(&Contract::Fork),
        texts: outputs.iter().any(|one| one.format.texts),
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
    let asked_for = all.filter(|one| {
        (args.select.is_empty() || is_among(&args.select, one)) && !is_among(&args.ignore, one)
    });
    let revision = name.as_deref().unwrap_or(&new_name);
    if let Some(path) = args.baseline.to_write() {
        return baseline::write(
            path,
            asked_for.map(|one| finding(one.change, revision)).collect(),
        );
    }
    let file = ignores.relative(revision);
    let is_accepted = |one: &RatedChange| {
        let candidate = Candidate {
            id: one.change.kind.id(),
            fingerprint: &one.change.fingerprint,
            place: &one.change.location.path(),
        };
        baseline.has(candidate.fingerprint) || ignores.has(&file, &candidate)
    };
    let (known, shown): (Vec<RatedChange>, Vec<RatedChange>) = asked_for.partition(is_accepted);
    ignores.warn_expired();
    let report = Report {
        base: &old_name,
        revision,
        changes: &shown,
        accepted: known.len(),
        fails_at: match args.fail_on {
            FailOn::Breaking => Impact::Breaking,
            FailOn::Risky => Impact::Risky,
            FailOn::Any => Impact::Safe,
        },
        colour: false,
    };
    write(outputs, |format, colour| {
        format.render(&Report { colour, ..report })
    })?;
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
        (false, _) => bail!("diff needs two collections, BASE and REVISION"),
        (true, _) => bail!("--git-driver is for git, which passes seven arguments"),
    }
}

const IMPACTS: [Impact; 3] = [Impact::Breaking, Impact::Risky, Impact::Safe];

fn check_ids(option: &str, ids: &[String]) -> anyhow::Result<()> {
    for given in ids {
        let mut known = ChangeKind::ALL
            .iter()
            .map(|kind| kind.id())
            .chain(IMPACTS.map(Impact::id));
        if !known.any(|id| id == given) {
            let ids = ChangeKind::ALL.iter().map(|kind| kind.id());
            let error =
                UnknownName::new("kind of change", given, ids.chain(IMPACTS.map(Impact::id)));
            let context = format!(
                "{option} takes breaking, risky, safe or a kind of change (`diff --kinds` lists them)"
            );
            return Err(anyhow::Error::new(error).context(context));
        }
    }
    Ok(())
}

fn is_among(ids: &[String], one: &RatedChange) -> bool {
    ids.iter()
        .any(|id| id == one.change.kind.id() || id == one.impact.id())
}

/// A change as a baseline records it.
fn finding(change: &Change, path: &str) -> Finding {
    Finding {
        path: path.to_owned(),
        rule: change.kind.id().to_owned(),
        place: change.location.path(),
        fingerprint: change.fingerprint.clone(),
    }
}

fn parse<'t>(bytes: &'t [u8], name: &str) -> anyhow::Result<Document<'t>> {
    parse_collection(bytes, || format!("cannot compare `{name}`"))
}
