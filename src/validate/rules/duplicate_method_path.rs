use std::borrow::Cow;
use std::collections::HashMap;
use std::collections::hash_map::Entry;

use crate::json::Value;
use crate::postman::view::{Item, ItemKind, Request};
use crate::validate::rule::rule;
use crate::validate::tree::{names, parent_id};
use crate::validate::{Context, Finding, Sink};

rule! {
    /// A folder has the same request twice.
    ///
    /// ## What it does
    ///
    /// Reports a request with the same method, URL, headers, body, auth, scripts and settings as an
    /// earlier one in the same folder. If any of them differs, the two are variants and allowed.
    ///
    /// ## Why it matters
    ///
    /// It may be an abandoned copy, and converters to other formats keep only one of the two. A
    /// workflow that repeats a step has it on purpose.
    ///
    /// ## Example
    ///
    /// ```json
    /// [{ "name": "List", "request": "{{host}}/agent" }, { "name": "All", "request": "{{host}}/agent" }]
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// [{ "name": "List", "request": "{{host}}/agent" }]
    /// ```
    DUPLICATE_METHOD_PATH {
        id: "duplicate-method-path",
        group: Structure,
        severity: Info,
        profile: Pedantic,
        fixable: No,
        check: Collection(check),
    }
}

/// Everything that makes a call what it is, in the folder whose text starts at the number.
type RequestIdentity<'d> = (usize, Cow<'d, str>, Cow<'d, str>, [&'d str; 6]);

fn check<'d>(context: &Context<'d>, sink: &mut Sink<'d>) {
    let mut seen: HashMap<RequestIdentity<'d>, Value<'d>> = HashMap::new();
    context.tree().for_each(&mut |folders, item| {
        let request = item.request().filter(|_| item.kind() == ItemKind::Request);
        let Some(request) = request else {
            return;
        };
        let parent_id = parent_id(folders);
        let Some(identity) = identity(parent_id, item, &request) else {
            return;
        };
        let (_, method, url, _) = &identity;
        let message = format!("`{method} {url}` appears twice in this folder");
        let at = request.url.unwrap_or(request.value);
        match seen.entry(identity) {
            Entry::Vacant(free) => {
                free.insert(at);
            }
            Entry::Occupied(first) => sink.report_in(
                names(folders, item),
                Finding::new(at, message)
                    .label(*first.get(), "here first")
                    .help("remove one, or make them differ"),
            ),
        }
    });
}

fn identity<'d>(
    parent_id: usize,
    item: &Item<'d>,
    request: &Request<'d>,
) -> Option<RequestIdentity<'d>> {
    let url = request.url()?;
    let shown = url.raw_text().filter(|raw| !raw.trim().is_empty())?;
    let text = |member: Option<Value<'d>>| member.map_or("", Value::text);
    let settings = item.value.get("protocolProfileBehavior");
    let rest = [
        request.header,
        request.body,
        request.auth,
        item.event,
        settings,
        // Bodies of old exports.
        request.value.get("data"),
    ]
    .map(text);
    Some((parent_id, request.method_text(), shown, rest))
}
