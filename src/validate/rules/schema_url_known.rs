use crate::postman::SCHEMA_V2_1_0;
use crate::validate::edit::replace_text;
use crate::validate::rule::rule;
use crate::validate::schema_url::SchemaUrl;
use crate::validate::{Context, Finding, Sink};

rule! {
    /// The schema URL is none of Postman's.
    ///
    /// ## What it does
    ///
    /// Reports an `info.schema` that is not the address of one of Postman's collection schemas. The
    /// spellings that real files have are let pass: `http`, with or without the draft of JSON
    /// Schema, with or without the file name.
    ///
    /// ## Why it matters
    ///
    /// Readers tell the version of the format by this text; the official schema accepts any.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "schema": "v2.1.0" }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json" }
    /// ```
    ///
    /// ## Fix
    ///
    /// Safe, where the text names a version: replaces it by the address of that version's schema.
    SCHEMA_URL_KNOWN {
        id: "schema-url-known",
        group: Structure,
        severity: Error,
        profile: Import,
        fixable: Safe,
        check: Collection(check),
    }
}

fn check<'d>(context: &Context<'d>, sink: &mut Sink<'d>) {
    let schema = context
        .collection
        .info()
        .and_then(|info| info.get("schema"));
    let Some((at, text)) = schema.and_then(|at| Some((at, at.as_str()?))) else {
        return;
    };
    if SchemaUrl::parse(&text).is_some_and(|url| url.version().is_some()) {
        return;
    }
    let message = if text.trim().is_empty() {
        "`info.schema` is empty".to_owned()
    } else {
        format!("`{text}` is no address of a Postman collection schema")
    };
    let finding = Finding::new(at, message);
    let suggestion = match (text.contains("2.0"), text.contains("2.1")) {
        (true, false) => Some(SCHEMA_V2_1_0.replace("v2.1.0", "v2.0.0")),
        (false, true) => Some(SCHEMA_V2_1_0.to_owned()),
        _ => None,
    };
    sink.report(match suggestion {
        Some(suggestion) => finding.help(format!("use `{suggestion}`")).safe_fix(
            format!("replace it by `{suggestion}`"),
            vec![replace_text(at, &suggestion)],
        ),
        None => finding.help(format!("for format v2.1, use `{SCHEMA_V2_1_0}`")),
    });
}
