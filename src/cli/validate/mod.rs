//! `validate`: read, check against the rules, leave out what is accepted, report.

mod fix;

use std::ffi::OsString;
use std::num::NonZero;
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::{bail, ensure};
use clap::ValueEnum;

use super::baseline::{self, BaselineArgs, Finding};
use super::build::BuildArgs;
use super::config::Config;
use super::environment::EnvironmentFile;
use super::explain::rule_named;
use super::files::{self, Source, skip_reason};
use super::help::colour_variables;
use super::ignores::{Candidate, Ignores};
use super::output::eprint;
use super::outputs::{OutputArgs, Target, format_of, write};
use super::{FINDINGS, SUCCESS};
use crate::diagnostic::{FileReport, RuleInfo, Run, Severity, Skipped};
use crate::json::Document;
use crate::parallel::{cores, in_parallel};
use crate::postman::view::Version;
use crate::report::{FORMATS, Options, ReportFormat};
use crate::validate::{
    Environments, Fixable, Profile, RULES, Rule, Settings, outcome, syntax_error,
};

/// Check collections against Postman's schema and lint rules.
///
/// Exits with 1 if there is a finding at or above --fail-on, and with 2 if an input cannot be read.
/// `explain` describes the rules. Settings come from the nearest `sqlacc-postman.toml`; options
/// override it.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one switch of the command line"
)]
pub(super) struct Args {
    /// Files, folders, patterns such as `api/**/*.json`, or `-` for standard input.
    #[arg(
        value_name = "FILE|DIR|GLOB|-",
        default_value = "postman_collection.json"
    )]
    inputs: Vec<OsString>,
    /// Format of the result [default: implied by --output, or human].
    #[arg(long, value_parser = format_of(FORMATS))]
    format: Option<&'static ReportFormat>,
    #[command(flatten)]
    output: OutputArgs,
    /// Exit with 1 at this severity or above.
    #[arg(long, value_enum, default_value_t = SeverityArg::Error)]
    fail_on: SeverityArg,
    /// Check only these rules, separated by commas.
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    select: Vec<String>,
    /// Skip these rules, separated by commas.
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    ignore: Vec<String>,
    /// What the collection must be ready for; each profile includes the ones before it [default:
    /// run].
    #[arg(long, value_enum)]
    profile: Option<ProfileArg>,
    /// Configuration file [default: the nearest sqlacc-postman.toml beside or above the files].
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    #[command(flatten)]
    baseline: BaselineArgs,
    /// Apply fixes that change nothing that is sent, run or read.
    #[arg(long)]
    fix: bool,
    /// Also apply fixes that may change what is sent, run or read.
    #[arg(long)]
    unsafe_fixes: bool,
    /// Show the fixes as a diff without writing anything.
    #[arg(long)]
    diff: bool,
    /// Environment or globals that the collection is run with; can be repeated.
    #[arg(short, long, value_name = "FILE")]
    environment: Vec<PathBuf>,
    /// Which schema to check against [default: corrected].
    #[arg(long, value_enum)]
    schema: Option<SchemaArg>,
    /// Version of the collection format [default: the one that `info.schema` names].
    #[arg(long, value_enum)]
    schema_version: Option<VersionArg>,
    /// Also compare with the catalogue of the SQL Account API.
    #[arg(long)]
    catalogue: bool,
    #[command(flatten)]
    build: BuildArgs,
    /// Show the number of findings per rule instead of the findings, in the human and the Markdown format.
    #[arg(long)]
    stats: bool,
    /// Show at most this many findings of each rule in the human and the Markdown format, which group
    /// them by cause; 0 shows all [default: a few, all with --select].
    #[arg(long, value_name = "N")]
    max_findings: Option<usize>,
    /// Number of threads [default: the number of cores].
    #[arg(long, value_name = "N", value_parser = at_least_one)]
    jobs: Option<NonZero<usize>>,
    /// List the files that were skipped, and why.
    #[arg(short, long)]
    verbose: bool,
    /// Leave out the summary line.
    #[arg(short, long)]
    quiet: bool,
}

