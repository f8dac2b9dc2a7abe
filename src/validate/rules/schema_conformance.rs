use super::auth_type_unknown::{AUTH_TYPE_UNKNOWN, is_auth_type};
use super::body_mode_payload_mismatch::BODY_MODE_PAYLOAD_MISMATCH;
use super::item_request_or_folder::ITEM_REQUEST_OR_FOLDER;
use super::unknown_property::misspelt_item;
use crate::json::{Kind, Value};
use crate::postman::schema::{Defect, Strictness, defects};
use crate::postman::view::{DocumentKind, Version};
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, Sink};

rule! {
    /// The collection violates Postman's schema.
    ///
    /// ## What it does
    ///
    /// Validates the collection against Postman's official JSON Schema of the version that
    /// `info.schema` names: v2.0.0 or v2.1.0, which is also used if the version is unknown. Each
    /// violation is reported at the innermost invalid value, in the branch of the schema that
    /// applies, with the schema keyword in brackets.
    ///
    /// Except with `--schema official`, what Postman itself writes is accepted:
    ///
    /// - variables of the types `secret` and `default`;
    /// - auth of the types `jwt` and `asap`;
    /// - headers whose value is `null`;
    /// - bodies whose `mode` is empty.
    ///
    /// An entry that is neither request nor folder, or both, is reported by
    /// `item-request-or-folder` if that rule is on, and an auth of an unknown type by
    /// `auth-type-unknown`.
    ///
    /// ## Why it matters
    ///
    /// Postman refuses to import such a file or silently drops the part, and tools that rely on the
    /// schema fail on it.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "key": "Accept", "value": 5 }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "key": "Accept", "value": "5" }
    /// ```
    ///
    /// ## Fix
    ///
    /// Unsafe, since a program may read it: calls a list `items` by its name, `item`.
    SCHEMA_CONFORMANCE {
        id: "schema-conformance",
        group: Structure,
        severity: Error,
        profile: Import,
        fixable: Unsafe,
        check: Collection(check),
    }
}

fn check<'d>(context: &Context<'d>, sink: &mut Sink<'d>) {
    let version = match (context.settings.schema_version, context.format) {
        (Some(version), _) | (None, DocumentKind::Collection(Some(version))) => version,
        (None, _) => Version::V2_1,
    };
    let strictness = if context.settings.official_schema {
        Strictness::Official
    } else {
        Strictness::Corrected
    };
    let collection = context.collection.value;
    match defects(collection, version, strictness) {
        Ok(defects) => {
            for defect in defects {
                let is_said_better = is_about_item(context, &defect)
                    || is_about_auth_type(context, &defect)
                    || is_about_body_mode(context, &defect);
                if !is_said_better {
                    sink.report_in(defect.names.clone(), finding(defect));
                }
            }
        }
        // The embedded schemas compile; that is tested. Should they not, that must not be silent.
        Err(reason) => sink.report(Finding::new(
            collection,
            format!("cannot read the schema: {reason}"),
        )),
    }
}

fn finding(defect: Defect) -> Finding {
    let message = format!("{} ({})", defect.message, defect.keyword);
    let help = defect
        .help
        .or_else(|| map_help(defect.value, &defect.pointer));
    let finding = Finding::new(defect.value, message);
    if defect.pointer.is_empty()
        && let Some(edits) = misspelt_item(defect.value)
    {
        return finding
            .help("did you mean `item` instead of `items`?")
            .unsafe_fix("call it `item`", edits);
    }
    match help {
        Some(help) => finding.help(help),
        None => finding,
    }
}

/// What Postman makes of an object in place of a list of headers.
fn map_help(value: Value, pointer: &str) -> Option<String> {
    if value.kind() != Kind::Object || !pointer.ends_with("/header") {
        return None;
    }
    let names: Vec<String> = value
        .entries()
        .take(3)
        .map(|one| format!("`{}`", one.key()))
        .collect();
    let (headers, names) = match names.as_slice() {
        [] => return Some("write a list".to_owned()),
        [name] => ("a header", name.clone()),
        [names @ .., last] => ("headers", format!("{} and {last}", names.join(", "))),
    };
    Some(format!(
        "Postman sends {headers} called {names}; write a list of objects with `key` and `value`"
    ))
}

/// Whether the rule on requests and folders says it better: the entry of an item list is itself
/// what is wrong, and not by its type.
fn is_about_item(context: &Context, defect: &Defect) -> bool {
    matches!(defect.keyword.as_str(), "anyOf" | "not")
        && defect.value.get("request").is_some() == defect.value.get("item").is_some()
        && defect
            .pointer
            .rsplit_once('/')
            .is_some_and(|(list, _)| list.ends_with("/item"))
        && ITEM_REQUEST_OR_FOLDER.is_on(context.settings)
}

/// Whether the rule on the types of auths says it better: of a type that nobody knows, it knows the
/// one that is meant.
fn is_about_auth_type(context: &Context, defect: &Defect) -> bool {
    defect.keyword == "enum"
        && defect.pointer.ends_with("/auth/type")
        && !defect.pointer.contains("/response/")
        && !defect
            .value
            .as_str()
            .is_some_and(|kind| is_auth_type(&kind))
        && defect.value.kind() == Kind::String
        && AUTH_TYPE_UNKNOWN.is_on(context.settings)
}

/// Whether the rule on the modes of bodies says it better: of a mode that nobody knows, it knows what
/// is sent.
fn is_about_body_mode(context: &Context, defect: &Defect) -> bool {
    defect.keyword == "enum"
        && defect.pointer.ends_with("/request/body/mode")
        && !defect.pointer.contains("/response/")
        && defect.value.as_str().is_some_and(|mode| !mode.is_empty())
        && BODY_MODE_PAYLOAD_MISMATCH.is_on(context.settings)
}

#[cfg(test)]
mod tests {
    use crate::validate::{Environments, Settings, validate};

    #[test]
    fn to_the_letter_more_is_refused() {
        let text = r#"{"info": {"name": "A", "schema": "s"}, "item":
            [{"name": "R", "request": {"header": [{"key": "A", "value": null}]}}]}"#;
        let found = |official_schema| {
            let settings = Settings {
                select: vec!["schema-conformance".to_owned()],
                official_schema,
                ..Settings::default()
            };
            let found = validate(text.as_bytes(), &settings, &Environments::default());
            let messages = found
                .into_iter()
                .map(|one| (one.location.pointer, one.message));
            messages.collect::<Vec<_>>()
        };
        assert_eq!(found(false), []);
        let place = "/item/0/request/header/0/value".to_owned();
        let message = "`header[0].value` must be text, found null (type)".to_owned();
        assert_eq!(found(true), [(place, message)]);
    }
}
