use super::auth_type_unknown::is_auth_type;
use crate::diagnostic::Edit;
use crate::json::{Kind, Value};
use crate::postman::SCHEMA_V2_1_0;
use crate::postman::view::{Auth, DocumentKind, Version};
use crate::validate::edit::{replace, replace_text};
use crate::validate::rule::rule;
use crate::validate::tree::names;
use crate::validate::{Context, Finding, Sink};

rule! {
    /// The collection, or an auth in it, is in format v2.0.
    ///
    /// ## What it does
    ///
    /// Reports a collection in format v2.0, once, at `info.schema`; and in any other collection
    /// each auth whose attributes are an object, as in v2.0, instead of a list.
    ///
    /// ## Why it matters
    ///
    /// Current tools expect v2.1, and auth is the main difference. Under a v2.1 schema URL the
    /// official schema refuses the old form, and readers find no attributes in it.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "type": "bearer", "bearer": { "token": "{{token}}" } }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "type": "bearer", "bearer": [{ "key": "token", "value": "{{token}}", "type": "string" }] }
    /// ```
    ///
    /// ## Fix
    ///
    /// Safe: turns the attributes into a list; in a v2.0 collection it does so for every auth and
    /// updates the schema URL.
    FORMAT_V2_0_UPGRADE {
        id: "format-v2-0-upgrade",
        group: Structure,
        severity: Warning,
        profile: Import,
        fixable: Safe,
        check: Collection(check),
    }
}

fn check<'d>(context: &Context<'d>, sink: &mut Sink<'d>) {
    let collection = context.collection;
    let mut found: Vec<(Vec<String>, Value<'d>, Edit)> = Vec::new();
    let mut look = |names: &dyn Fn() -> Vec<String>, auth: Option<Auth<'d>>| {
        for attributes in auth.into_iter().flat_map(old_attributes) {
            found.push((names(), attributes, as_list(attributes)));
        }
    };
    look(&Vec::new, Auth::of(collection.value));
    context.tree().for_each(&mut |folders, item| {
        let names = || names(folders, item);
        look(&names, item.own_auth());
        for example in item.examples() {
            look(&names, example.request().and_then(|request| request.auth()));
        }
    });
    if context.format != DocumentKind::Collection(Some(Version::V2_0)) {
        for (names, attributes, edit) in found {
            let message = "the attributes of this auth are an object, as in v2.0; v2.1 uses a list";
            let finding = Finding::new(attributes, message)
                .help("write each as an object with `key`, `value` and `type`")
                .safe_fix("turn them into a list", vec![edit]);
            sink.report_in(names, finding);
        }
        return;
    }
    let Some(schema) = collection.info().and_then(|info| info.get("schema")) else {
        return;
    };
    let mut edits = vec![replace_text(schema, SCHEMA_V2_1_0)];
    edits.extend(found.into_iter().map(|(_, _, edit)| edit));
    sink.report(
        Finding::new(
            schema,
            "the collection is in format v2.0; the latest is v2.1",
        )
        .help("export it from Postman as Collection v2.1")
        .safe_fix("convert it to format v2.1", edits),
    );
}

/// The attribute objects of an auth, whether or not they belong to its type.
fn old_attributes(auth: Auth<'_>) -> impl Iterator<Item = Value<'_>> {
    let entries = auth.value.entries();
    let is_old = |value: &Value| value.kind() == Kind::Object;
    entries
        .filter(|entry| entry.key() != "noauth" && is_auth_type(&entry.key()))
        .map(crate::json::Entry::value)
        .filter(is_old)
}

/// The members of `attributes` as a list of attributes, set as the members are.
fn as_list(attributes: Value) -> Edit {
    let text = attributes.document().text();
    let entries: Vec<_> = attributes.entries().collect();
    let between = |from: usize, to: usize| text.get(from..to).unwrap_or_default();
    let span = attributes.span();
    let (Some(first), Some(last)) = (entries.first(), entries.last()) else {
        return replace(attributes, "[]");
    };
    let before = between(span.start + 1, first.key_span().start);
    let after = between(last.value().span().end, span.end.saturating_sub(1));
    let listed: Vec<String> = entries
        .iter()
        .map(|entry| {
            let value = entry.value();
            let kind = match value.kind() {
                Kind::String => "string",
                Kind::Bool => "boolean",
                _ => "any",
            };
            let key = entry.key_value().text();
            format!(
                r#"{before}{{"key": {key}, "value": {}, "type": "{kind}"}}"#,
                value.text()
            )
        })
        .collect();
    replace(attributes, format!("[{}{after}]", listed.join(",")))
}
