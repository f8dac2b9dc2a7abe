use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use crate::json::Value;
use crate::validate::placeholder::is_placeholder;
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, RequestContext, Sink};

rule! {
    /// A query parameter is sent twice with the same value.
    ///
    /// ## What it does
    ///
    /// Reports an enabled query parameter with the name and value of an earlier one, once per name
    /// and request. A name with several values is a list, and allowed. So are placeholders, empty
    /// values and dynamic variables. Examples are not checked.
    ///
    /// ## Why it matters
    ///
    /// The second one says nothing new, so it is usually left over from a copy. Servers that expect
    /// a list get the same element twice.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "query": [{ "key": "offset", "value": "0" }, { "key": "offset", "value": "0" }] }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "query": [{ "key": "offset", "value": "0" }] }
    /// ```
    QUERY_DUPLICATE_KEY {
        id: "query-duplicate-key",
        group: Request,
        severity: Warning,
        profile: Run,
        fixable: No,
        check: Request(check),
    }
}

fn check<'d>(_: &Context<'d>, sent: &RequestContext<'_, 'd>, sink: &mut Sink<'d>) {
    if sent.example.is_some() {
        return;
    }
    let mut first: HashMap<(&str, &str), Value<'d>> = HashMap::new();
    let mut reported = HashSet::new();
    for parameter in sent.url().sent_query() {
        let (key, Some(entry)) = (parameter.key_text(), parameter.entry) else {
            continue;
        };
        let value = parameter.value.as_ref().map_or("", |value| &value.text);
        let is_open = value.is_empty() || value.contains("{{$") || is_placeholder(value);
        if key.is_empty() || is_open {
            continue;
        }
        let at = entry.get("key").unwrap_or(entry);
        match first.entry((key, value)) {
            Entry::Vacant(free) => {
                free.insert(at);
            }
            Entry::Occupied(before) if reported.insert(key) => {
                let message =
                    format!("the query parameter `{key}` is sent twice with the same value");
                let finding = Finding::new(at, message).label(*before.get(), "first sent here");
                sink.report(finding.help("remove or disable one"));
            }
            Entry::Occupied(_) => {}
        }
    }
}
