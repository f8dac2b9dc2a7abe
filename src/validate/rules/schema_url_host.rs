use crate::validate::edit::replace_text;
use crate::validate::rule::rule;
use crate::validate::schema_url::SchemaUrl;
use crate::validate::{Context, Finding, Sink};

rule! {
    /// The schema URL has the wrong host.
    ///
    /// ## What it does
    ///
    /// Reports an `info.schema` that is right except for its host, which should be
    /// `schema.getpostman.com`.
    ///
    /// ## Why it matters
    ///
    /// Some versions of Postman and other importers compare the text and refuse
    /// `schema.postman.com`.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "schema": "https://schema.postman.com/json/collection/v2.1.0/collection.json" }
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
    /// Safe: replaces the host.
    SCHEMA_URL_HOST {
        id: "schema-url-host",
        group: Structure,
        severity: Warning,
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
    let Some(url) = SchemaUrl::parse(&text).filter(|url| url.version().is_some()) else {
        return;
    };
    if url.host == SchemaUrl::HOST {
        return;
    }
    let mut right = text.clone().into_owned();
    right.replace_range(url.host_span.clone(), SchemaUrl::HOST);
    let message = format!(
        "the schema's host is `{}`, not `{}`",
        url.host,
        SchemaUrl::HOST
    );
    let finding = Finding::new(at, message)
        .help(format!("use `{right}`"))
        .safe_fix("replace the host", vec![replace_text(at, &right)]);
    // Without escapes the host is at the same offset in the file, after the quote.
    sink.report(if at.as_raw_str() == Some(&text) {
        let inside = at.span().start + 1;
        finding.span(inside + url.host_span.start..inside + url.host_span.end)
    } else {
        finding
    });
}
