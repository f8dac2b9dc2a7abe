use crate::json::Value;
use crate::postman::view::ItemKind;
use crate::validate::edit::{remove_member, rename_member};
use crate::validate::rule::rule;
use crate::validate::shape::{COLLECTION, ENTRY, FOLDER, Shape};
use crate::validate::tree::names;
use crate::validate::{Context, Finding, Sink};

rule! {
    /// A member is none of the format's.
    ///
    /// ## What it does
    ///
    /// Reports members that neither the schema nor Postman's own exports know, in the collection,
    /// its folders, requests, URLs, headers, bodies, variables, scripts and examples. Members that
    /// start with `_` are private to whoever has written them, and are let pass.
    ///
    /// ## Why it matters
    ///
    /// The schema allows any, so a misspelt member passes and is ignored; others are what another
    /// program has left behind.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "method": "GET", "url": "{{host}}/agent", "headers": [{ "key": "Accept", "value": "*/*" }] }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "method": "GET", "url": "{{host}}/agent", "header": [{ "key": "Accept", "value": "*/*" }] }
    /// ```
    ///
    /// ## Fix
    ///
    /// Unsafe: gives the member the name that is plainly meant, unless that is there already, else
    /// removes it. A program may look for it.
    UNKNOWN_PROPERTY {
        id: "unknown-property",
        group: Structure,
        severity: Info,
        profile: Run,
        fixable: Unsafe,
        check: Collection(check),
    }
}

fn check<'d>(context: &Context<'d>, sink: &mut Sink<'d>) {
    COLLECTION.walk(context.collection.value, &mut |shape, object| {
        report(shape, object, &Vec::new, sink);
    });
    context.tree().for_each(&mut |folders, item| {
        let shape = match item.kind() {
            ItemKind::Request => &ENTRY,
            ItemKind::Folder => &FOLDER,
            ItemKind::Both | ItemKind::Neither => return,
        };
        shape.walk(item.value, &mut |shape, object| {
            report(shape, object, &|| names(folders, item), sink);
        });
    });
}

fn report<'d>(
    shape: &Shape,
    object: Value<'d>,
    names: &dyn Fn() -> Vec<String>,
    sink: &mut Sink<'d>,
) {
    for entry in object.entries() {
        let key = entry.key();
        if key.starts_with('_') || shape.known.contains(&key.as_ref()) {
            continue;
        }
        let message = format!("`{key}` is no member of {}", shape.what);
        let finding = Finding::new(entry.key_value(), message);
        let meant = meant(shape, &key).filter(|meant| object.get(meant).is_none());
        let finding = match meant {
            Some(meant) => finding.help(format!("did you mean `{meant}`?")).unsafe_fix(
                format!("call it `{meant}`"),
                rename_member(object, &key, meant).into_iter().collect(),
            ),
            None => finding.help("remove it").unsafe_fix(
                format!("remove `{key}`"),
                remove_member(object, &key).into_iter().collect(),
            ),
        };
        sink.report_in(names(), finding);
    }
}

/// The member that is so much like `key` that it must be meant.
fn meant(shape: &Shape, key: &str) -> Option<&'static str> {
    let lower = key.to_ascii_lowercase();
    let known = shape.known.iter().copied();
    let scored = known.map(|known| (strsim::damerau_levenshtein(known, &lower), known));
    let (distance, known) = scored.min()?;
    (distance <= 1 || (distance == 2 && key.len() > 6)).then_some(known)
}
