//! First everything that gives variables a value, then everything that uses them.

use std::borrow::Cow;

use super::names::Disabled;
use super::uses::{Use, used};
use super::{Owner, Variables};
use super::{strings, template};
use crate::json::{Kind, Value};
use crate::postman::effective::script::{
    Action, ScriptCache, ScriptScope, VariableAccess, own_scripts,
};
use crate::postman::effective::{Scope, Variable};
use crate::postman::view::{Auth, Collection, Item, tokens};
use crate::validate::parts::Environments;
use crate::validate::tree::Tree;

/// The collection itself, as the owner of variables and uses; items have the numbers of the tree.
pub(super) const COLLECTION: u32 = 0;

impl<'d> Variables<'d> {
    pub(super) fn define_environments(&mut self, environments: &'d Environments<'d>) {
        for (file, environment) in &environments.files {
            let variables = environment.variables();
            for variable in &variables {
                if !variable.is_enabled
                    && let Some(name) = self.names.of(variable.name.clone())
                {
                    name.disabled = Some(Disabled::Environment(file));
                }
                for (used, _) in variable.value.into_iter().flat_map(used) {
                    self.mention(used);
                }
            }
            let is_globals = environment.scope == Scope::Globals;
            self.environments += usize::from(!is_globals);
            for variable in Variable::effective(variables) {
                match self.names.of(variable.name) {
                    Some(name) if is_globals => name.origin.globals = true,
                    Some(name) => name.origin.environments += 1,
                    None => {}
                }
            }
        }
    }

    pub(super) fn define_collection(
        &mut self,
        collection: Collection<'d>,
        tree: &Tree<'d>,
        scripts: &ScriptCache,
    ) {
        self.owners.push(Owner {
            parent: COLLECTION,
            name: None,
        });
        let variables = Variable::of_collection(collection);
        for variable in variables.iter().filter(|one| !one.is_enabled) {
            if let Some(name) = self.names.of(variable.name.clone()) {
                name.disabled = Some(Disabled::Here(variable.name_value));
            }
        }
        for variable in Variable::effective(variables) {
            if let Some(name) = self.names.of(variable.name) {
                name.origin.collection = true;
                let value = variable.value.map(|value| (value, COLLECTION));
                name.values.extend(value);
            }
        }
        self.run(collection.value.get("event"), scripts);
        for entry in tree.entries() {
            self.define_item(&entry.item, entry.parent, scripts);
        }
    }

    fn define_item(&mut self, item: &Item<'d>, parent: u32, scripts: &ScriptCache) {
        let owner = u32::try_from(self.owners.len()).unwrap_or(u32::MAX);
        self.owners.push(Owner {
            parent,
            name: item.name,
        });
        let own = item.variable.map(Variable::list).unwrap_or_default();
        for variable in own.into_iter().filter(|variable| variable.is_enabled) {
            let number = self.names.number(variable.name);
            self.in_folders.insert((number, owner));
            if let (Some(name), Some(value)) = (self.names.get_mut(number), variable.value) {
                name.values.push((value, owner));
            }
        }
        self.run(item.event, scripts);
    }

    /// Takes note of what scripts do.
    fn run(&mut self, events: Option<Value<'d>>, scripts: &ScriptCache) {
        for script in own_scripts(events) {
            let facts = scripts.read(&script.source);
            for access in &facts.accesses {
                self.access(access);
            }
            for string in &facts.strings {
                let text = string.written(&script.source);
                if let Some(number) = self.names.find(text) {
                    self.mention_number(number);
                }
                for token in tokens(text) {
                    self.mention(Cow::Owned(token.name.to_owned()));
                }
            }
        }
    }

    fn access(&mut self, access: &VariableAccess) {
        // What a script reads from a data file has a value there.
        let is_data = access.scope == ScriptScope::Data;
        let gives = access.action == Action::Set || (is_data && access.action == Action::Get);
        let Some(name) = &access.name else {
            self.sets_any |= gives;
            self.reads_any |= access.action == Action::Get;
            return;
        };
        let known = self.names.find(&name.text);
        let number = known.unwrap_or_else(|| self.names.number(Cow::Owned(name.text.clone())));
        if let Some(name) = self.names.get_mut(number) {
            name.origin.script |= gives;
        }
        self.mention_number(number);
    }

    fn mention(&mut self, text: Cow<'d, str>) {
        let number = self.names.number(text);
        self.mention_number(number);
    }

    fn mention_number(&mut self, number: u32) {
        if let Some(name) = self.names.get_mut(number)
            && !name.is_mentioned
        {
            name.is_mentioned = true;
            self.to_follow.push(number);
        }
    }

    pub(super) fn use_collection(&mut self, collection: Collection<'d>, tree: &Tree<'d>) {
        if let Some(auth) = Auth::of(collection.value) {
            strings::of_auth(auth, &mut |value| self.use_string(value, COLLECTION, false));
        }
        for (owner, entry) in (COLLECTION + 1..).zip(tree.entries()) {
            self.use_item(&entry.item, owner);
        }
        // Values of variables are sent only where the variables are used.
        while let Some(number) = self.to_follow.pop() {
            let name = self.names.get(number);
            let sent = name.filter(|name| !self.is_in_environments(name));
            let values = sent.map(|name| name.values.clone());
            for (value, owner) in values.unwrap_or_default() {
                self.use_string(value, owner, false);
            }
        }
    }

    fn use_item(&mut self, item: &Item<'d>, owner: u32) {
        if let Some(request) = item.request() {
            let body = request.body.map(Value::span).unwrap_or_default();
            strings::of_request(&request, &mut |value| {
                let in_body = body.contains(&value.span().start);
                self.use_string(value, owner, in_body);
            });
        }
        if let Some(value) = item.auth {
            strings::of_auth(Auth { value }, &mut |value| {
                self.use_string(value, owner, false);
            });
        }
    }

    fn use_string(&mut self, value: Value<'d>, owner: u32, in_body: bool) {
        if value.kind() != Kind::String {
            return;
        }
        let raw = value.as_raw_str().unwrap_or_default();
        let start = value.span().start + 1;
        let is_template = in_body && template::has_tags(raw);
        for (text, span) in used(value) {
            let number = self.names.number(text);
            let in_raw = span.start - start..span.end - start;
            let one = Use {
                value,
                span,
                name: number,
                owner,
                in_body,
                in_template: is_template || in_body && template::is_in_sentence(raw, &in_raw),
            };
            let Some(name) = self.names.get_mut(number) else {
                continue;
            };
            name.is_plain |= !one.in_template;
            if name.first.is_none() {
                name.first = Some(one.clone());
                self.to_follow.push(number);
            }
            if !name.is_defined() && !self.is_in_folder(number, owner) {
                self.unresolved.push(one);
            }
        }
    }

    /// Whether the item or a folder around it defines the name.
    fn is_in_folder(&self, number: u32, owner: u32) -> bool {
        let mut here = owner;
        while here != COLLECTION {
            if self.in_folders.contains(&(number, here)) {
                return true;
            }
            here = self
                .owners
                .get(here as usize)
                .map_or(COLLECTION, |owner| owner.parent);
        }
        false
    }
}
