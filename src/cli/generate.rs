use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use clap::ValueEnum;

use super::build::BuildArgs;
use super::input::{parse_collection, read};
use super::output::{eprint, write_all};
use super::service::ServiceArgs;
use super::{FINDINGS, SUCCESS};
use crate::client::BaseUrl;
use crate::generate::{
    KnownIds, Layout, Options, collection, drift, environment, to_json, to_valid_json,
};

/// Write the Postman collection of the SQL Account API.
///
/// With --auth-in query, requests with a body are still signed in the header.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Args {
    /// Write the collection to this file; `-` for standard output.
    #[arg(
        short,
        long,
        value_name = "FILE",
        default_value = "postman_collection.json"
    )]
    output: PathBuf,
    /// Also write an environment, which stores the keys as secrets.
    #[arg(long, value_name = "FILE")]
    write_environment: Option<PathBuf>,
    #[command(flatten)]
    service: ServiceArgs,
    /// How to organise the folders.
    #[arg(long, value_enum, default_value_t)]
    layout: LayoutArg,
    /// Only these modules and resources, by path or title.
    #[arg(long, value_name = "MODULE|RESOURCE", num_args = 1..)]
    only: Vec<String>,
    /// Write for tools that ignore what Postman inherits and substitutes.
    ///
    /// Every request has its own auth and Content-Type, and bodies are JSON without variables.
    #[arg(long)]
    portable: bool,
    /// Leave out the test scripts.
    #[arg(long)]
    no_tests: bool,
    /// Add a user-defined field; can be repeated.
    #[arg(long, value_name = "RESOURCE[.DETAIL].FIELD=TYPE")]
    udf: Vec<String>,
    #[command(flatten)]
    build: BuildArgs,
    /// Keep the ids of an earlier collection, so that its forks can be updated.
    #[arg(long, value_name = "FILE")]
    ids_from: Option<PathBuf>,
    /// Write nothing; exit with 1 if a file is out of date.
    #[arg(long)]
    check: bool,
}

const EXAMPLES: &str = "\
Examples:
  sqlacc-postman generate --write-environment sql.postman_environment.json
  sqlacc-postman generate --only Sales customer -o sales.json
  sqlacc-postman generate --udf 'salesinvoice.udf_route=text(20)' -o ours.json
  sqlacc-postman generate --check";

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum LayoutArg {
    /// One folder per module with one folder per resource in it.
    #[default]
    Grouped,
    /// One folder per resource.
    Flat,
}

pub(super) fn run(args: Args) -> anyhow::Result<u8> {
    let mut catalogue = args.build.catalogue();
    for udf in &args.udf {
        catalogue.add_udf(udf)?;
    }
    let options = options(&args)?;
    let collection = collection(&catalogue, &options)?;
    let mut files = vec![(args.output, to_valid_json(&collection)?)];
    if let Some(path) = args.write_environment {
        files.push((path, to_json(&environment(&catalogue, &options))?));
    }
    if args.check {
        return check(&files);
    }
    write_all(&files)?;
    let counts = collection.counts();
    eprint(&format!(
        "wrote {}: {} folders, {} requests, {} examples",
        names(&files),
        counts.folders,
        counts.requests,
        counts.examples
    ));
    Ok(SUCCESS)
}

fn names(files: &[(PathBuf, String)]) -> String {
    let names: Vec<String> = files
        .iter()
        .map(|(path, _)| name(path, "standard output"))
        .collect();
    names.join(" and ")
}

fn options(args: &Args) -> anyhow::Result<Options> {
    let known_ids = match &args.ids_from {
        None => KnownIds::default(),
        Some(path) => known_ids(path)?,
    };
    Ok(Options {
        host: args.service.host.as_deref().map(host).transpose()?,
        region: args
            .service
            .region
            .as_deref()
            .map(|given| scope("region", "ap-southeast-5", given))
            .transpose()?,
        service: args
            .service
            .service
            .as_deref()
            .map(|given| scope("service", "sqlaccount", given))
            .transpose()?,
        layout: match args.layout {
            LayoutArg::Grouped => Layout::Grouped,
            LayoutArg::Flat => Layout::Flat,
        },
        only: args.only.clone(),
        auth_in_query: args.service.signs_in_query(),
        portable: args.portable,
        no_tests: args.no_tests,
        known_ids,
    })
}

/// The host as the `host` variable has it: with a scheme, without a slash at the end.
pub(super) fn host(given: &str) -> anyhow::Result<String> {
    Ok(BaseUrl::parse(given)?.to_string())
}

/// A part of the signature's scope; Postman replaces an empty one by its own default.
fn scope(what: &str, example: &str, given: &str) -> anyhow::Result<String> {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
    if given.is_empty() || !given.chars().all(is_plain) {
        bail!(
            "`{given}` is not a valid {what}; use letters, digits, `-`, `_` and `.`, such as {example}"
        );
    }
    Ok(given.to_owned())
}

fn known_ids(path: &Path) -> anyhow::Result<KnownIds> {
    let bytes = read(path)?;
    let named = || format!("cannot read ids from `{}`", path.display());
    let document = parse_collection(&bytes, named)?;
    KnownIds::of(&document).with_context(named)
}

fn check(files: &[(PathBuf, String)]) -> anyhow::Result<u8> {
    let mut code = SUCCESS;
    for (path, text) in files {
        if let Some(drift) = drift(&read(path)?, text) {
            eprint(&format!(
                "{} is out of date: {drift}",
                name(path, "standard input")
            ));
            code = FINDINGS;
        }
    }
    if code == SUCCESS {
        let names: Vec<String> = files
            .iter()
            .map(|(path, _)| name(path, "standard input"))
            .collect();
        eprint(&format!("up to date: {}", names.join(" and ")));
    } else {
        eprint("run the same command without --check to update it");
    }
    Ok(code)
}

fn name(path: &Path, stream: &str) -> String {
    match path.to_str() {
        Some("-") => stream.to_owned(),
        _ => format!("`{}`", path.display()),
    }
}
