use super::ForeignFormat;
use crate::json::{Kind, Value};

/// The format of `root`, the object or the list that a document consists of, where it is known not to
/// be Postman's.
pub(in crate::postman::view) fn recognise(root: Value) -> Option<ForeignFormat> {
    if root.kind() == Kind::Array {
        return root
            .index(0)
            .filter(|first| is_hoppscotch(*first))
            .map(|_| ForeignFormat::Hoppscotch);
    }
    let table = FORMATS.iter().find(|(_, is)| is(root));
    table.map(|(format, _)| *format)
}

/// Whether a server's answer says no more than that it refused.
pub(in crate::postman::view) fn is_error(root: Value) -> bool {
    let has_any = |names: &[&str]| names.iter().any(|name| has(root, name));
    has_any(&["error", "errors"])
        || (has(root, "message") && has_any(&["code", "documentation_url", "status", "statusCode"]))
}

/// Whether an object has a format.
type Sign = fn(Value) -> bool;

/// How each format is recognised, the surest signs first.
const FORMATS: &[(ForeignFormat, Sign)] = &[
    (ForeignFormat::OpenApi, |root| has(root, "openapi")),
    (ForeignFormat::Swagger, |root| has(root, "swagger")),
    (ForeignFormat::AsyncApi, |root| has(root, "asyncapi")),
    (ForeignFormat::CollectionV3, |root| has(root, "$kind")),
    (ForeignFormat::OpenCollection, |root| {
        has(root, "opencollection")
    }),
    (ForeignFormat::ThunderClient, |root| {
        ["client", "clientName"]
            .iter()
            .any(|name| is(root, name, "Thunder Client"))
    }),
    (ForeignFormat::Insomnia, |root| {
        let kind = root.get("type").and_then(Value::as_str);
        is(root, "_type", "export")
            || has(root, "__export_format")
            || kind.is_some_and(|kind| kind.contains(".insomnia.rest/"))
    }),
    (ForeignFormat::Hoppscotch, is_hoppscotch),
    (ForeignFormat::Bruno, |root| {
        let is_export = has(root, "items") && (has(root, "uid") || has(root, "brunoConfig"));
        has(root, "version") && (is_export || is(root, "type", "collection"))
    }),
    (ForeignFormat::Har, |root| {
        root.get("log").is_some_and(|log| has(log, "entries"))
    }),
    (ForeignFormat::TestRun, |root| {
        has(root, "results") && (has(root, "collection_id") || has(root, "totalPass"))
    }),
    (ForeignFormat::PostmanDump, |root| {
        let has_parts = ["environments", "globals", "headerPresets"]
            .iter()
            .any(|name| has(root, name));
        // The index of a dump says only which files there are.
        let index = root.get("collection").and_then(|ids| ids.entries().next());
        (is_list(root, "collections") && has_parts)
            || index.is_some_and(|entry| entry.value().kind() == Kind::Bool)
    }),
    (ForeignFormat::PostmanList, |root| {
        is_list(root, "collections")
    }),
    (ForeignFormat::CollectionV1, |root| {
        has(root, "requests") && (has(root, "order") || has(root, "folders"))
    }),
];

fn has(object: Value, name: &str) -> bool {
    object.get(name).is_some()
}

fn is(object: Value, name: &str, text: &str) -> bool {
    object.get(name).is_some_and(|value| value.is_str(text))
}

fn is_list(object: Value, name: &str) -> bool {
    object
        .get(name)
        .is_some_and(|value| value.kind() == Kind::Array)
}

/// Whether `value` is one of Hoppscotch's collections or environments, which it exports as a list.
fn is_hoppscotch(value: Value) -> bool {
    let has_all = |names: &[&str]| names.iter().all(|name| has(value, name));
    has_all(&["v", "folders", "requests"]) || has_all(&["v", "name", "variables"])
}
