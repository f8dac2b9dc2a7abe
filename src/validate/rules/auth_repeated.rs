use crate::diagnostic::Edit;
use crate::json::{Kind, Value};
use crate::postman::view::Auth;
use crate::validate::auths::{RequestAuth, each_request};
use crate::validate::edit::{add_member, remove_member, replace};
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, Sink};

rule! {
    /// Every request repeats the same auth.
    ///
    /// ## What it does
    ///
    /// Reports a collection with at least two requests that all have the same auth, which the
    /// collection could define once.
    ///
    /// ## Why it matters
    ///
    /// A change of the auth must be made in every request, and a forgotten one fails.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "item": [{ "request": { "auth": { … } } }, { "request": { "auth": { … } } }] }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "item": [{ "request": { … } }, { "request": { … } }], "auth": { … } }
    /// ```
    ///
    /// ## Fix
    ///
    /// Unsafe: moves the auth to the collection, where later requests inherit it too.
    AUTH_REPEATED {
        id: "auth-repeated",
        group: Auth,
        severity: Info,
        profile: Run,
        fixable: Unsafe,
        check: Collection(check),
    }
}

fn check<'d>(context: &Context<'d>, sink: &mut Sink<'d>) {
    let collection = context.collection.value;
    if Auth::of(collection).is_some_and(Auth::is_typed) {
        return;
    }
    let mut first: Option<(Auth<'d>, Vec<String>, String)> = None;
    let mut owners = Vec::new();
    let mut all_same = true;
    each_request(context, &mut |seen: &RequestAuth<'_, 'd>| {
        let own = seen.own.filter(|_| seen.item.auth.is_none());
        let Some(own) = own.filter(|auth| all_same && !auth.is("noauth")) else {
            all_same = false;
            return;
        };
        let text = without_layout(own.value);
        match &first {
            None => first = Some((own, seen.names(), text)),
            Some((_, _, same)) if *same == text => {}
            Some(_) => all_same = false,
        }
        owners.extend(seen.item.request);
    });
    let Some((auth, names, text)) = first.filter(|_| all_same && owners.len() > 1) else {
        return;
    };
    let kind = auth.kind().unwrap_or_default();
    let message = format!(
        "all {} requests repeat the same `{kind}` auth",
        owners.len()
    );
    let finding = Finding::new(auth.value.get("type").unwrap_or(auth.value), message)
        .help("move it to the collection and let the requests inherit it");
    sink.report_in(
        names,
        match hoisted(collection, &owners, &text) {
            Some(edits) => finding.unsafe_fix("move it to the collection", edits),
            None => finding,
        },
    );
}

/// The edits that take the auth from `owners` and give it to the collection.
fn hoisted(collection: Value, owners: &[Value], auth: &str) -> Option<Vec<Edit>> {
    let removals = owners.iter().map(|owner| remove_member(*owner, "auth"));
    let mut edits = removals.collect::<Option<Vec<Edit>>>()?;
    edits.push(match collection.get("auth") {
        None => add_member(collection, "auth", auth)?,
        Some(none) if none.is_null() => replace(none, auth),
        Some(_) => return None,
    });
    Some(edits)
}

/// The JSON text of `value` without the white space between its tokens.
fn without_layout(value: Value) -> String {
    let mut text = String::new();
    write(value, &mut text);
    text
}

fn write(value: Value, text: &mut String) {
    match value.kind() {
        Kind::Object => {
            text.push('{');
            for (number, entry) in value.entries().enumerate() {
                text.push_str(if number == 0 { "" } else { ", " });
                text.push_str(entry.key_value().text());
                text.push_str(": ");
                write(entry.value(), text);
            }
            text.push('}');
        }
        Kind::Array => {
            text.push('[');
            for (number, element) in value.elements().enumerate() {
                text.push_str(if number == 0 { "" } else { ", " });
                write(element, text);
            }
            text.push(']');
        }
        _ => text.push_str(value.text()),
    }
}
