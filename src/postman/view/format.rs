use super::foreign::{self, ForeignFormat};
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
    /// A Postman environment.
    Environment,
    /// Postman's globals.
    Globals,
    /// A format that is not supported.
    Foreign(ForeignFormat),
    /// Nothing known.
    Unknown,
}

impl DocumentKind {
    /// Why a document of this kind is not a collection, and what to do about it; the same in every
    /// command. `None` for a collection.
    pub(crate) fn rejection(self) -> Option<(String, &'static str)> {
        match self {
            Self::Collection(_) => None,
            Self::Environment => Some((
                "this is a Postman environment, not a collection".to_owned(),
                "pass it with `-e`, and name a collection",
            )),
            Self::Globals => Some((
                "this is a file of Postman's globals, not a collection".to_owned(),
                "pass it with `-e`, and name a collection",
            )),
            Self::Foreign(format) => Some((format.to_string(), format.help())),
            Self::Unknown => Some((
                "this is not a Postman collection".to_owned(),
                "a collection is an object with `info` and `item`",
            )),
        }
    }
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
    if !matches!(root.kind(), Kind::Object | Kind::Array) {
        return DocumentKind::Unknown;
    }
    let outer = root;
    let root = unwrapped(outer);
    let has = |name: &str| root.get(name).is_some();
    let is_in = |name: &str| {
        outer
            .get(name)
            .is_some_and(|inner| inner.span() == root.span())
    };
    if has("info") && has("item") {
        return if outer.get("run").is_some() {
            DocumentKind::Foreign(ForeignFormat::TestRun)
        } else {
            DocumentKind::Collection(version(root))
        };
    }
    let scope = root.get("_postman_variable_scope").and_then(Value::as_str);
    match scope.as_deref() {
        Some("globals") => return DocumentKind::Globals,
        Some("environment") => return DocumentKind::Environment,
        _ if is_in("globals") => return DocumentKind::Globals,
        _ if is_in("environment") => return DocumentKind::Environment,
        _ => {}
    }
    if let Some(format) = foreign::recognise(outer) {
        DocumentKind::Foreign(format)
    } else if has("item") || schema_text(root).is_some() {
        DocumentKind::Collection(version(root))
    } else if has("values") && has("name") {
        DocumentKind::Environment
    } else if foreign::is_error(outer) {
        DocumentKind::Foreign(ForeignFormat::ErrorResponse)
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
    use super::{DocumentKind, ForeignFormat, Version, recognise};
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

    #[test]
    fn other_formats_are_recognised() {
        use ForeignFormat as Format;
        for (text, format) in [
            (
                r#"{"name": "a", "requests": [], "order": []}"#,
                Format::CollectionV1,
            ),
            (r#"{"openapi": "3.1.0"}"#, Format::OpenApi),
            (r#"{"swagger": "2.0", "info": {}}"#, Format::Swagger),
            (r#"{"asyncapi": "3.0.0"}"#, Format::AsyncApi),
            (r#"{"$kind": "collection"}"#, Format::CollectionV3),
            (r#"{"_type": "export", "resources": []}"#, Format::Insomnia),
            (r#"{"type": "spec.insomnia.rest/5.0"}"#, Format::Insomnia),
            (
                r#"{"client": "Thunder Client", "folders": [], "requests": []}"#,
                Format::ThunderClient,
            ),
            (
                r#"{"clientName": "Thunder Client", "environmentName": "e"}"#,
                Format::ThunderClient,
            ),
            (
                r#"{"v": 1, "folders": [], "requests": []}"#,
                Format::Hoppscotch,
            ),
            (
                r#"[{"v": 2, "name": "a", "folders": [], "requests": []}]"#,
                Format::Hoppscotch,
            ),
            (
                r#"[{"v": 1, "name": "a", "variables": []}]"#,
                Format::Hoppscotch,
            ),
            (
                r#"{"opencollection": "1.0.0", "info": {}, "items": []}"#,
                Format::OpenCollection,
            ),
            (
                r#"{"version": "1", "uid": "u", "items": []}"#,
                Format::Bruno,
            ),
            (
                r#"{"version": "1", "name": "a", "type": "collection"}"#,
                Format::Bruno,
            ),
            (r#"{"log": {"entries": []}}"#, Format::Har),
            (
                r#"{"version": 1, "collections": [], "environments": []}"#,
                Format::PostmanDump,
            ),
            (
                r#"{"collection": {"0a1b": true}, "environment": {}}"#,
                Format::PostmanDump,
            ),
            (r#"{"collections": [{"uid": "1"}]}"#, Format::PostmanList),
            (
                r#"{"collection": {"info": {}, "item": []}, "run": {}}"#,
                Format::TestRun,
            ),
            (r#"{"collection_id": "1", "results": []}"#, Format::TestRun),
            (r#"{"error": {"name": "e"}}"#, Format::ErrorResponse),
            (
                r#"{"message": "Not Found", "status": "404"}"#,
                Format::ErrorResponse,
            ),
        ] {
            let document = Document::from_text(text).unwrap();
            let kind = recognise(document.root());
            assert_eq!(kind, DocumentKind::Foreign(format), "{text}");
        }
    }
}
