use std::borrow::Cow;

use crate::diagnostic::Edit;
use crate::json::Value;
use crate::postman::members::{Object, Volatile};
use crate::validate::edit::remove_member;
use crate::validate::rule::rule;
use crate::validate::tree::item_names;
use crate::validate::{Context, Finding, Sink};

rule! {
    /// A member changes with every export.
    ///
    /// ## What it does
    ///
    /// Reports what differs in each export of a collection or environment:
    ///
    /// - when the file was exported and with what (`_postman_exported_at`,
    ///   `_postman_exported_using`);
    /// - when it was last changed in a Postman account and by which user (`updatedAt`, `lastUpdatedBy`), in
    ///   the collection, its folders, requests and examples, once for all of them;
    /// - response time, timings and cookies of saved examples.
    ///
    /// Empty ones are allowed, and so is what is the same in each export from one account:
    /// `_exporter_id`, `_collection_link`, `uid`, `createdAt`, an environment's `owner`.
    /// `fmt --strip-volatile` removes these too. Ids stay, because Postman identifies folders and
    /// requests by them.
    ///
    /// ## Why it matters
    ///
    /// Exports differ although nobody changed anything, which clutters reviews. Cookies may also
    /// contain a session.
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
    let root = context.document.root();
    let Some(object) = Object::of_root(root) else {
        return;
    };
    let mut changed: Vec<ChangeMember> = Vec::new();
    object.walk(root, &mut |found| {
        for entry in found.value.entries() {
            let key = entry.key();
            let member = found.object.member(&key);
            let why = member.and_then(|(_, member)| member.volatile_as(entry.value()));
            let Some(why) = why else { continue };
            let edit = remove_member(found.value, &key);
            let text = match why {
                Volatile::Export => "changes with every export",
                Volatile::Received => "belongs to the moment when the example was received",
                Volatile::Account => continue,
                Volatile::Change => {
                    let known = changed.iter_mut().find(|one| one.key == key);
                    match known {
                        Some(one) => one.edits.extend(edit),
                        None => changed.push(ChangeMember {
                            key,
                            at: entry.key_value(),
                            names: item_names(found.items),
                            edits: edit.into_iter().collect(),
                        }),
                    }
                    continue;
                }
            };
            let finding = Finding::new(entry.key_value(), format!("`{key}` {text}"))
                .help("leave it out")
                .safe_fix(format!("remove `{key}`"), edit.into_iter().collect());
            sink.report_in(item_names(found.items), finding);
        }
        found.object.leads_to_volatile()
    });
    for one in changed {
        one.report(sink);
    }
}

/// A member that the Postman API writes into the collection, each folder, request and example.
struct ChangeMember<'d> {
    key: Cow<'d, str>,
    /// The first of them, and the names of the item that it is in.
    at: Value<'d>,
    names: Vec<String>,
    edits: Vec<Edit>,
}

impl<'d> ChangeMember<'d> {
    fn report(self, sink: &mut Sink<'d>) {
        let key = self.key;
        let places = match self.edits.len() {
            0 | 1 => String::new(),
            2 => ", here and in one other place".to_owned(),
            count => format!(", here and in {} other places", count - 1),
        };
        let finding = Finding::new(
            self.at,
            format!("`{key}` changes with every edit in Postman{places}"),
        );
        let finding = finding
            .help("leave it out")
            .safe_fix(format!("remove `{key}`"), self.edits);
        sink.report_in(self.names, finding);
    }
}
