//! `validate`: read, hold against the rules, leave out what is accepted, report.

mod accepted;
mod baseline;
mod fix;
mod inputs;
mod outputs;

use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::bail;
use clap::ValueEnum;

use self::accepted::Accepted;
use self::inputs::{Source, is_collection};
use super::config::Config;
use super::environment::EnvironmentFile;
use super::explain::rule_named;
use super::output::eprint;
use super::{FINDINGS, SUCCESS};
use crate::diagnostic::{FileReport, RuleInfo, Run, Severity};
use crate::json::Document;
use crate::parallel::{cores, in_parallel};
use crate::postman::view::Version;
use crate::report::ReportFormat;
use crate::sqlaccount;
use crate::validate::{
    Environments, Fixable, Profile, RULES, Rule, Settings, outcome, syntax_error,
};

/// Hold collections against Postman's schema and against rules that it cannot know.
///
/// Exits 1 when a finding is at or above the fail level, 2 when something cannot be read.
#[derive(Debug, clap::Args)]
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
    inputs: Vec<String>,
    /// What is printed on standard output.
    #[arg(long, value_enum, default_value_t)]
    format: FormatArg,
    /// Also write a report; its format by its ending (.json .sarif .xml .md), or as FORMAT=FILE.
    #[arg(long, value_name = "[FORMAT=]FILE")]
    output: Vec<String>,
    /// The mildest finding that makes the exit code 1.
    #[arg(long, value_enum, default_value_t = SeverityArg::Error)]
    fail_on: SeverityArg,
    /// Only these rules.
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    select: Vec<String>,
    /// Without these rules.
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    ignore: Vec<String>,
    /// For what the collection has to be good: each profile includes those before it.
    #[arg(long, value_enum)]
    profile: Option<ProfileArg>,
    /// The configuration; without it, the nearest `sqlacc-postman.toml` beside or above all files.
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Findings that are known already: only new ones are reported.
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    /// Write all findings of now to the baseline.
    #[arg(long, requires = "baseline")]
    write_baseline: bool,
    /// Fix what can be fixed without changing what is sent, run or read.
    #[arg(long)]
    fix: bool,
    /// Also fix what may change what is sent, run or read.
    #[arg(long)]
    unsafe_fixes: bool,
    /// Show what the fixes would change, and write nothing.
    #[arg(long)]
    diff: bool,
    /// An environment or globals that the collection is run with.
    #[arg(short, long, value_name = "FILE")]
    environment: Vec<PathBuf>,
    /// Postman's schema to the letter, or corrected where Postman's own exports break it.
    #[arg(long, value_enum)]
    schema: Option<SchemaArg>,
    /// The version of the format that is meant; without it, the one that `info.schema` names.
    #[arg(long, value_enum)]
    schema_version: Option<VersionArg>,
    /// Compare with the catalogue of the SQL Account API too.
    #[arg(long)]
    catalogue: bool,
    /// Count the findings of each rule.
    #[arg(long)]
    stats: bool,
    /// How many threads do the work; as many as there are cores when it is left out.
    #[arg(long, value_name = "N", value_parser = at_least_one)]
    jobs: Option<NonZero<usize>>,
    /// Leave out the summary line.
    #[arg(short, long)]
    quiet: bool,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum FormatArg {
    /// Code frames for people.
    #[default]
    Human,
    /// Our own, versioned.
    Json,
    /// SARIF 2.1.0.
    Sarif,
    /// `JUnit` XML.
    Junit,
    /// GitHub annotations.
    Github,
    /// GitLab code quality.
    Gitlab,
    /// For a comment on a pull request.
    Markdown,
}

impl From<FormatArg> for ReportFormat {
    fn from(format: FormatArg) -> Self {
        match format {
            FormatArg::Human => Self::Human,
            FormatArg::Json => Self::Json,
            FormatArg::Sarif => Self::Sarif,
            FormatArg::Junit => Self::Junit,
            FormatArg::Github => Self::Github,
            FormatArg::Gitlab => Self::Gitlab,
            FormatArg::Markdown => Self::Markdown,
        }
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum SeverityArg {
    /// Anything at all.
    Info,
    /// Likely to bite someone.
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
    /// It can be imported.
    Import,
    /// It does what it says when it is run.
    Run,
    /// It can be given to others.
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
    let inputs = inputs::all(&args.inputs)?;
    let config = Config::find(args.config.as_deref(), &inputs::folder(&inputs)?)?;
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
    let accepted = Accepted::new(&config, args.baseline.as_deref(), args.write_baseline)?;
    let reports = read_all(&inputs, &settings, &environments)?;
    if let (true, Some(path)) = (args.write_baseline, &args.baseline) {
        return baseline::write(path, &reports);
    }
    let reports: Vec<FileReport> = reports
        .into_iter()
        .map(|report| FileReport {
            diagnostics: accepted.left(&report.path, report.diagnostics),
            ..report
        })
        .collect();
    for warning in accepted.warnings() {
        eprint(&warning);
    }
    let on = RULES.iter().filter(|rule| rule.is_on(&settings));
    let run = Run {
        files: reports,
        rules: on.map(|rule| info(rule, &settings)).collect(),
        skipped: Vec::new(),
    };
    outputs::write_all(args, &run)?;
    let fail_on = Severity::from(args.fail_on);
    let all = run.files.iter().flat_map(|file| &file.diagnostics);
    let fails = all.into_iter().any(|one| one.severity >= fail_on);
    Ok(if fails { FINDINGS } else { SUCCESS })
}

fn at_least_one(text: &str) -> Result<NonZero<usize>, &'static str> {
    text.parse().map_err(|_| "give a number, at least 1")
}

fn info(rule: &'static Rule, settings: &Settings) -> RuleInfo {
    RuleInfo {
        id: rule.id,
        summary: rule.summary(),
        page: rule.page,
        severity: rule.severity(settings),
        fixable: rule.fixable != Fixable::No,
    }
}

/// The settings of the configuration, and over them those of the command line.
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
        settings.catalogue = Some(Arc::new(sqlaccount::catalogue()));
    }
    Ok(settings)
}

/// The findings of every input, in the order of the inputs.
fn read_all(
    inputs: &[Source],
    settings: &Settings,
    environments: &Environments,
) -> anyhow::Result<Vec<FileReport>> {
    let read = |source: &Source| -> anyhow::Result<Option<FileReport>> {
        let input = source.read()?;
        let parsed = Document::parse(&input.bytes);
        if source.was_walked && !is_collection(&input.name, &parsed) {
            return Ok(None);
        }
        let outcome = match &parsed {
            Ok(document) => outcome(document, settings, environments),
            Err(error) => syntax_error(&input.bytes, error, settings),
        };
        drop(parsed);
        Ok(Some(FileReport {
            path: input.name,
            text: String::from_utf8(input.bytes).unwrap_or_default(),
            hidden: outcome.hidden,
            diagnostics: outcome.diagnostics,
        }))
    };
    let progress = super::progress::of(inputs.len());
    let read = |source: &Source| {
        let report = read(source);
        progress.inc(1);
        report
    };
    let reports = in_parallel(settings.threads.unwrap_or_else(cores), inputs, read);
    progress.finish_and_clear();
    let reports: Vec<FileReport> = reports
        .into_iter()
        .collect::<anyhow::Result<Vec<_>>>()?
        .into_iter()
        .flatten()
        .collect();
    if reports.is_empty() {
        bail!("there is no collection among the given files; give one, or a folder that has one");
    }
    Ok(reports)
}

/// A path with `/` between folders, as reports show it.
fn display_path(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}
