use std::path::PathBuf;

use super::SUCCESS;
use super::build::BuildArgs;
use super::output::write;
use crate::catalogue::record_schema;

/// Print the JSON Schema (draft 2020-12) of a resource's record.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Args {
    /// Path or title of the resource, such as `salesinvoice` or "Sales Invoice".
    resource: String,
    /// Add a user-defined field; can be repeated.
    #[arg(long, value_name = "RESOURCE[.DETAIL].FIELD=TYPE")]
    udf: Vec<String>,
    #[command(flatten)]
    build: BuildArgs,
    /// Write the schema to this file instead of standard output.
    #[arg(short, long, value_name = "FILE", default_value = "-")]
    output: PathBuf,
}

const EXAMPLES: &str = "\
Examples:
  sqlacc-postman schema customer
  sqlacc-postman schema salesinvoice -o salesinvoice.schema.json";

pub(super) fn run(args: &Args) -> anyhow::Result<u8> {
    let mut catalogue = args.build.catalogue();
    for udf in &args.udf {
        catalogue.add_udf(udf)?;
    }
    let schema = record_schema(&catalogue, catalogue.resource(&args.resource)?);
    let text = serde_json::to_string_pretty(&schema)? + "\n";
    write(&args.output, &text)?;
    Ok(SUCCESS)
}
