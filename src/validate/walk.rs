//! Calls every rule that is on with every part of the document.

use std::num::NonZero;
use std::ops::Range;
use std::sync::OnceLock;

use super::comparison::comparison;
use super::context::Context;
use super::finding::{ReportedFinding, Sink};
use super::locate::diagnostics;
use super::outcome::Outcome;
use super::parts::{AuthContext, Environments, ItemContext, RequestContext, ScriptContext};
use super::rule::{Check, Group, OnAuth, OnDocument, OnItem, OnRequest, OnScript, Rule};
use super::rules::RULES;
use super::settings::Settings;
use crate::json::{Document, Value};
use crate::parallel::{cores, in_parallel};
use crate::postman::effective::script::{ScriptCache, own_scripts};
use crate::postman::view::{Auth, Collection, DocumentKind, Example, Item, recognise};

/// Bytes of the smallest document that is worth more threads than one.
const LARGE: usize = 1 << 18;

/// Folders and requests that one task is about.
const STRETCH: usize = 64;

/// What one thread does at a time.
enum Task {
    /// Finds what many rules ask for, before they do.
    Variables,
    /// A rule that looks at the whole.
    OnDocument(&'static Rule, OnDocument),
    /// The auth and the scripts of the collection itself.
    Collection,
    /// Neighbours among the folders and requests.
    Items(Range<usize>),
}

/// The rules that are on and look at parts, by what they look at.
#[derive(Default)]
struct Checks {
    items: Vec<(&'static Rule, OnItem)>,
    sent: Vec<(&'static Rule, OnRequest)>,
    auths: Vec<(&'static Rule, OnAuth)>,
    scripts: Vec<(&'static Rule, OnScript)>,
}

/// The findings of all rules that are on, and what of the text no report shows.
pub(super) fn findings(
    document: &Document,
    settings: &Settings,
    environments: &Environments,
) -> Outcome {
    let format = recognise(document.root());
    let context = Context {
        document,
        format,
        collection: Collection::of(document),
        environments,
        settings,
        tree: OnceLock::new(),
        variables: OnceLock::new(),
        scopes: OnceLock::new(),
        signing: OnceLock::new(),
        secrets: OnceLock::new(),
        request_names: OnceLock::new(),
        scripts: ScriptCache::default(),
    };
    let (tasks, checks) = work(&context);
    let threads = if document.text().len() < LARGE {
        NonZero::<usize>::MIN
    } else {
        settings.threads.unwrap_or_else(cores)
    };
    let found = in_parallel(threads, &tasks, |task| checks.run(&context, task));
    let found: Vec<ReportedFinding> = found.into_iter().flatten().collect();
    let comparison = comparison(&context, &found);
    // Most files have no finding.
    let outcome = if found.is_empty() {
        Outcome::default()
    } else {
        diagnostics(document, found, context.secrets.get())
    };
    Outcome {
        comparison,
        ..outcome
    }
}

/// What there is to do; the largest pieces first, so that no thread is left with one at the end.
fn work(context: &Context) -> (Vec<Task>, Checks) {
    let is_collection = matches!(context.format, DocumentKind::Collection(_));
    let on = RULES.iter().filter(|rule| rule.is_on(context.settings));
    let mut checks = Checks::default();
    let mut tasks = Vec::new();
    for rule in on {
        match rule.check {
            Check::Collection(_) if !is_collection => {}
            Check::Document(check) | Check::Collection(check) => {
                tasks.push(Task::OnDocument(rule, check));
            }
            Check::Item(check) => checks.items.push((rule, check)),
            Check::Request(check) => checks.sent.push((rule, check)),
            Check::Auth(check) => checks.auths.push((rule, check)),
            Check::Script(check) => checks.scripts.push((rule, check)),
            Check::Reader => {}
        }
    }
    if is_collection {
        let is_about_variables = |task: &Task| matches!(task, Task::OnDocument(rule, _) if rule.group == Group::Variables);
        if tasks.iter().any(is_about_variables) {
            tasks.insert(0, Task::Variables);
        }
        if !checks.is_empty() {
            tasks.push(Task::Collection);
            let count = context.tree().entries().len();
            let starts = (0..count).step_by(STRETCH);
            tasks.extend(starts.map(|start| Task::Items(start..count.min(start + STRETCH))));
        }
    }
    (tasks, checks)
}

fn begin(rule: &Rule, context: &Context, sink: &mut Sink) {
    sink.begin(rule.id, rule.severity(context.settings));
}

impl Checks {
    fn is_empty(&self) -> bool {
        self.items.is_empty()
            && self.sent.is_empty()
            && self.auths.is_empty()
            && self.scripts.is_empty()
    }

    fn run<'d>(&self, context: &Context<'d>, task: &Task) -> Vec<ReportedFinding<'d>> {
        let mut sink = Sink::new();
        match task {
            Task::Variables => {
                context.variables();
            }
            Task::OnDocument(rule, check) => {
                begin(rule, context, &mut sink);
                check(context, &mut sink);
            }
            Task::Collection => self.collection(context, &mut sink),
            Task::Items(range) => {
                let tree = context.tree();
                tree.for_each_in(range.clone(), &mut |folders, item| {
                    self.item(context, folders, item, &mut sink);
                });
            }
        }
        sink.found
    }

    fn collection<'d>(&self, context: &Context<'d>, sink: &mut Sink<'d>) {
        let owner = context.collection.value;
        let declared = Auth::of(owner).map(|auth| AuthContext {
            auth,
            owner,
            visit: None,
            example: None,
        });
        self.auth(context, declared, sink);
        self.scripts_of(context, owner.get("event"), sink);
    }

    fn item<'d>(
        &self,
        context: &Context<'d>,
        folders: &[Item<'d>],
        item: &Item<'d>,
        sink: &mut Sink<'d>,
    ) {
        sink.enter(folders, item);
        let visit = ItemContext {
            collection: context.collection,
            item,
            folders,
        };
        for (rule, check) in &self.items {
            begin(rule, context, sink);
            check(context, &visit, sink);
        }
        self.auths_of(context, &visit, sink);
        self.scripts_of(context, item.event, sink);
        if let Some(request) = item.request() {
            self.sent(context, &RequestContext::new(&request, &visit, None), sink);
        }
        for example in item.examples() {
            self.example(context, &visit, &example, sink);
        }
    }

    fn auths_of<'d>(
        &self,
        context: &Context<'d>,
        visit: &ItemContext<'_, 'd>,
        sink: &mut Sink<'d>,
    ) {
        let declared = |auth, owner| AuthContext {
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
        declared: Option<AuthContext<'_, 'd>>,
        sink: &mut Sink<'d>,
    ) {
        let Some(declared) = declared else {
            return;
        };
        for (rule, check) in &self.auths {
            begin(rule, context, sink);
            check(context, &declared, sink);
        }
    }

    fn example<'d>(
        &self,
        context: &Context<'d>,
        visit: &ItemContext<'_, 'd>,
        example: &Example<'d>,
        sink: &mut Sink<'d>,
    ) {
        let Some(request) = example.request() else {
            return;
        };
        let declared = request.auth().map(|auth| AuthContext {
            auth,
            owner: request.value,
            visit: Some(visit),
            example: Some(example),
        });
        self.auth(context, declared, sink);
        self.sent(
            context,
            &RequestContext::new(&request, visit, Some(example)),
            sink,
        );
    }

    fn sent<'d>(&self, context: &Context<'d>, sent: &RequestContext<'_, 'd>, sink: &mut Sink<'d>) {
        for (rule, check) in &self.sent {
            begin(rule, context, sink);
            check(context, sent, sink);
        }
    }

    fn scripts_of<'d>(
        &self,
        context: &Context<'d>,
        events: Option<Value<'d>>,
        sink: &mut Sink<'d>,
    ) {
        if self.scripts.is_empty() {
            return;
        }
        for script in own_scripts(events) {
            let script = ScriptContext {
                facts: context.scripts.read(&script.source),
                script: &script,
            };
            for (rule, check) in &self.scripts {
                begin(rule, context, sink);
                check(context, &script, sink);
            }
        }
    }
}
