use std::borrow::Cow;
use std::collections::HashMap;
use std::collections::hash_map::Entry;

use crate::json::Value;
use crate::validate::edit::remove_member;
use crate::validate::rule::rule;
use crate::validate::tree::names;
use crate::validate::{Context, Finding, Sink};

/// The members that hold an id: of the format, and of Postman's own exports.
const MEMBERS: [&str; 2] = ["id", "_postman_id"];

rule! {
    /// Two items, or two saved examples, have the same id.
    ///
    /// ## What it does
    ///
    /// Reports a request, folder or example with the id of an earlier one.
    ///
    /// ## Why it matters
    ///
    /// Postman identifies items by id when it merges a fork, and looks up the target of
    /// `setNextRequest` by id first. Both then find the wrong one. Copying in a text editor causes
    /// this.
    ///
    /// ## Example
    ///
    /// ```json
    /// [{ "id": "7f1c", "name": "List", "request": "…" }, { "id": "7f1c", "name": "Read", "request": "…" }]
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// [{ "id": "7f1c", "name": "List", "request": "…" }, { "id": "90ab", "name": "Read", "request": "…" }]
    /// ```
    ///
    /// ## Fix
    ///
    /// Unsafe: removes the later id, so that Postman assigns a new one. A script or a fork may
    /// refer to it.
    DUPLICATE_ID {
        id: "duplicate-id",
        group: Structure,
        severity: Error,
        profile: Run,
        fixable: Unsafe,
        check: Collection(check),
    }
}

type Seen<'d> = HashMap<Cow<'d, str>, Value<'d>>;

fn check<'d>(context: &Context<'d>, sink: &mut Sink<'d>) {
    let mut items = Seen::new();
    let mut examples = Seen::new();
    context.tree().for_each(&mut |folders, item| {
        let names = || names(folders, item);
        look(item.value, &mut items, &names, sink);
        for example in item.examples() {
            look(example.value, &mut examples, &names, sink);
        }
    });
}

fn look<'d>(
    owner: Value<'d>,
    seen: &mut Seen<'d>,
    names: &dyn Fn() -> Vec<String>,
    sink: &mut Sink<'d>,
) {
    let id = MEMBERS.iter().find_map(|member| {
        let at = owner.get(member)?;
        Some((*member, at, at.as_str()?))
    });
    let Some((member, at, id)) = id.filter(|(_, _, id)| !id.is_empty()) else {
        return;
    };
    match seen.entry(id) {
        Entry::Vacant(free) => {
            free.insert(at);
        }
        Entry::Occupied(taken) => {
            let edit = remove_member(owner, member).into_iter().collect();
            sink.report_in(
                names(),
                Finding::new(at, format!("duplicate id `{}`", taken.key()))
                    .label(*taken.get(), "by this one")
                    .help("give it a unique id, or remove the id; Postman then assigns one")
                    .unsafe_fix(format!("remove `{member}`"), edit),
            );
        }
    }
}