const EXAMPLES: &str = concat!(
    "\
Examples:
  sqlacc-postman validate
  sqlacc-postman validate api/ --profile publish --fail-on warning
  sqlacc-postman validate api/ --format github --report report.sarif
  sqlacc-postman validate --fix --diff
",
    colour_variables!(),
    "
  CI                               no progress bar"
);

#[derive(Clone, Copy, Debug, ValueEnum)]
enum SeverityArg {
    /// Every finding.
    Info,
    /// Likely to cause trouble.
    Warning,
    /// Broken.
    Error,
}

impl From<SeverityArg> for Severity {
    fn from(severity: SeverityArg) -> Self {
        match severity {
            SeverityArg::Info => Self::Info,
            SeverityArg::Warning => Self::Warning,
            SeverityArg::Error => Self::Error,
        }
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum ProfileArg {
    /// Postman can import it.
    Import,
    /// It runs as intended.
    Run,
    /// It is fit to share.
    Publish,
}

impl From<ProfileArg> for Profile {
    fn from(profile: ProfileArg) -> Self {
        match profile {
            ProfileArg::Import => Self::Import,
            ProfileArg::Run => Self::Run,
            ProfileArg::Publish => Self::Publish,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum SchemaArg {
    /// To the letter.
    Official,
    /// Corrected where Postman's own exports break it.
    Corrected,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum VersionArg {
    /// v2.0.0.
    #[value(name = "2.0")]
    V2_0,
    /// v2.1.0.
    #[value(name = "2.1")]
    V2_1,
}

pub(super) fn run(args: &Args) -> anyhow::Result<u8> {
    let inputs = files::all(&args.inputs)?;
    let config = Config::find(args.config.as_deref(), &files::folder(&inputs)?)?;
    let settings = settings(args, &config)?;
    let files = config.environments.iter().chain(&args.environment);
    let texts = files
        .map(|path| EnvironmentFile::read(path))
        .collect::<anyhow::Result<Vec<_>>>()?;
    let documents = texts
        .iter()
        .map(EnvironmentFile::parse)
        .collect::<anyhow::Result<Vec<_>>>()?;
    let files = texts.iter().zip(&documents);
    let files = files.map(|(file, document)| Ok((file.name.clone(), file.environment(document)?)));
    let environments = Environments {
        files: files.collect::<anyhow::Result<_>>()?,
    };
    let targets = args.output.targets(FORMATS, args.format)?;
    if args.stats || args.max_findings.is_some() {
        let for_people = |target: &Target<_>| ["human", "markdown"].contains(&target.format.name);
        ensure!(
            targets.iter().any(for_people),
            "--stats and --max-findings are for the formats human and markdown; other formats have everything"
        );
    }
    if args.fix || args.unsafe_fixes || args.diff {
        let changed = fix::all(
            &inputs,
            &settings,
            &environments,
            args.unsafe_fixes,
            args.diff,
        )?;
        if args.diff {
            return Ok(if changed { FINDINGS } else { SUCCESS });
        }
    }
    let ignores = Ignores::of_rules(&config)?;
    let known = args.baseline.known()?;
    let (mut reports, skipped) = read_all(&inputs, &settings, &environments)?;
    if let Some(path) = args.baseline.to_write() {
        return baseline::write(path, reports.iter().flat_map(findings).collect());
    }
    for report in &mut reports {
        let file = ignores.begin(&report.path);
        report.diagnostics.retain(|one| {
            let candidate = Candidate {
                id: one.rule,
                fingerprint: &one.fingerprint,
                place: &one.location.path(),
            };
            !known.has(&one.fingerprint) && !ignores.has(&file, &candidate)
        });
    }
    if args.verbose {
        for one in &skipped {
            eprint(&format!("skipped `{}`: {}", one.path, one.reason));
        }
    }
    ignores.warn_expired();
    ignores.warn_unused();
    let on = RULES.iter().filter(|rule| rule.is_on(&settings));
    let run = Run {
        files: reports,
        rules: on.map(|rule| info(rule, &settings)).collect(),
        skipped,
        folder: files::working_folder(),
    };
    write(targets, |format, colour| {
        let options = Options {
            colour,
            stats: args.stats,
            max_findings: max_findings(args),
            quiet: args.quiet,
            ..Options::default()
        };
        format.render(&run, &options)
    })?;
    let fail_on = Severity::from(args.fail_on);
    let all = run.files.iter().flat_map(|file| &file.diagnostics);
    let fails = all.into_iter().any(|one| one.severity >= fail_on);
    Ok(if fails { FINDINGS } else { SUCCESS })
}

/// How many findings of each rule are shown; all of them for rules that were selected.
fn max_findings(args: &Args) -> Option<usize> {
    let all = (!args.select.is_empty()).then_some(usize::MAX);
    let asked = args.max_findings.map(|count| match count {
        0 => usize::MAX,
        count => count,
    });
    asked.or(all)
}

/// The findings of a file as a baseline records them.
fn findings(report: &FileReport) -> impl Iterator<Item = Finding> {
    report.diagnostics.iter().map(|one| Finding {
        path: report.path.clone(),
        rule: one.rule.to_owned(),
        place: one.location.path(),
        fingerprint: one.fingerprint.clone(),
    })
}

fn at_least_one(text: &str) -> Result<NonZero<usize>, &'static str> {
    text.parse().map_err(|_| "write a number, at least 1")
}

fn info(rule: &'static Rule, settings: &Settings) -> RuleInfo {
    RuleInfo {
        id: rule.id,
        summary: rule.summary(),
        page: rule.page,
        module: rule.module,
        severity: rule.severity(settings),
        fixable: rule.fixable != Fixable::No,
    }
}

/// The settings of the configuration, overridden by those of the command line.
fn settings(args: &Args, config: &Config) -> anyhow::Result<Settings> {
    let mut settings = config.settings.clone();
    if let Some(profile) = args.profile {
        settings.profile = profile.into();
    }
    if let Some(schema) = args.schema {
        settings.official_schema = schema == SchemaArg::Official;
    }
    settings.schema_version = args.schema_version.map(|version| match version {
        VersionArg::V2_0 => Version::V2_0,
        VersionArg::V2_1 => Version::V2_1,
    });
    for name in args.select.iter().chain(&args.ignore) {
        rule_named(name)?;
    }
    settings.threads = args.jobs;
    settings.select.extend(args.select.iter().cloned());
    settings.ignore.extend(args.ignore.iter().cloned());
    if args.catalogue || config.catalogue {
        settings.catalogue = Some(Arc::new(args.build.catalogue()));
    }
    Ok(settings)
}

/// The result for a file.
enum Outcome {
    Report(FileReport),
    Skipped(Skipped),
}

/// The findings of every input, in the order of the inputs, and the skipped files.
fn read_all(
    inputs: &[Source],
    settings: &Settings,
    environments: &Environments,
) -> anyhow::Result<(Vec<FileReport>, Vec<Skipped>)> {
    let read = |source: &Source| -> anyhow::Result<Outcome> {
        let input = source.read()?;
        let parsed = Document::parse(&input.bytes);
        if let Some(reason) = skip_reason(&input.name, &parsed).filter(|_| source.was_walked) {
            drop(parsed);
            return Ok(Outcome::Skipped(Skipped {
                path: input.name,
                reason: reason.to_owned(),
            }));
        }
        let outcome = match &parsed {
            Ok(document) => outcome(document, settings, environments),
            Err(error) => syntax_error(&input.bytes, error, settings),
        };
        drop(parsed);
        Ok(Outcome::Report(FileReport {
            path: input.name,
            text: String::from_utf8(input.bytes).unwrap_or_default(),
            hidden: outcome.hidden,
            diagnostics: outcome.diagnostics,
            comparison: outcome.comparison,
        }))
    };
    let progress = super::progress::of(inputs.len());
    let read = |source: &Source| {
        let report = read(source);
        progress.inc(1);
        report
    };
    let outcomes = in_parallel(settings.threads.unwrap_or_else(cores), inputs, read);
    progress.finish_and_clear();
    let (mut reports, mut skipped) = (Vec::new(), Vec::new());
    for outcome in outcomes {
        match outcome? {
            Outcome::Report(report) => reports.push(report),
            Outcome::Skipped(one) => skipped.push(one),
        }
    }
    if reports.is_empty() {
        bail!("none of the given files is a collection; name one, or a folder that has one");
    }
    Ok((reports, skipped))
}
