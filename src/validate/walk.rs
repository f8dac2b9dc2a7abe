//! Calls every rule that is on with every part of the document.

use std::cell::OnceCell;

use super::context::{Context, Declared, Environments, Script, Sent, Visit};
use super::finding::Sink;
use super::place::diagnostics;
use super::rule::{Check, OnAuth, OnItem, OnScript, OnSent, Rule};
use super::rules::RULES;
use super::settings::Settings;
use crate::diagnostic::Diagnostic;
use crate::json::Document;
use crate::postman::view::{Auth, Collection, Event, Example, Format, Item, ItemKind, recognise};

/// The rules that are on, by what they look at.
#[derive(Default)]
struct Checks {
    items: Vec<(&'static Rule, OnItem)>,
    sent: Vec<(&'static Rule, OnSent)>,
    auths: Vec<(&'static Rule, OnAuth)>,
    scripts: Vec<(&'static Rule, OnScript)>,
}

/// The findings of all rules that are on.
pub(super) fn findings(
    document: &Document,
    settings: &Settings,
    environments: &Environments,
) -> Vec<Diagnostic> {
    let format = recognise(document.root());
    let context = Context {
        document,
        format,
        collection: Collection::of(document),
        environments,
        settings,
        variables: OnceCell::new(),
        signing: OnceCell::new(),
        #[cfg(feature = "javascript")]
        requests: OnceCell::new(),
    };
    let is_collection = matches!(format, Format::Collection(_));
    let on: Vec<&'static Rule> = RULES
        .iter()
        .filter(|rule| settings.is_on(rule))
        .copied()
        .collect();
    let mut checks = Checks::default();
    let mut sink = Sink {
        rule: &super::rules::JSON_SYNTAX,
        names: Vec::new(),
        found: Vec::new(),
    };
    for rule in on {
        sink.rule = rule;
        match rule.check {
            Check::Document(check) => check(&context, &mut sink),
            Check::Collection(check) if is_collection => check(&context, &mut sink),
            Check::Item(check) => checks.items.push((rule, check)),
            Check::Sent(check) => checks.sent.push((rule, check)),
            Check::Auth(check) => checks.auths.push((rule, check)),
            Check::Script(check) => checks.scripts.push((rule, check)),
            Check::Collection(_) | Check::Reader => {}
        }
    }
    if is_collection {
        let declared = Auth::of(context.collection.value).map(|auth| Declared {
            auth,
            owner: context.collection.value,
            visit: None,
            example: None,
        });
        checks.auth(&context, declared, &mut sink);
        let events = Event::list(context.collection.value.get("event"));
        checks.scripts_of(&context, events, None, &mut sink);
        let mut folders = Vec::new();
        for item in context.collection.items() {
            checks.item(&context, &item, &mut folders, &mut sink);
        }
    }
    diagnostics(document, sink.found, settings)
}

impl Checks {
    fn item<'d>(
        &self,
        context: &Context<'d>,
        item: &Item<'d>,
        folders: &mut Vec<Item<'d>>,
        sink: &mut Sink<'d>,
    ) {
        sink.names.push(item.name_text().into_owned());
        let visit = Visit {
            item,
            folders,
            is_top: folders.is_empty(),
        };
        for (rule, check) in &self.items {
            sink.rule = rule;
            check(context, &visit, sink);
        }
        self.auths_of(context, &visit, sink);
        self.scripts_of(context, item.events(), Some(&visit), sink);
        if let Some(request) = item.request() {
            for (rule, check) in &self.sent {
                sink.rule = rule;
                check(
                    context,
                    &Sent {
                        request: &request,
                        visit: &visit,
                        example: None,
                    },
                    sink,
                );
            }
        }
        for example in item.examples() {
            self.example(context, &visit, &example, sink);
        }
        if matches!(item.kind(), ItemKind::Folder | ItemKind::Both) {
            folders.push(*item);
            for inner in item.items() {
                self.item(context, &inner, folders, sink);
            }
            folders.pop();
        }
        sink.names.pop();
    }

    fn auths_of<'d>(&self, context: &Context<'d>, visit: &Visit<'_, 'd>, sink: &mut Sink<'d>) {
        let declared = |auth, owner| Declared {
            auth,
            owner,
            visit: Some(visit),
            example: None,
        };
        let item = visit.item;
        let own = item.auth.map(|value| declared(Auth { value }, item.value));
        self.auth(context, own, sink);
        let request = item.request;
        let sent = request.and_then(|request| Some(declared(Auth::of(request)?, request)));
        self.auth(context, sent, sink);
    }

    fn auth<'d>(
        &self,
        context: &Context<'d>,
        declared: Option<Declared<'_, 'd>>,
        sink: &mut Sink<'d>,
    ) {
        let Some(declared) = declared else {
            return;
        };
        for (rule, check) in &self.auths {
            sink.rule = rule;
            check(context, &declared, sink);
        }
    }

    fn example<'d>(
        &self,
        context: &Context<'d>,
        visit: &Visit<'_, 'd>,
        example: &Example<'d>,
        sink: &mut Sink<'d>,
    ) {
        let Some(request) = example.request() else {
            return;
        };
        let declared = request.auth().map(|auth| Declared {
            auth,
            owner: request.value,
            visit: Some(visit),
            example: Some(example),
        });
        self.auth(context, declared, sink);
        for (rule, check) in &self.sent {
            sink.rule = rule;
            let sent = Sent {
                request: &request,
                visit,
                example: Some(example),
            };
            check(context, &sent, sink);
        }
    }

    fn scripts_of<'d>(
        &self,
        context: &Context<'d>,
        events: impl Iterator<Item = Event<'d>>,
        visit: Option<&Visit<'_, 'd>>,
        sink: &mut Sink<'d>,
    ) {
        if self.scripts.is_empty() {
            return;
        }
        for event in events {
            let Some(source) = event.source() else {
                continue;
            };
            let script = Script {
                event: &event,
                source: &source,
                visit,
                #[cfg(feature = "javascript")]
                facts: &OnceCell::new(),
            };
            for (rule, check) in &self.scripts {
                sink.rule = rule;
                check(context, &script, sink);
            }
        }
    }
}
