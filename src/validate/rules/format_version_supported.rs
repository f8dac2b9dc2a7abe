use crate::postman::view::DocumentKind;
use crate::validate::rule::rule;
use crate::validate::schema_url::{SchemaUrl, is_supported};
use crate::validate::{Context, Finding, Sink};

rule! {
    /// The file is not a v2.0 or v2.1 collection.
    ///
    /// ## What it does
    ///
    /// Reports a collection in format v1, one whose `info.schema` names another version than v2.0
    /// or v2.1, another tool's file (Insomnia, `OpenAPI`, Thunder Client, Hoppscotch, Bruno, HAR …), a
    /// Postman data dump, a server's error message, and JSON that is not recognised. Postman
    /// environments and globals are allowed.
    ///
    /// ## Why it matters
    ///
    /// Postman no longer imports v1, and no rule can check an unknown format, so a report without
    /// findings would mean nothing.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "id": "…", "name": "Sales", "order": ["…"], "requests": [ … ] }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "info": { "name": "Sales", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json" }, "item": [ … ] }
    /// ```
    FORMAT_VERSION_SUPPORTED {
        id: "format-version-supported",
        group: Structure,
        severity: Error,
        profile: Import,
        fixable: No,
        check: Document(check),
    }
}

const EXPORT_AGAIN: &str = "export it from Postman again as Collection v2.1";

fn check<'d>(context: &Context<'d>, sink: &mut Sink<'d>) {
    match (context.format, context.format.rejection()) {
        (DocumentKind::Environment | DocumentKind::Globals, _) => {}
        (_, None) => check_version(context, sink),
        (_, Some((message, help))) => {
            sink.report(Finding::new(context.document.root(), message).help(help));
        }
    }
}

fn check_version<'d>(context: &Context<'d>, sink: &mut Sink<'d>) {
    let schema = context
        .collection
        .info()
        .and_then(|info| info.get("schema"));
    let Some((at, text)) = schema.and_then(|at| Some((at, at.as_str()?))) else {
        return;
    };
    let version = SchemaUrl::parse(&text).and_then(|url| url.version());
    if let Some(version) = version.filter(|version| !is_supported(version)) {
        let message = format!("format v{version} is not supported: only v2.0 and v2.1 are");
        sink.report(Finding::new(at, message).help(EXPORT_AGAIN));
    }
}
