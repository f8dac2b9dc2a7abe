use super::SUCCESS;
use super::output::print;
use crate::catalogue::record_schema;
use crate::sqlaccount;

/// Print the JSON Schema (draft 2020-12) of a resource's record.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Path or title of the resource, such as `salesinvoice` or "Sales Invoice".
    resource: String,
    /// A field of your company's own, as RESOURCE[.DETAIL].FIELD=TYPE.
    #[arg(long, value_name = "RESOURCE[.DETAIL].FIELD=TYPE")]
    udf: Vec<String>,
}

pub(super) fn run(args: &Args) -> anyhow::Result<u8> {
    let mut catalogue = sqlaccount::catalogue();
    for udf in &args.udf {
        catalogue.add_udf(udf)?;
    }
    let schema = record_schema(&catalogue, catalogue.resource(&args.resource)?);
    print(&format!("{}\n", serde_json::to_string_pretty(&schema)?))?;
    Ok(SUCCESS)
}
