//! One walk over the syntax tree.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use oxc_allocator::Vec as ArenaVec;
use oxc_ast::ast::{
    Argument, AssignmentExpression, AssignmentTarget, BindingIdentifier, BindingPattern,
    CallExpression, ComputedMemberExpression, Expression, ExpressionStatement, IdentifierReference,
    Statement, StaticMemberExpression, StringLiteral, TemplateLiteral, VariableDeclaration,
    VariableDeclarator,
};
use oxc_ast_visit::{Visit, walk};
use oxc_span::{GetSpan, Span};

use super::super::api::{self, Effect};
use super::super::facts::{self, Deprecated, VariableAccess};
use super::super::{Action, Literal, ScriptFacts, ScriptScope};
use super::assertions::is_incomplete;
use super::deprecated;
use super::output::console_output;
use super::path::path;
use super::redeclared::redeclared;
use super::sent::SentRequests;

pub(super) struct Reader<'s> {
    pub(super) source: &'s str,
    facts: ScriptFacts,
    /// The names that the script defines itself.
    own: HashSet<&'s str>,
    /// The defined names that hold the whole response.
    pub(super) answers: HashSet<&'s str>,
    /// Deprecated uses: the first name, the whole, the place.
    uses: Vec<(&'s str, String, &'static str, Range<usize>)>,
    /// Accesses and titles that only count if the name before them is not the script's own, and
    /// their places in the facts.
    old_accesses: Vec<(usize, &'s str)>,
    old_titles: Vec<usize>,
    /// The strings that are arguments, by where they start: of which function, as which.
    arguments: HashMap<usize, (Range<usize>, usize)>,
    /// How many arguments of `console.log` there were.
    logged: usize,
    /// The first name that is declared twice.
    pub(super) redeclared: Option<Range<usize>>,
    /// The first declaration with `using`.
    pub(super) using: Option<Range<usize>>,
    requests: SentRequests<'s>,
    /// Whether it may look whether there is a response.
    asks_for_response: bool,
}

pub(super) fn range(span: Span) -> Range<usize> {
    span.start as usize..span.end as usize
}

/// The bytes between the quotes.
fn inside(span: Span) -> Range<usize> {
    span.start as usize + 1..span.end as usize - 1
}

impl<'s> Reader<'s> {
    pub(super) fn new(source: &'s str) -> Self {
        Self {
            source,
            facts: ScriptFacts::default(),
            own: HashSet::new(),
            answers: HashSet::new(),
            uses: Vec::new(),
            old_accesses: Vec::new(),
            old_titles: Vec::new(),
            arguments: HashMap::new(),
            logged: 0,
            redeclared: None,
            using: None,
            requests: SentRequests::default(),
            asks_for_response: false,
        }
    }

