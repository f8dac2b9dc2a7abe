use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;

use super::super::anchor::{anchors, links, slug};
use crate::json::Value;
use crate::postman::view::{Item, description, text};
use crate::validate::rule::rule;
use crate::validate::tree::names;
use crate::validate::{Context, Finding, Sink};

rule! {
    /// A description has a broken internal link.
    ///
    /// ## What it does
    ///
    /// Reports Markdown links to `#place` for which the collection has no heading, anchor, item
    /// name or item id.
    ///
    /// ## Why it matters
    ///
    /// Nothing happens when a reader clicks it; the section was renamed or removed.
    ///
    /// ## Example
    ///
    /// ```json
    /// "description": "See [Paging](#pageing).\n\n## Paging\n\n50 records a page."
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// "description": "See [Paging](#paging).\n\n## Paging\n\n50 records a page."
    /// ```
    DOC_BROKEN_INTERNAL_LINK {
        id: "doc-broken-internal-link",
        group: Docs,
        severity: Info,
        profile: Publish,
        fixable: No,
        check: Collection(check),
    }
}

/// How many targets a broken link is compared with at most, and for how many links of a description
/// that is done: a page of broken links is not a page of slips.
const TARGETS: usize = 1_000;
const SUGGESTIONS: usize = 100;

/// A description with the names of the items that it is in.
struct Description<'d> {
    at: Value<'d>,
    names: Vec<String>,
}

#[derive(Default)]
struct Descriptions<'d> {
    targets: HashSet<String>,
    linking: Vec<Description<'d>>,
}

fn check<'d>(context: &Context<'d>, sink: &mut Sink<'d>) {
    // Most collections have no such link, and then there is nothing to collect.
    if memchr::memmem::find(context.document.text().as_bytes(), b"](#").is_none() {
        return;
    }
    let mut descriptions = Descriptions::default();
    if let Some(info) = context.collection.info() {
        descriptions.add(info, Vec::new);
    }
    context
        .tree()
        .for_each(&mut |folders, item| descriptions.item(folders, item));
    for description in std::mem::take(&mut descriptions.linking) {
        descriptions.report(&description, sink);
    }
}

impl<'d> Descriptions<'d> {
    fn item(&mut self, folders: &[Item<'d>], item: &Item<'d>) {
        self.targets.insert(slug(&item.name_text()));
        for id in [item.id, item.value.get("_postman_id")]
            .into_iter()
            .flatten()
        {
            self.targets.extend(id.as_str().map(Cow::into_owned));
        }
        for owner in [Some(item.value), item.request].into_iter().flatten() {
            self.add(owner, || names(folders, item));
        }
    }

    fn add(&mut self, owner: Value<'d>, names: impl FnOnce() -> Vec<String>) {
        let Some(prose) = description(owner) else {
            return;
        };
        self.targets.extend(anchors(&prose));
        if links(&prose).next().is_some() {
            let whole = owner.get("description").unwrap_or(owner);
            self.linking.push(Description {
                at: text(whole, "content")
                    .and(whole.get("content"))
                    .unwrap_or(whole),
                names: names(),
            });
        }
    }

    fn report(&self, description: &Description<'d>, sink: &mut Sink<'d>) {
        let Some(prose) = description.at.as_str() else {
            return;
        };
        let target = |link: &Range<usize>| prose.get(link.clone()).unwrap_or_default();
        let is_broken = |link: &Range<usize>| !self.leads_somewhere(target(link));
        let broken: Vec<_> = links(&prose).filter(is_broken).collect();
        // With the `#` before each.
        let places: Vec<_> = broken.iter().map(|link| link.start - 1..link.end).collect();
        let spans = description.at.spans_of(&places);
        for (index, link) in broken.iter().enumerate() {
            let link = target(link);
            let mut finding = Finding::new(
                description.at,
                format!("the link to `#{link}` leads nowhere"),
            );
            if let Some(span) = spans.get(index) {
                finding = finding.span(span.clone());
            }
            let near = (index < SUGGESTIONS).then(|| self.nearest(link)).flatten();
            let finding = match near {
                Some(near) => finding.help(format!("did you mean `#{near}`?")),
                None => finding.help("link to a heading, or to an item by its id"),
            };
            sink.report_in(description.names.clone(), finding);
        }
    }

    /// The target that `link` may mean.
    fn nearest(&self, link: &str) -> Option<&String> {
        if self.targets.len() > TARGETS {
            return None;
        }
        let near = |target: &&String| strsim::damerau_levenshtein(target, link) <= 2;
        self.targets.iter().filter(near).min()
    }

    fn leads_somewhere(&self, link: &str) -> bool {
        // Postman's published pages begin with the first, and have the second.
        let is_known = matches!(link, "" | "intro" | "auth-info");
        let last = link.rsplit('/').next().unwrap_or(link);
        is_known
            || self.targets.contains(link)
            || self.targets.contains(&slug(link))
            || self.targets.contains(last)
    }
}
