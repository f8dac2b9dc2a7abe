use serde::Serialize;

use super::ids::Ids;
use super::operation::{request_item, request_name};
use super::page::{render_module, render_resource};
use super::saved_variables::{SavedVariables, collection_variables};
use super::story::Story;
use super::template::Templates;
use super::{GenerateError, Layout, Options, Signing};
use crate::catalogue::{Catalogue, Operation, Resource};
use crate::parallel::{cores, in_parallel};
use crate::postman::{Auth, Collection, Event, Folder, Info, Item, SCHEMA_V2_1_0};

/// The collection of `catalogue`.
///
/// # Errors
/// [`GenerateError`] when `options.only` names something unknown, or for a defect of the catalogue.
pub fn collection(catalogue: &Catalogue, options: &Options) -> Result<Collection, GenerateError> {
    catalogue.check()?;
    let templates = Templates::new(catalogue.templates)?;
    let ids = Ids::new(catalogue, &options.known_ids);
    let signing = Signing::new(catalogue, options);
    let selected = catalogue.select(&options.only)?;
    let builder = FolderBuilder {
        catalogue,
        options,
        templates: &templates,
        ids: &ids,
    };
    let parts = in_parallel(cores(), &selected, |resource| builder.part(resource));
    let made = parts.into_iter().collect::<Result<Vec<_>, _>>()?;
    let (parts, saved): (Vec<ResourceFolder>, Vec<SavedVariables>) = made.into_iter().unzip();
    let variable = collection_variables(&signing, catalogue, &selected, &saved);
    let item = match options.layout {
        Layout::Flat => flat(parts),
        Layout::Grouped => builder.grouped(parts)?,
    };
    let user_agent = catalogue.service.user_agent.map(|user_agent| {
        let script = templates.render("script/user_agent.js", &UserAgent { user_agent })?;
        Ok::<_, GenerateError>(Event::new("prerequest", &script))
    });
    let front_page = FrontPage::new(catalogue, options, &signing, &selected);
    Ok(Collection {
        info: Info {
            postman_id: ids.collection(),
            name: catalogue.title.to_owned(),
            description: templates.render_text(catalogue.front_page, &front_page)?,
            schema: SCHEMA_V2_1_0,
        },
        item,
        auth: Auth::awsv4(options.auth_in_query),
        event: user_agent.transpose()?.into_iter().collect(),
        variable,
    })
}

/// A resource and its folder in the collection.
struct ResourceFolder<'a> {
    resource: &'a Resource,
    folder: Folder,
}

/// Builds the folders of resources.
struct FolderBuilder<'a> {
    catalogue: &'a Catalogue,
    options: &'a Options,
    templates: &'a Templates,
    ids: &'a Ids<'a>,
}

impl FolderBuilder<'_> {
    /// The folder of `resource`, and the variables that its scripts set.
    fn part<'r>(
        &self,
        resource: &'r Resource,
    ) -> Result<(ResourceFolder<'r>, SavedVariables), GenerateError> {
        let Self {
            catalogue,
            options,
            templates,
            ids,
        } = self;
        let story = Story::new(catalogue, resource)?;
        let requests = resource.operations().into_iter().map(|operation| {
            let item = request_item(catalogue, options, templates, ids, &story, operation)?;
            Ok(Item::Request(Box::new(item)))
        });
        let part = ResourceFolder {
            resource,
            folder: Folder {
                id: ids.folder(resource.title),
                name: resource.title.to_owned(),
                description: render_resource(templates, resource, !options.no_tests)?,
                item: requests.collect::<Result<_, GenerateError>>()?,
            },
        };
        Ok((part, SavedVariables::by(&story)))
    }

    /// One folder per module with one folder per resource in it.
    fn grouped(&self, parts: Vec<ResourceFolder>) -> Result<Vec<Item>, GenerateError> {
        let mut parts = parts;
        let mut folders = Vec::new();
        for module in self.catalogue.modules {
            let is_inside = |part: &mut ResourceFolder| part.resource.module == module.title;
            let inside: Vec<ResourceFolder> = parts.extract_if(.., is_inside).collect();
            if inside.is_empty() {
                continue;
            }
            let resources = inside.iter().map(|part| part.resource);
            folders.push(Item::Folder(Folder {
                id: self.ids.folder(module.title),
                name: module.title.to_owned(),
                description: render_module(self.templates, module, resources)?,
                item: inside
                    .into_iter()
                    .map(|part| Item::Folder(part.folder))
                    .collect(),
            }));
        }
        Ok(folders)
    }
}

/// One folder per resource, ordered by path.
fn flat(mut parts: Vec<ResourceFolder>) -> Vec<Item> {
    parts.sort_by_key(|part| part.resource.path);
    parts
        .into_iter()
        .map(|part| Item::Folder(part.folder))
        .collect()
}

#[derive(Serialize)]
struct UserAgent {
    user_agent: &'static str,
}

/// The facts for the front page.
#[derive(Serialize)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one condition of a template"
)]
struct FrontPage<'a> {
    host: &'a str,
    region: &'a str,
    service: &'a str,
    page_size: Option<u32>,
    resources: usize,
    is_whole: bool,
    has_tests: bool,
    signs_in_query: bool,
    is_portable: bool,
    first_request: FirstRequest,
}

#[derive(Serialize)]
struct FirstRequest {
    /// The path of folders and request as people navigate it.
    place: String,
    is_list: bool,
}

impl<'a> FrontPage<'a> {
    fn new(
        catalogue: &Catalogue,
        options: &Options,
        signing: &Signing<'a>,
        selected: &[&Resource],
    ) -> Self {
        let wanted = catalogue.service.first_request;
        let first = selected.iter().find(|resource| resource.path == wanted);
        let first = first.or_else(|| selected.first());
        Self {
            host: signing.host,
            region: signing.region,
            service: signing.service,
            page_size: catalogue.conventions.paging.size(),
            resources: selected.len(),
            is_whole: selected.len() == catalogue.resources.len(),
            has_tests: !options.no_tests,
            signs_in_query: options.auth_in_query,
            is_portable: options.portable,
            first_request: FirstRequest {
                place: first
                    .map_or_else(String::new, |resource| place_of(resource, options.layout)),
                is_list: first.is_some_and(|resource| resource.key.is_some()),
            },
        }
    }
}

/// Where the first request of `resource` is.
fn place_of(resource: &Resource, layout: Layout) -> String {
    let request = request_name(resource, Operation::List);
    match layout {
        Layout::Grouped => format!("{} › {} › {request}", resource.module, resource.title),
        Layout::Flat => format!("{} › {request}", resource.title),
    }
}
