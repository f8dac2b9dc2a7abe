use crate::json::{Kind, Value};

/// A version of the collection format that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Version {
    /// v2.0.0: auth attributes are an object.
    V2_0,
    /// v2.1.0: auth attributes are a list.
    V2_1,
}

/// What a JSON document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DocumentKind {
    /// A collection; the version as `info.schema` has it, when it has one that is known.
    Collection(Option<Version>),
    /// A collection in the first format, which Postman no longer imports.
    CollectionV1,
    /// A Postman environment.
    Environment,
    /// Postman's globals.
    Globals,
    /// Another tool's format, by its name.
    Other(&'static str),
    /// Nothing known.
    Unknown,
}

/// The collection, the environment or the globals that the Postman API has wrapped into `root`;
/// else `root` itself.
pub(crate) fn unwrapped(root: Value<'_>) -> Value<'_> {
    let inner = |name: &str| root.get(name).filter(|inner| inner.kind() == Kind::Object);
    let variables = ["environment", "globals"].into_iter().filter_map(inner);
    let mut variables = variables.filter(|inner| inner.get("values").is_some());
    inner("collection")
        .or_else(|| variables.next())
        .unwrap_or(root)
}

/// What `root` is, inside its wrapper where the Postman API has put it into one.
pub(crate) fn recognise(root: Value) -> DocumentKind {
    let is_hoppscotch = |value: Value| {
        ["v", "folders", "requests"]
            .iter()
            .all(|name| value.get(name).is_some())
    };
    if root.kind() == Kind::Array {
        // Hoppscotch writes all its collections as one list.
        let is_its_list = root.index(0).is_some_and(is_hoppscotch);
        return if is_its_list {
            DocumentKind::Other("Hoppscotch")
        } else {
            DocumentKind::Unknown
        };
    }
    if root.kind() != Kind::Object {
        return DocumentKind::Unknown;
    }
    let outer = root;
    let root = unwrapped(outer);
    let is_in = |name: &str| {
        outer
            .get(name)
            .is_some_and(|inner| inner.span() == root.span())
    };
    if root.get("info").is_some() && root.get("item").is_some() {
        return DocumentKind::Collection(version(root));
    }
    let has = |name: &str| root.get(name).is_some();
    let scope = root.get("_postman_variable_scope").and_then(Value::as_str);
    let is = |name: &str, text: &str| root.get(name).is_some_and(|value| value.is_str(text));
    match scope.as_deref() {
        Some("globals") => return DocumentKind::Globals,
        Some("environment") => return DocumentKind::Environment,
        _ if is_in("globals") => return DocumentKind::Globals,
        _ if is_in("environment") => return DocumentKind::Environment,
        _ => {}
    }
    if has("openapi") {
        DocumentKind::Other("OpenAPI")
    } else if has("swagger") {
        DocumentKind::Other("Swagger")
    } else if is("_type", "export")
        || has("__export_format")
        || is("type", "collection.insomnia.rest/5.0")
    {
        DocumentKind::Other("Insomnia")
    } else if is_hoppscotch(root) {
        DocumentKind::Other("Hoppscotch")
    } else if has("opencollection") {
        DocumentKind::Other("OpenCollection")
    } else if has("version") && has("items") && (has("uid") || has("brunoConfig")) {
        DocumentKind::Other("Bruno")
    } else if has("log")
        && root
            .get("log")
            .is_some_and(|log| log.get("entries").is_some())
    {
        DocumentKind::Other("HAR")
    } else if has("requests") && (has("order") || has("folders")) {
        DocumentKind::CollectionV1
    } else if has("item") || schema_text(root).is_some() {
        DocumentKind::Collection(version(root))
    } else if has("values") && has("name") {
        DocumentKind::Environment
    } else {
        DocumentKind::Unknown
    }
}

fn schema_text(root: Value<'_>) -> Option<std::borrow::Cow<'_, str>> {
    let schema = root.get("info")?.get("schema")?.as_str()?;
    schema.contains("/collection/").then_some(schema)
}

fn version(root: Value) -> Option<Version> {
    let schema = schema_text(root)?;
    if schema.contains("/v2.1.") {
        Some(Version::V2_1)
    } else if schema.contains("/v2.0.") {
        Some(Version::V2_0)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::{DocumentKind, Version, recognise};
    use crate::json::Document;

    #[test]
    fn formats_are_recognised() {
        let v2 = |version| DocumentKind::Collection(Some(version));
        let info = |schema: &str| format!(r#"{{"info": {{"schema": "{schema}"}}, "item": []}}"#);
        let host = "https://schema.getpostman.com/json";
        for (text, format) in [
            (
                info(&format!("{host}/collection/v2.1.0/collection.json")),
                v2(Version::V2_1),
            ),
            (
                info(&format!("{host}/draft-07/collection/v2.0.0/")),
                v2(Version::V2_0),
            ),
            (info("x"), DocumentKind::Collection(None)),
            (
                r#"{"collection": {"info": {}, "item": []}}"#.into(),
                DocumentKind::Collection(None),
            ),
            (
                r#"{"id": "1", "name": "a", "requests": [], "order": []}"#.into(),
                DocumentKind::CollectionV1,
            ),
            (
                r#"{"name": "e", "values": []}"#.into(),
                DocumentKind::Environment,
            ),
            (
                r#"{"values": [], "_postman_variable_scope": "globals"}"#.into(),
                DocumentKind::Globals,
            ),
            (
                r#"{"globals": {"values": []}}"#.into(),
                DocumentKind::Globals,
            ),
            (
                r#"{"environment": {"name": "e", "values": []}}"#.into(),
                DocumentKind::Environment,
            ),
            (
                r#"{"openapi": "3.1.0"}"#.into(),
                DocumentKind::Other("OpenAPI"),
            ),
            (
                r#"{"_type": "export", "resources": []}"#.into(),
                DocumentKind::Other("Insomnia"),
            ),
            (
                r#"{"v": 1, "folders": [], "requests": []}"#.into(),
                DocumentKind::Other("Hoppscotch"),
            ),
            (
                r#"[{"v": 2, "name": "a", "folders": [], "requests": []}]"#.into(),
                DocumentKind::Other("Hoppscotch"),
            ),
            (
                r#"{"opencollection": "1.0.0", "info": {"name": "a"}, "items": []}"#.into(),
                DocumentKind::Other("OpenCollection"),
            ),
            (
                r#"{"version": "1", "uid": "u", "items": []}"#.into(),
                DocumentKind::Other("Bruno"),
            ),
            (r#"{"foo": 1}"#.into(), DocumentKind::Unknown),
            ("[]".into(), DocumentKind::Unknown),
        ] {
            assert_eq!(
                recognise(Document::from_text(&text).unwrap().root()),
                format,
                "{text}"
            );
        }
    }
}
