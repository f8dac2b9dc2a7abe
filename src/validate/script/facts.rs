//! One walk over the syntax tree.

use std::collections::HashSet;
use std::ops::Range;

use oxc_ast::ast::{
    AssignmentExpression, AssignmentTarget, BindingIdentifier, BindingPattern, CallExpression,
    ComputedMemberExpression, Expression, IdentifierReference, StaticMemberExpression,
    VariableDeclarator,
};
use oxc_ast_visit::{Visit, walk};
use oxc_span::{GetSpan, Span};

use super::output::spilled;
use super::{Facts, Old, old};

pub(super) struct Reader<'s> {
    pub(super) source: &'s str,
    pub(super) facts: Facts,
    /// The names that the script gives to something of its own.
    own: HashSet<&'s str>,
    /// Those of them that hold the whole answer.
    pub(super) answers: HashSet<&'s str>,
    /// Uses of what Postman has replaced: the first name, the whole, where.
    uses: Vec<(&'s str, String, &'static str, Range<usize>)>,
}

pub(super) fn range(span: Span) -> Range<usize> {
    span.start as usize..span.end as usize
}

impl<'s> Reader<'s> {
    pub(super) fn new(source: &'s str) -> Self {
        Self {
            source,
            facts: Facts::default(),
            own: HashSet::new(),
            answers: HashSet::new(),
            uses: Vec::new(),
        }
    }

    /// The source of a node.
    pub(super) fn text(&self, span: Span) -> &'s str {
        self.source.get(range(span)).unwrap_or_default()
    }

    /// The facts; uses of a name that turned out to be the script's own are none.
    pub(super) fn into_facts(mut self) -> Facts {
        for (first, name, instead, span) in self.uses {
            if self.own.contains(first) {
                continue;
            }
            match self.facts.old.iter_mut().find(|old| old.name == name) {
                Some(known) => known.uses += 1,
                None => self.facts.old.push(Old {
                    span,
                    name,
                    instead,
                    uses: 1,
                }),
            }
        }
        self.facts
    }

    /// A member `name` of `object`; whether that is one of Postman's old ones.
    fn member(&mut self, object: &Expression, name: Option<&str>, span: Span) -> bool {
        let Expression::Identifier(identifier) = object else {
            return false;
        };
        let first = self.text(identifier.span);
        if first == "postman" {
            let name = name.unwrap_or_default();
            let whole = format!("postman.{name}");
            self.uses
                .push((first, whole, old::function(name), range(span)));
        } else if let Some(instead) = old::object(first) {
            let whole = match name {
                Some(name) if first == "request" => format!("request.{name}"),
                _ => first.to_owned(),
            };
            self.uses.push((first, whole, instead, range(span)));
        } else {
            return false;
        }
        true
    }
}

impl<'a> Visit<'a> for Reader<'_> {
    fn visit_binding_identifier(&mut self, it: &BindingIdentifier<'a>) {
        let name = self.text(it.span);
        self.own.insert(name);
    }

    fn visit_identifier_reference(&mut self, it: &IdentifierReference<'a>) {
        let name = self.text(it.span);
        if let Some(instead) = old::name(name) {
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

    fn visit_variable_declarator(&mut self, it: &VariableDeclarator<'a>) {
        if let (BindingPattern::BindingIdentifier(name), Some(value)) = (&it.id, &it.init)
            && self.is_answer(value)
        {
            let name = self.text(name.span);
            self.answers.insert(name);
        }
        walk::walk_variable_declarator(self, it);
    }

    fn visit_static_member_expression(&mut self, it: &StaticMemberExpression<'a>) {
        let name = self.text(it.property.span);
        if !self.member(&it.object, Some(name), it.span) {
            walk::walk_static_member_expression(self, it);
        }
    }

    fn visit_computed_member_expression(&mut self, it: &ComputedMemberExpression<'a>) {
        if self.member(&it.object, None, it.span) {
            self.visit_expression(&it.expression);
        } else {
            walk::walk_computed_member_expression(self, it);
        }
    }

    fn visit_call_expression(&mut self, it: &CallExpression<'a>) {
        let callee: String = self.text(it.callee.span()).split_whitespace().collect();
        match callee.as_str() {
            "postman.setNextRequest" | "pm.execution.setNextRequest" | "pm.setNextRequest" => {
                let target = it.arguments.first().and_then(|first| first.as_expression());
                let target = target.map(Expression::get_inner_expression);
                if let Some(Expression::StringLiteral(text)) = target {
                    self.facts
                        .next
                        .push((range(text.span), text.value.to_string()));
                }
            }
            "console.log" | "console.info" | "console.debug" | "console.warn" | "console.error" => {
                for argument in it.arguments.iter().filter_map(|one| one.as_expression()) {
                    if let Some((span, what)) = spilled(self, argument) {
                        self.facts.output.push((range(span), what));
                    }
                }
            }
            _ => {}
        }
        walk::walk_call_expression(self, it);
    }
}
