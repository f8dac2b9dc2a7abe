use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use super::item_request_or_folder::ITEM_REQUEST_OR_FOLDER;
use super::schema_conformance::SCHEMA_CONFORMANCE;
use crate::diagnostic::Edit;
use crate::json::{Entry, Kind, Value};
use crate::postman::members::{FoundObject, ITEM, Member, Object, Others, Volatile, Writer};
use crate::postman::view::{Item, ItemKind};
use crate::validate::edit::{remove_entry, rename_member};
use crate::validate::rule::rule;
use crate::validate::tree::item_names;
use crate::validate::{Context, Finding, Sink};

rule! {
    /// A member is unknown to the format.
    ///
    /// ## What it does
    ///
    /// Reports members that neither the schema nor Postman's own exports know, in the collection,
    /// its folders, requests, URLs, headers, bodies, variables, scripts and examples. Members that
    /// start with `_` are private and allowed.
    ///
    /// ## Why it matters
    ///
    /// The schema allows any member, so a misspelt one is accepted and ignored; others are
    /// leftovers of other programs.
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
    /// Unsafe, since a program may read it: renames the member if the intended name is clear
    /// (`items` at every depth); otherwise removes it, unless it resembles another existing member.
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
    let root = context.document.root();
    let Some(object) = Object::of_root(root) else {
        return;
    };
    let mut renamed = HashSet::new();
    object.walk(root, &mut |found| {
        if let Some(known) = AllowedMembers::of(found) {
            report(context, &mut renamed, &known, found, sink);
        }
        // The attributes of an auth are other rules'.
        !matches!(found.object.others, Others::Each(_))
    });
}

/// The members that an object may have.
struct AllowedMembers {
    /// What the object is, with its article.
    what: &'static str,
    object: &'static Object,
    /// What it is, if it is an item.
    kind: Option<ItemKind>,
}

impl AllowedMembers {
    /// Nothing where any member is allowed, and for an item that is neither a folder nor a request,
    /// or both, which is another rule's.
    fn of(found: &FoundObject) -> Option<Self> {
        let object = found.object;
        let is_item = std::ptr::eq(object, &raw const ITEM);
        let kind = is_item.then(|| match Item::new(found.value).kind() {
            ItemKind::Neither if found.value.get(MISSPELT_ITEM).is_some() => ItemKind::Folder,
            kind => kind,
        });
        let what = match (&object.others, kind) {
            (Others::Any | Others::Each(_), _) | (_, Some(ItemKind::Both | ItemKind::Neither)) => {
                return None;
            }
            (_, Some(ItemKind::Folder)) => "a folder",
            (_, Some(ItemKind::Request)) => "a request's entry",
            (_, None) => object.what,
        };
        Some(Self { what, object, kind })
    }

    fn members(&self) -> impl Iterator<Item = &'static Member> {
        let members = self.object.members.iter();
        members.filter(|member| member.only.is_none() || member.only == self.kind)
    }

    fn has(&self, name: &str) -> bool {
        self.members().any(|member| member.name == name)
    }

    /// The member that is so much like `key` that it must be meant.
    fn suggest(&self, key: &str) -> Option<&'static str> {
        let lower = key.to_ascii_lowercase();
        let wanted = self.members().filter(|member| {
            !matches!(
                member.writer,
                Writer::Volatile(Volatile::Export | Volatile::Account | Volatile::Change)
            )
        });
        let scored = wanted.map(|member| {
            let distance = strsim::damerau_levenshtein(member.name, &lower);
            (distance, member.name)
        });
        let (distance, name) = scored.min()?;
        (distance <= 1 || (distance == 2 && key.len() > 6)).then_some(name)
    }
}

