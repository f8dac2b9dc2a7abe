use crate::postman::members::{Found, ITEM, Member, Object, Others, Volatile, Writer};
use crate::postman::view::{Item, ItemKind};
use crate::validate::edit::{remove_member, rename_member};
use crate::validate::rule::rule;
use crate::validate::tree::item_names;
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
    let root = context.document.root();
    let Some(object) = Object::of_root(root) else {
        return;
    };
    object.walk(root, &mut |found| {
        if let Some(known) = Known::of(found) {
            report(&known, found, sink);
        }
        // The attributes of an auth are other rules'.
        !matches!(found.object.others, Others::Each(_))
    });
}

/// The members that an object may have.
struct Known {
    /// What the object is, with its article.
    what: &'static str,
    object: &'static Object,
    /// What it is, if it is an item.
    kind: Option<ItemKind>,
}

impl Known {
    /// Nothing where any member is allowed, and for an item that is neither a folder nor a request,
    /// or both, which is another rule's.
    fn of(found: &Found) -> Option<Self> {
        let object = found.object;
        let is_item = std::ptr::eq(object, &raw const ITEM);
        let kind = is_item.then(|| Item::new(found.value).kind());
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
    fn meant(&self, key: &str) -> Option<&'static str> {
        let lower = key.to_ascii_lowercase();
        let wanted = self.members().filter(|member| {
            !matches!(
                member.writer,
                Writer::Volatile(Volatile::Export | Volatile::Account)
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

fn report<'d>(known: &Known, found: &Found<'_, 'd>, sink: &mut Sink<'d>) {
    let object = found.value;
    for entry in object.entries() {
        let key = entry.key();
        if key.starts_with('_') || known.has(&key) {
            continue;
        }
        let message = format!("`{key}` is no member of {}", known.what);
        let finding = Finding::new(entry.key_value(), message);
        let meant = known.meant(&key).filter(|name| object.get(name).is_none());
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
        sink.report_in(item_names(found.items), finding);
    }
}
