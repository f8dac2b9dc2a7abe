//! `sqlacc-postman diff`.

mod args;
mod compared;
mod git;
mod git_driver;
mod kinds;
mod side;

use std::env;
use std::path::Path;

use anyhow::{Context, bail};

pub(super) use self::args::Args;

use self::compared::Compared;
use self::side::Sides;
use super::baseline::{self, Finding};
use super::config::Config;
use super::ignores::{Candidate, Ignores};
use super::output::{print, print_error};
use super::outputs::write;
use super::{FAILURE, FINDINGS, SUCCESS};
use crate::catalogue::UnknownName;
use crate::diff::{Change, ChangeKind, Contract, Impact, Options};
use crate::report::diff::{FORMATS, RatedChange, Report};

pub(super) fn run(args: &Args) -> anyhow::Result<u8> {
    let config = || {
        let here = env::current_dir().context("cannot read the current folder")?;
        Config::find(args.config.as_deref(), &here)
    };
    if args.git_driver {
        return git_driver::run(args, |sides| show(args, &config()?, &[sides]));
    }
    let config = config()?;
    if args.kinds {
        print(&kinds::table(&config.impacts))?;
        return Ok(SUCCESS);
    }
    let sides = match args.sides.as_slice() {
        [base, revision] if base == "-" && revision == "-" => {
            bail!("only one side can be standard input; name a file for the other")
        }
        [base, revision] => vec![Sides::read(base, revision)?],
        [one] if Path::new(one).exists() => {
            bail!(
                "diff needs two collections; name the one to compare `{}` with",
                one.display()
            )
        }
        [revision] => Sides::changed_since(&revision.to_string_lossy())?,
        _ => bail!("diff needs two collections, BASE and REVISION"),
    };
    show(args, &config, &sides)
}

/// Compares each pair and writes the results; gives the exit code.
fn show(args: &Args, config: &Config, sides: &[Sides]) -> anyhow::Result<u8> {
    for (option, ids) in [("--select", &args.select), ("--ignore", &args.ignore)] {
        check_ids(option, ids)?;
    }
    let contracts = args.contracts();
    let outputs = args.output.targets(FORMATS, args.format)?;
    let ignores = Ignores::of_kinds(config)?;
    let baseline = args.baseline.known()?;
    let options = Options {
        matching: args.r#match.into(),
        threshold: args.rename_threshold,
        renames: config.renames.clone(),
        ids: contracts.contains(&Contract::Fork),
        texts: outputs.iter().any(|one| one.format.texts),
        impacts: config.impacts.clone(),
    };
    let mut compared = Vec::new();
    let mut has_failed = false;
    for one in sides {
        match Compared::of(one, &options) {
            Ok(one) => compared.extend(one),
            // Of many, one that cannot be read does not hide the others.
            Err(error) if one.is_listed => {
                print_error(&error);
                has_failed = true;
            }
            Err(error) => return Err(error),
        }
    }
    let asked_for = |one: &RatedChange| {
        (args.select.is_empty() || is_among(&args.select, one)) && !is_among(&args.ignore, one)
    };
    let rated = compared.iter().map(|one| {
        let mut rated = one.rated(&options.impacts, &contracts);
        rated.retain(asked_for);
        (one, rated)
    });
    let rated: Vec<(&Compared, Vec<RatedChange>)> = rated.collect();
    if let Some(path) = args.baseline.to_write() {
        let all = rated.iter().flat_map(|(compared, rated)| {
            rated
                .iter()
                .map(|one| finding(one.change, &compared.sides.path))
        });
        return baseline::write(path, all.collect());
    }
    let mut shown = Vec::new();
    for (compared, rated) in rated {
        let file = ignores.begin(&compared.sides.path);
        let is_accepted = |one: &RatedChange| {
            let candidate = Candidate {
                id: one.change.kind.id(),
                fingerprint: &one.change.fingerprint,
                place: &one.change.location.path(),
            };
            baseline.has(candidate.fingerprint) || ignores.has(&file, &candidate)
        };
        let (known, new): (Vec<RatedChange>, Vec<RatedChange>) =
            rated.into_iter().partition(is_accepted);
        shown.push((compared.sides, known.len(), new));
    }
    ignores.warn_expired();
    let reports = shown.iter().map(|(sides, accepted, changes)| Report {
        base: &sides.base.name,
        revision: &sides.revision.name,
        path: &sides.path,
        changes,
        accepted: *accepted,
        fails_at: args.fail_on.impact(),
        values: args.values,
        colour: false,
    });
    let reports: Vec<Report> = reports.collect();
    if let Some(one) = outputs.iter().find(|one| !one.format.takes(reports.len())) {
        let formats = FORMATS.iter().filter(|format| format.takes(reports.len()));
        let names: Vec<&str> = formats.map(|format| format.name).collect();
        bail!(
            "the format {} holds one comparison and there are {}; use {}",
            one.format.name,
            reports.len(),
            names.join(", ")
        );
    }
    write(outputs, |format, colour| {
        let reports = reports.iter().map(|report| Report { colour, ..*report });
        format.render_all(&reports.collect::<Vec<_>>())
    })?;
    let mut all = reports.iter().flat_map(|report| report.changes);
    Ok(if has_failed {
        FAILURE
    } else if all.any(|one| one.impact >= args.fail_on.impact()) {
        FINDINGS
    } else {
        SUCCESS
    })
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
