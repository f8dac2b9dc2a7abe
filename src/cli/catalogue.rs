use std::path::PathBuf;

use clap::ValueEnum;
use comfy_table::{Table, presets};

use super::SUCCESS;
use super::build::BuildArgs;
use super::output::write;
use crate::catalogue::{Catalogue, Detail, Field, Resource, dump_catalogue, dump_resource};
use crate::generate::{meaning, module_index, resource_page};

/// List the resources of the API, or the fields of one.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Args {
    /// Path or title of a resource, such as `salesinvoice` or "Sales Invoice".
    resource: Option<String>,
    /// Format of the result.
    #[arg(long, value_enum, default_value_t)]
    format: CatalogueFormat,
    /// Add a user-defined field; can be repeated.
    #[arg(long, value_name = "RESOURCE[.DETAIL].FIELD=TYPE")]
    udf: Vec<String>,
    #[command(flatten)]
    build: BuildArgs,
    /// Write the result to this file instead of standard output.
    #[arg(short, long, value_name = "FILE", default_value = "-")]
    output: PathBuf,
}

const EXAMPLES: &str = "\
Examples:
  sqlacc-postman catalogue
  sqlacc-postman catalogue \"Sales Invoice\" --format markdown
  sqlacc-postman catalogue --format json -o catalogue.json";

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum CatalogueFormat {
    /// A table for people.
    #[default]
    Table,
    /// Everything in the catalogue.
    Json,
    /// The documentation pages of the collection.
    Markdown,
}

pub(super) fn run(args: &Args) -> anyhow::Result<u8> {
    let mut catalogue = args.build.catalogue();
    for udf in &args.udf {
        catalogue.add_udf(udf)?;
    }
    let text = match &args.resource {
        None => whole(&catalogue, args.format)?,
        Some(name) => one(&catalogue, catalogue.resource(name)?, args.format)?,
    };
    write(&args.output, &text)?;
    Ok(SUCCESS)
}

fn whole(catalogue: &Catalogue, format: CatalogueFormat) -> anyhow::Result<String> {
    match format {
        CatalogueFormat::Table => Ok(resource_table(catalogue)),
        CatalogueFormat::Json => {
            Ok(serde_json::to_string_pretty(&dump_catalogue(catalogue))? + "\n")
        }
        CatalogueFormat::Markdown => Ok(module_index(catalogue)?),
    }
}

fn one(
    catalogue: &Catalogue,
    resource: &Resource,
    format: CatalogueFormat,
) -> anyhow::Result<String> {
    match format {
        CatalogueFormat::Table => Ok(field_tables(resource)),
        CatalogueFormat::Json => Ok(serde_json::to_string_pretty(&dump_resource(resource))? + "\n"),
        CatalogueFormat::Markdown => {
            let page = resource_page(catalogue, resource)?;
            Ok(format!("# {}\n\n{page}\n", resource.title))
        }
    }
}

fn table(header: &[&str]) -> Table {
    let mut table = Table::new();
    table.load_style(presets::NOTHING).set_header(header);
    table
}

fn resource_table(catalogue: &Catalogue) -> String {
    let mut rows = table(&[
        "Path", "Title", "Module", "Key", "Methods", "Fields", "Filters", "PDF",
    ]);
    for resource in &catalogue.resources {
        let methods = methods(resource);
        rows.add_row([
            resource.path.to_owned(),
            resource.title.to_owned(),
            resource.module.to_owned(),
            resource.key_field().unwrap_or("-").to_owned(),
            methods,
            resource.fields().count().to_string(),
            (resource.listed_fields().count() + resource.parameters.len()).to_string(),
            if resource.pdf.is_some() { "yes" } else { "-" }.to_owned(),
        ]);
    }
    let count = catalogue.resources.len();
    format!(
        "{rows}\n\n{count} resources. `sqlacc-postman catalogue RESOURCE` shows the fields of one.\n"
    )
}

fn field_tables(resource: &Resource) -> String {
    let methods = methods(resource);
    let mut text = format!("{} /{} {}\n", resource.title, resource.path, methods);
    let mut section = |title: &str, rows: String| {
        text.extend(["\n", title, "\n", &rows, "\n"]);
    };
    if resource.fields().next().is_some() {
        section("Fields", rows_of(resource.fields(), resource.required));
    }
    if !resource.parameters.is_empty() {
        section("Parameters", rows_of(resource.parameters.iter(), &[]));
    }
    for (name, detail) in nested(resource.details, "") {
        let title = format!("{} ({name})", detail.title);
        section(&title, rows_of(resource.row_fields(detail), &[]));
    }
    text
}

fn nested(details: &'static [Detail], above: &str) -> Vec<(String, &'static Detail)> {
    let mut all = Vec::new();
    for detail in details {
        let name = format!("{above}{}", detail.name);
        all.push((name.clone(), detail));
        all.extend(nested(detail.details, &format!("{name}[].")));
    }
    all
}

fn rows_of<'a>(fields: impl Iterator<Item = &'a Field>, required: &[&str]) -> String {
    let mut rows = table(&["Field", "Type", "", "Meaning"]);
    for field in fields {
        let needed = required.contains(&field.name.as_ref());
        rows.add_row([
            field.name.to_string(),
            field.kind.to_string(),
            if needed { "required" } else { "" }.to_owned(),
            meaning(field),
        ]);
    }
    rows.to_string()
}

fn methods(resource: &Resource) -> String {
    let names: Vec<&str> = resource
        .methods
        .iter()
        .map(|method| method.as_str())
        .collect();
    names.join(" ")
}
