//! The pages of folders, and of a resource on its own.

use serde::Serialize;

use super::GenerateError;
use super::tables::field_table;
use super::template::Templates;
use crate::catalogue::{Catalogue, Detail, Module, Operation, Resource};

#[derive(Serialize)]
struct ResourcePage {
    path: &'static str,
    plural: &'static str,
    key: Option<&'static str>,
    note: &'static str,
    writes: bool,
    is_story: bool,
    story: String,
    fields: Option<String>,
    parameters: Option<String>,
    details: Vec<DetailPage>,
}

#[derive(Serialize)]
struct DetailPage {
    title: String,
    name: String,
    key: Option<&'static str>,
    fields: String,
}

/// The page of `resource`, Markdown: its fields, its detail arrays, its parameters.
///
/// # Errors
/// [`GenerateError::Template`] for a defect of the built-in template.
pub(crate) fn resource_page(
    catalogue: &Catalogue,
    resource: &Resource,
) -> Result<String, GenerateError> {
    render_resource(&Templates::new(catalogue.templates)?, resource, false)
}

/// The page; `is_story` means that the requests of the folder run one after the other.
pub(super) fn render_resource(
    templates: &Templates,
    resource: &Resource,
    is_story: bool,
) -> Result<String, GenerateError> {
    let fields = resource.fields().next().is_some();
    let page = ResourcePage {
        path: resource.path,
        plural: resource.plural,
        key: resource.key_field(),
        note: resource.note,
        writes: resource.creates(),
        is_story,
        story: story(resource),
        fields: fields.then(|| field_table(resource.fields(), resource.required)),
        parameters: (!resource.parameters.is_empty())
            .then(|| field_table(resource.parameters.iter(), &[])),
        details: detail_pages(resource, "", resource.details),
    };
    templates.render("resource.md", &page)
}

/// The operations on one record, in order.
fn story(resource: &Resource) -> String {
    let title = |operation: &Operation| match operation {
        Operation::Pdf => Operation::Pdf.title().to_owned(),
        other => other.title().to_lowercase(),
    };
    let titles: Vec<String> = resource.operations().iter().map(title).collect();
    titles.join(", ")
}

fn detail_pages(resource: &Resource, above: &str, details: &'static [Detail]) -> Vec<DetailPage> {
    let mut pages = Vec::new();
    for detail in details {
        let name = format!("{above}{}", detail.name);
        pages.push(DetailPage {
            title: detail.title.to_owned(),
            name: name.clone(),
            key: detail.key,
            fields: field_table(resource.row_fields(detail), &[]),
        });
        pages.extend(detail_pages(
            resource,
            &format!("{name}[]."),
            detail.details,
        ));
    }
    pages
}

#[derive(Serialize)]
struct ModulePage<'a> {
    summary: &'a str,
    resources: Vec<ModuleLine>,
}

#[derive(Serialize)]
struct ModuleLine {
    title: &'static str,
    path: &'static str,
}

pub(super) fn render_module<'a>(
    templates: &Templates,
    module: &Module,
    resources: impl Iterator<Item = &'a Resource>,
) -> Result<String, GenerateError> {
    let line = |resource: &Resource| ModuleLine {
        title: resource.title,
        path: resource.path,
    };
    let page = ModulePage {
        summary: module.summary,
        resources: resources.map(line).collect(),
    };
    templates.render("module.md", &page)
}

/// Every module with its resources, Markdown.
///
/// # Errors
/// [`GenerateError::Template`] for a defect of the built-in template.
pub(crate) fn module_index(catalogue: &Catalogue) -> Result<String, GenerateError> {
    let templates = Templates::new(catalogue.templates)?;
    let mut text = format!("# {}\n", catalogue.title);
    for module in catalogue.modules {
        let resources = catalogue.resources_of(module.title);
        let page = render_module(&templates, module, resources)?;
        text.extend(["\n## ", module.title, "\n\n", &page, "\n"]);
    }
    Ok(text)
}