fn report<'d>(
    context: &Context<'d>,
    names: &mut HashSet<Cow<'d, str>>,
    known: &AllowedMembers,
    found: &FoundObject<'_, 'd>,
    sink: &mut Sink<'d>,
) {
    let object = found.value;
    let mut counts = None;
    for entry in object.entries() {
        let key = entry.key();
        if key.starts_with('_') || known.has(&key) || is_missing_item(context, found, &key) {
            continue;
        }
        let counts = counts.get_or_insert_with(|| key_counts(object));
        let message = format!("`{key}` is not a member of {}", known.what);
        let finding = Finding::new(entry.key_value(), message);
        let (help, message, edits) = match known.suggest(&key) {
            Some(suggestion) if !counts.contains_key(suggestion) => (
                format!("did you mean `{suggestion}`?"),
                format!("call it `{suggestion}`"),
                Some(suggestion)
                    .filter(|name| *name != "name" || is_free(context, names, entry.value()))
                    .and_then(|name| renamed(object, &key, name)),
            ),
            // What is in it may belong to the member that is there.
            Some(suggestion) if !is_nothing(entry.value()) => (
                format!("move its content to `{suggestion}`"),
                String::new(),
                None,
            ),
            _ => (
                "remove it".to_owned(),
                format!("remove `{key}`"),
                removed(entry).filter(|_| counts.get(&*key) == Some(&1)),
            ),
        };
        let finding = finding.help(help);
        let finding = match edits {
            Some(edits) => finding.unsafe_fix(message, edits),
            None => finding,
        };
        sink.report_in(item_names(found.items), finding);
    }
}

/// The plural of `item`, which many write by hand.
const MISSPELT_ITEM: &str = "items";

/// The edits that call `items` of `object` by its name, if it has no `item`: what reports that `item` is
/// missing says so itself.
pub(super) fn misspelt_item(object: Value) -> Option<Vec<Edit>> {
    object.get(MISSPELT_ITEM)?;
    renamed(object, MISSPELT_ITEM, "item").filter(|_| object.get("item").is_none())
}

/// Whether it is the list of items under another name, which the rule that misses it reports.
fn is_missing_item(context: &Context, found: &FoundObject, key: &str) -> bool {
    let object = found.value;
    let is_list = key == MISSPELT_ITEM && object.get("item").is_none();
    let is_missed = if found.items.is_empty() {
        SCHEMA_CONFORMANCE.is_on(context.settings)
    } else {
        object.get("request").is_none() && ITEM_REQUEST_OR_FOLDER.is_on(context.settings)
    };
    is_list && is_missed && misspelt_item(object).is_some()
}

/// The edits that call the member `key` of `object` by the name that is meant; `items` at every depth,
/// since what is in it would be lost otherwise.
fn renamed(object: Value, key: &str, suggestion: &str) -> Option<Vec<Edit>> {
    let mut edits = Vec::new();
    let mut to_do = vec![(object, key.to_owned())];
    while let Some((object, key)) = to_do.pop() {
        if !is_alone(object, &key) {
            return None;
        }
        edits.push(rename_member(object, &key, suggestion)?);
        if suggestion != "item" {
            break;
        }
        let inner = object.get(&key)?.elements();
        let misspelt = inner.filter(|one| one.get("item").is_none());
        let misspelt = misspelt.filter(|one| one.get(MISSPELT_ITEM).is_some());
        to_do.extend(misspelt.map(|one| (one, MISSPELT_ITEM.to_owned())));
    }
    edits.sort_by_key(|edit| edit.span.start);
    Some(edits)
}

/// Whether no request has the name `name`, nor gets it from another fix, which takes it: scripts go by
/// names.
fn is_free<'d>(context: &Context<'d>, taken: &mut HashSet<Cow<'d, str>>, name: Value<'d>) -> bool {
    name.as_str()
        .is_none_or(|name| !context.request_names().contains(&name) && taken.insert(name))
}

fn removed(member: Entry) -> Option<Vec<Edit>> {
    Some(vec![remove_entry(member)?])
}

/// How many members of each name `object` has.
fn key_counts(object: Value<'_>) -> HashMap<Cow<'_, str>, usize> {
    let mut counts = HashMap::new();
    for entry in object.entries() {
        *counts.entry(entry.key()).or_default() += 1;
    }
    counts
}

/// Whether `object` has only one member of that name.
fn is_alone(object: Value, key: &str) -> bool {
    object.entries().filter(|entry| entry.key() == key).count() == 1
}

fn is_nothing(value: Value) -> bool {
    value.is_null() || (matches!(value.kind(), Kind::Array | Kind::Object) && value.is_empty())
}
