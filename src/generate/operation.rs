//! One request of a resource's folder, with its examples and its test.

use super::examples::examples;
use super::ids::{Ids, RequestKey};
use super::request::request;
use super::script::test;
use super::story::Story;
use super::template::Templates;
use super::{GenerateError, Options};
use crate::catalogue::{Catalogue, Operation, Resource, ResourceKind};
use crate::postman::RequestItem;

pub(super) fn request_item(
    catalogue: &Catalogue,
    options: &Options,
    templates: &Templates,
    ids: &Ids,
    story: &Story,
    operation: Operation,
) -> Result<RequestItem, GenerateError> {
    let request = request(catalogue, options, templates, story, operation)?;
    let key = RequestKey {
        method: request.method.to_owned(),
        path: super::ids::normalised(&request.url.path.join("/")),
        pdf: operation == Operation::Pdf,
    };
    let id = ids.request(
        &key,
        &format!("{}/{}", story.resource.path, operation.title()),
    );
    let event = if options.no_tests {
        Vec::new()
    } else {
        vec![test(catalogue, templates, story, operation)?]
    };
    Ok(RequestItem {
        name: request_name(story.resource, operation).to_owned(),
        event,
        response: examples(story, operation, ids, (&key, &id))?,
        request,
        id,
    })
}

/// A resource that is not a list of records is simply read.
pub(super) fn request_name(resource: &Resource, operation: Operation) -> &'static str {
    match operation {
        Operation::List if resource.kind == ResourceKind::Report => Operation::Get.title(),
        Operation::List if resource.key.is_none() => Operation::Get.title(),
        _ => operation.title(),
    }
}
