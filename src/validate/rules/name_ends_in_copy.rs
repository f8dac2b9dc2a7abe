use std::borrow::Cow;
use std::collections::HashSet;

use crate::json::Value;
use crate::postman::view::Event;
use crate::validate::edit::replace_text;
use crate::validate::rule::rule;
use crate::validate::tree::{names, parent_id};
use crate::validate::{Context, Finding, Sink};

rule! {
    /// A name ends in “Copy”.
    ///
    /// ## What it does
    ///
    /// Reports a collection, folder or request whose name ends in ` Copy`, or in ` Copy` and a
    /// number.
    ///
    /// ## Why it matters
    ///
    /// Postman names duplicates this way. Readers cannot tell what differs from the original, and
    /// usually nothing does.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "name": "Create agent Copy", "request": { … } }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "name": "Create agent without a name", "request": { … } }
    /// ```
    ///
    /// ## Fix
    ///
    /// Unsafe: removes the ending if no sibling has the name without it and no script refers to
    /// names, as `setNextRequest` does.
    NAME_ENDS_IN_COPY {
        id: "name-ends-in-copy",
        group: Structure,
        severity: Warning,
        profile: Publish,
        fixable: Unsafe,
        check: Collection(check),
    }
}

/// A name that ends in “Copy”, and where its neighbours are.
struct CopyName<'d> {
    at: Value<'d>,
    /// The name, and what is left of it without its endings.
    name: Cow<'d, str>,
    original: String,
    parent_id: usize,
    names: Vec<String>,
}

impl<'d> CopyName<'d> {
    fn new(at: Value<'d>, parent_id: usize, names: impl Fn() -> Vec<String>) -> Option<Self> {
        let name = at.as_str()?;
        Some(Self {
            original: original(&name)?.to_owned(),
            at,
            name,
            parent_id,
            names: names(),
        })
    }
}

fn check<'d>(context: &Context<'d>, sink: &mut Sink<'d>) {
    let collection = context.collection;
    let own = collection.info().and_then(|info| info.get("name"));
    // The collection has no neighbours; no item is at the end of the file.
    let alone = context.document.text().len();
    let own = own.and_then(|at| CopyName::new(at, alone, Vec::new));
    let mut found: Vec<CopyName> = own.into_iter().collect();
    context.tree().for_each(&mut |folders, item| {
        let names = || names(folders, item);
        found.extend(
            item.name
                .and_then(|at| CopyName::new(at, parent_id(folders), names)),
        );
    });
    if found.is_empty() {
        return;
    }
    let wanted: HashSet<(usize, &str)> = found
        .iter()
        .map(|one| (one.parent_id, one.original.as_str()))
        .collect();
    let mut taken: HashSet<(usize, String)> = HashSet::new();
    context.tree().for_each(&mut |folders, item| {
        let name = item.name_text();
        if wanted.contains(&(parent_id(folders), name.as_ref())) {
            taken.insert((parent_id(folders), name.into_owned()));
        }
    });
    let goes_by_names = scripts_go_by_names(context);
    for one in found {
        let finding = Finding::new(one.at, format!("`{}` is named like a duplicate", one.name))
            .help("rename it to what it does, or remove it");
        let key = (one.parent_id, one.original);
        // Two copies of one request would get the same name.
        let is_taken = taken.contains(&key);
        let finding = if goes_by_names || is_taken {
            finding
        } else {
            let edit = replace_text(one.at, &key.1);
            let message = format!("rename it to `{}`", key.1);
            taken.insert(key);
            finding.unsafe_fix(message, vec![edit])
        };
        sink.report_in(one.names, finding);
    }
}

/// What scripts ask for that go by the names of requests and folders.
const BY_NAME: [&str; 4] = [
    "NextRequest",
    "runRequest",
    "requestName",
    "execution.location",
];

fn scripts_go_by_names(context: &Context) -> bool {
    let goes = |event: Event| {
        let text = event.exec.map(Value::text).unwrap_or_default();
        BY_NAME.iter().any(|word| text.contains(word))
    };
    let mut own = Event::list(context.collection.value.get("event"));
    let items = context.tree().entries().iter();
    own.any(goes) || items.flat_map(|entry| entry.item.events()).any(goes)
}

/// The name without its endings.
fn original(name: &str) -> Option<&str> {
    let mut rest = name;
    loop {
        let digits = rest.trim_end_matches(|last: char| last.is_ascii_digit());
        let copy = rest.strip_suffix(" Copy");
        let numbered = digits
            .strip_suffix(' ')
            .and_then(|rest| rest.strip_suffix(" Copy"));
        match copy.or(numbered).map(str::trim_end) {
            Some("") | None => break,
            Some(shorter) => rest = shorter,
        }
    }
    (rest.len() < name.len()).then_some(rest)
}
