use crate::postman::SCHEMA_V2_1_0;
use crate::validate::edit::replace_text;
use crate::validate::rule::rule;
use crate::validate::schema_url::SchemaUrl;
use crate::validate::{Context, Finding, Sink};

rule! {
    /// The schema URL is unknown.
    ///
    /// ## What it does
    ///
    /// Reports an `info.schema` that is not the URL of one of Postman's collection schemas.
    /// Spellings found in real files are allowed: `http`, with or without the JSON Schema draft,
    /// with or without the file name.
    ///
    /// ## Why it matters
    ///
    /// Tools recognise the format version by this URL; the official schema accepts any.
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
    /// Safe: replaces it with the schema URL of the version that the text names.
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
        format!("`{text}` is not the URL of a Postman collection schema")
    };
    let finding = Finding::new(at, message);
    let suggestion = match (text.contains("2.0"), text.contains("2.1")) {
        (true, false) => Some(SCHEMA_V2_1_0.replace("v2.1.0", "v2.0.0")),
        (false, true) => Some(SCHEMA_V2_1_0.to_owned()),
        _ => None,
    };
    sink.report(match suggestion {
        Some(suggestion) => finding.help(format!("use `{suggestion}`")).safe_fix(
            format!("replace it with `{suggestion}`"),
            vec![replace_text(at, &suggestion)],
        ),
        None => finding.help(format!("for format v2.1, use `{SCHEMA_V2_1_0}`")),
    });
}