    /// The source of a node.
    pub(super) fn text(&self, span: Span) -> &'s str {
        self.source.get(range(span)).unwrap_or_default()
    }

    /// The facts; uses of a name that turned out to be the script's own do not count.
    pub(super) fn into_facts(self, comments: Vec<Range<usize>>) -> ScriptFacts {
        let mut facts = self.facts;
        facts.comments = comments;
        facts.response = facts.response.filter(|_| !self.asks_for_response);
        let is_own = |name: &str| self.own.contains(name);
        let of_own: HashSet<usize> = self
            .old_accesses
            .iter()
            .filter(|(_, name)| is_own(name))
            .map(|(at, _)| *at)
            .collect();
        let mut at = 0..;
        facts
            .accesses
            .retain(|_| at.next().is_none_or(|at| !of_own.contains(&at)));
        if is_own("tests") {
            let mut at = 0..;
            let old: HashSet<usize> = self.old_titles.into_iter().collect();
            facts
                .titles
                .retain(|_| at.next().is_none_or(|at| !old.contains(&at)));
        }
        facts.strings.sort_by_key(|one| one.span.start);
        facts.sent_strings = self.requests.strings(&facts.strings);
        facts.deprecated = deprecated_uses(self.uses, is_own);
        facts
    }

    /// A string, or a template that has no parts.
    fn literal(expression: &Expression) -> Option<Literal> {
        match expression.get_inner_expression() {
            Expression::StringLiteral(string) => Some(Literal {
                span: inside(string.span),
                text: string.value.to_string(),
            }),
            Expression::TemplateLiteral(template) if template.expressions.is_empty() => {
                let cooked = template.quasis.first()?.value.cooked;
                Some(Literal {
                    span: inside(template.span),
                    text: cooked?.to_string(),
                })
            }
            _ => None,
        }
    }

    fn first_literal(arguments: &[Argument]) -> Option<Literal> {
        Self::literal(arguments.first()?.as_expression()?)
    }

    /// The first argument of `pm.test`: a template is taken as it is written.
    fn title(&self, arguments: &[Argument]) -> Option<Literal> {
        let first = arguments.first()?.as_expression()?.get_inner_expression();
        Self::literal(first).or_else(|| match first {
            Expression::TemplateLiteral(template) => Some(Literal {
                span: inside(template.span),
                text: self.source.get(inside(template.span))?.to_owned(),
            }),
            _ => None,
        })
    }

    fn access(&mut self, scope: ScriptScope, action: Action, name: Option<Literal>) {
        self.facts.accesses.push(VariableAccess {
            scope,
            action,
            name,
        });
    }

    fn unknown(&mut self, scope: ScriptScope) {
        self.access(scope, Action::Set, None);
        self.access(scope, Action::Get, None);
    }

    fn effect(&mut self, scope: ScriptScope, effect: Effect, arguments: &[Argument]) {
        match effect {
            Effect::Named(action) => self.access(scope, action, Self::first_literal(arguments)),
            Effect::Any(action) => self.access(scope, action, None),
            Effect::Unknown => self.unknown(scope),
            Effect::Nothing => {}
        }
    }

    /// Records what `names`, a member of Postman's or a call of one, does; returns whether it is one.
    fn postman(&mut self, names: &[&'s str], span: Span, arguments: &[Argument]) -> bool {
        if let ["postman" | "pm", "setNextRequest"] | ["pm", "execution", "setNextRequest"] = names
        {
            let target = Self::first_literal(arguments);
            self.facts.next_requests.extend(target);
        }
        match names {
            ["pm", "test"] => self.facts.titles.extend(self.title(arguments)),
            ["pm", "require", ..] => self.unknown(ScriptScope::Any),
            ["pm", "response"] => self.asks_for_response = true,
            ["pm", "response", ..] => {
                self.asks_for_response |= self.text(span).contains("?.");
                self.facts.response.get_or_insert_with(|| range(span));
            }
            ["pm", name, rest @ ..] => match (api::scope(name), rest) {
                (Some(scope), [method, ..]) => self.effect(scope, api::method(method), arguments),
                // The scope is passed on under another name.
                (Some(scope), []) => self.unknown(scope),
                (None, _) => {}
            },
            ["postman", name, ..] => {
                let (scope, effect) = api::postman(name);
                self.effect(scope, effect, arguments);
            }
            _ => return false,
        }
        self.old_member(names, span);
        true
    }

    /// Records a member of one of Postman's old objects; returns whether it is one.
    fn old_member(&mut self, names: &[&'s str], span: Span) -> bool {
        let Some(first) = names.first() else {
            return false;
        };
        let member = names.get(1).copied();
        if *first == "postman" {
            let name = member.unwrap_or_default();
            let whole = format!("postman.{name}");
            self.uses
                .push((first, whole, deprecated::function(name), range(span)));
        } else if let Some(instead) = deprecated::object(first) {
            let whole = match member {
                Some(name) if *first == "request" => format!("request.{name}"),
                _ => (*first).to_owned(),
            };
            self.uses.push((first, whole, instead, range(span)));
        } else {
            return false;
        }
        true
    }

    /// `environment.name` and `data["name"]`, as old scripts have them.
    fn old_variable(&mut self, object: &'s str, name: Option<Literal>) {
        if let Some(scope) = api::object(object) {
            self.old_accesses.push((self.facts.accesses.len(), object));
            self.access(scope, Action::Get, name);
        }
    }

    fn mark_arguments(&mut self, function: Span, arguments: &[Argument]) {
        for (number, argument) in arguments.iter().enumerate() {
            if let Some(literal) = argument.as_expression().and_then(Self::literal) {
                let argument = (range(function), number);
                self.arguments.insert(literal.span.start, argument);
            }
        }
    }

    fn string(&mut self, span: Range<usize>, is_part: bool) {
        let argument = self.arguments.remove(&span.start).filter(|_| !is_part);
        self.facts.strings.push(facts::StringLiteral {
            span,
            is_part,
            argument,
        });
    }
}

fn deprecated_uses(
    uses: Vec<(&str, String, &'static str, Range<usize>)>,
    is_own: impl Fn(&str) -> bool,
) -> Vec<Deprecated> {
    let mut known: HashMap<String, usize> = HashMap::new();
    let mut found: Vec<Deprecated> = Vec::new();
    for (first, name, instead, span) in uses {
        if is_own(first) {
            continue;
        }
        let next = found.len();
        let at = *known.entry(name.clone()).or_insert(next);
        match found.get_mut(at) {
            Some(one) => one.uses += 1,
            None => found.push(Deprecated {
                span,
                name,
                instead,
                uses: 1,
            }),
        }
    }
    found
}

impl<'a> Visit<'a> for Reader<'_> {
    fn visit_statements(&mut self, it: &ArenaVec<'a, Statement<'a>>) {
        if self.redeclared.is_none() {
            self.redeclared = redeclared(it).map(|name| range(name.span));
        }
        walk::walk_statements(self, it);
    }

    fn visit_expression_statement(&mut self, it: &ExpressionStatement<'a>) {
        if is_incomplete(self.source, &it.expression) {
            let span = range(it.expression.span());
            self.facts.incomplete_assertions.push(span);
        }
        walk::walk_expression_statement(self, it);
    }

    fn visit_binding_identifier(&mut self, it: &BindingIdentifier<'a>) {
        let name = self.text(it.span);
        self.own.insert(name);
    }

    fn visit_identifier_reference(&mut self, it: &IdentifierReference<'a>) {
        let name = self.text(it.span);
        self.requests.mention(name, it.span);
        match name {
            "pm" | "postman" | "eval" | "Function" => self.unknown(ScriptScope::Any),
            _ => {}
        }
        if let Some(instead) = deprecated::name(name) {
            self.uses
                .push((name, name.to_owned(), instead, range(it.span)));
        }
    }

    fn visit_assignment_expression(&mut self, it: &AssignmentExpression<'a>) {
        // Without `var` it is the script's own all the same.
        if let AssignmentTarget::AssignmentTargetIdentifier(target) = &it.left {
            let name = self.text(target.span);
            if name != "tests" {
                self.own.insert(name);
            }
            if self.is_answer(&it.right) {
                self.answers.insert(name);
            }
        }
        walk::walk_assignment_expression(self, it);
    }

    fn visit_variable_declaration(&mut self, it: &VariableDeclaration<'a>) {
        if it.kind.is_using() && self.using.is_none() {
            self.using = Some(range(it.span));
        }
        walk::walk_variable_declaration(self, it);
    }

    fn visit_variable_declarator(&mut self, it: &VariableDeclarator<'a>) {
        if let (BindingPattern::BindingIdentifier(name), Some(value)) = (&it.id, &it.init) {
            let name = self.text(name.span);
            self.requests.declare(name, value.span());
            if self.is_answer(value) {
                self.answers.insert(name);
            }
        }
        walk::walk_variable_declarator(self, it);
    }

    fn visit_string_literal(&mut self, it: &StringLiteral<'a>) {
        self.string(inside(it.span), false);
    }

    fn visit_template_literal(&mut self, it: &TemplateLiteral<'a>) {
        let is_part = !it.expressions.is_empty();
        for quasi in &it.quasis {
            self.string(range(quasi.span), is_part);
        }
        walk::walk_template_literal(self, it);
    }

    fn visit_static_member_expression(&mut self, it: &StaticMemberExpression<'a>) {
        let name = self.text(it.property.span);
        if let Some(mut names) = path(self.source, &it.object) {
            names.push(name);
            if self.postman(&names, it.span, &[]) {
                return;
            }
            if let [object, _] = names.as_slice() {
                let (span, text) = (range(it.property.span), name.to_owned());
                self.old_variable(object, Some(Literal { span, text }));
                if self.old_member(&names, it.span) || api::object(object).is_some() {
                    return;
                }
            }
        }
        walk::walk_static_member_expression(self, it);
    }

    fn visit_computed_member_expression(&mut self, it: &ComputedMemberExpression<'a>) {
        if let Expression::Identifier(object) = &it.object {
            let object = self.text(object.span);
            let name = Self::literal(&it.expression);
            self.old_variable(object, name.clone());
            if object == "tests"
                && let Some(title) = name
            {
                self.old_titles.push(self.facts.titles.len());
                self.facts.titles.push(title);
            }
            if self.old_member(&[object], it.span) {
                if object == "postman" {
                    self.unknown(ScriptScope::Any);
                }
                return self.visit_expression(&it.expression);
            }
        }
        walk::walk_computed_member_expression(self, it);
    }

    fn visit_call_expression(&mut self, it: &CallExpression<'a>) {
        self.mark_arguments(it.callee.span(), &it.arguments);
        let names = path(self.source, &it.callee).unwrap_or_default();
        self.requests.call(&names, &it.arguments);
        if let ["console", "log" | "info" | "debug" | "warn" | "error"] = names.as_slice() {
            for argument in it.arguments.iter().filter_map(|one| one.as_expression()) {
                let found = console_output(self, argument, self.logged);
                self.facts.output.extend(found);
                self.logged += 1;
            }
        }
        if self.postman(&names, it.callee.span(), &it.arguments) {
            self.visit_arguments(&it.arguments);
        } else {
            walk::walk_call_expression(self, it);
        }
    }
}
