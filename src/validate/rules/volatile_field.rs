use crate::json::{Kind, Value};
use crate::postman::view::Format;
use crate::validate::edit::remove_member;
use crate::validate::rule::rule;
use crate::validate::tree::names;
use crate::validate::{Context, Finding, Sink};

/// What an export adds to `info`, by who exported it and from where.
const INFO: [&str; 4] = [
    "_exporter_id",
    "_collection_link",
    "_postman_exported_at",
    "_postman_exported_using",
];

/// What an export adds to the file.
const FILE: [&str; 2] = ["_postman_exported_at", "_postman_exported_using"];

/// What a saved example keeps of the one time at which it was received.
const EXAMPLE: [&str; 3] = ["responseTime", "timings", "cookie"];

rule! {
    /// A member changes with every export.
    ///
    /// ## What it does
    ///
    /// Reports who exported a collection or environment, when and with what (`_exporter_id`,
    /// `_collection_link`, `_postman_exported_at`, `_postman_exported_using`), and the timings and
    /// cookies of saved examples. Empty ones are let pass.
    ///
    /// ## Why it matters
    ///
    /// Each export differs from the last where nobody has changed anything; reviews drown in it. And
    /// cookies may hold a session.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "name": "ok", "code": 200, "responseTime": 187, "body": "[]" }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "name": "ok", "code": 200, "body": "[]" }
    /// ```
    ///
    /// ## Fix
    ///
    /// Safe: removes the member.
    VOLATILE_FIELD {
        id: "volatile-field",
        group: Structure,
        severity: Warning,
        profile: Run,
        fixable: Safe,
        check: Document(check),
    }
}

fn check<'d>(context: &Context<'d>, sink: &mut Sink<'d>) {
    let root = context.collection.value;
    match context.format {
        Format::Environment | Format::Globals => report(root, &FILE, &Vec::new, sink),
        Format::Collection(_) => {
            report(root, &FILE, &Vec::new, sink);
            if let Some(info) = context.collection.info() {
                report(info, &INFO, &Vec::new, sink);
            }
            context.tree().for_each(&mut |folders, item| {
                for example in item.examples() {
                    report(example.value, &EXAMPLE, &|| names(folders, item), sink);
                }
            });
        }
        _ => {}
    }
}

fn report<'d>(
    object: Value<'d>,
    members: &[&str],
    names: &dyn Fn() -> Vec<String>,
    sink: &mut Sink<'d>,
) {
    for entry in object.entries() {
        let key = entry.key();
        if !members.contains(&key.as_ref()) || is_nothing(entry.value()) {
            continue;
        }
        let finding = Finding::new(
            entry.key_value(),
            if EXAMPLE.contains(&key.as_ref()) {
                format!("`{key}` is of the one time at which the example was received")
            } else {
                format!("`{key}` changes with every export")
            },
        );
        let edit = remove_member(object, &key).into_iter().collect();
        sink.report_in(
            names(),
            finding
                .help("leave it out")
                .safe_fix(format!("remove `{key}`"), edit),
        );
    }
}

fn is_nothing(value: Value) -> bool {
    value.is_null() || (matches!(value.kind(), Kind::Array | Kind::Object) && value.is_empty())
}
