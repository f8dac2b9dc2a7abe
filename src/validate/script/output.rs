//! What a script writes to the console and should not.

use oxc_ast::ast::{Expression, ObjectPropertyKind, PropertyKey};
use oxc_span::{GetSpan, Span};

use super::facts::Reader;
use crate::postman::effective::secret::kind_of_name;

/// Calls and objects that hold a whole answer or request, or all variables.
const WHOLE: &[(&str, &str)] = &[
    ("pm.response.json()", "the whole answer"),
    ("pm.response.text()", "the whole answer"),
    ("pm.response", "the whole answer"),
    ("responseBody", "the whole answer"),
    ("JSON.parse(responseBody)", "the whole answer"),
    ("pm.request", "the whole request"),
    ("pm.request.headers", "the headers of the request"),
    ("pm.request.auth", "the auth of the request"),
    ("pm.environment", "all variables"),
    ("pm.environment.toObject()", "all variables"),
    ("pm.variables.toObject()", "all variables"),
    ("pm.globals.toObject()", "all variables"),
    ("pm.collectionVariables.toObject()", "all variables"),
];

impl Reader<'_> {
    /// Whether an expression is the whole answer.
    pub(super) fn is_answer(&self, expression: &Expression) -> bool {
        whole(self.text(expression.span())).is_some_and(|what| what == "the whole answer")
    }
}

fn whole(text: &str) -> Option<&'static str> {
    let plain: String = text.split_whitespace().collect();
    WHOLE
        .iter()
        .find(|(code, _)| *code == plain)
        .map(|(_, what)| *what)
}

/// What in an argument of `console.log` should not be shown, where it stands and what it is.
pub(super) fn spilled(reader: &Reader, expression: &Expression) -> Option<(Span, String)> {
    let span = expression.span();
    let text = reader.text(span);
    if let Some(what) = whole(text) {
        return Some((span, what.to_owned()));
    }
    let secret = |name: &str| kind_of_name(name).map(|kind| (span, format!("`{name}`, {kind}")));
    match expression {
        Expression::Identifier(_) if reader.answers.contains(text) => {
            Some((span, "the whole answer".to_owned()))
        }
        Expression::Identifier(_) => secret(text),
        Expression::StaticMemberExpression(member) => secret(reader.text(member.property.span)),
        Expression::ComputedMemberExpression(member) => match &member.expression {
            Expression::StringLiteral(name) => secret(&name.value),
            _ => None,
        },
        Expression::CallExpression(call) => {
            let callee: String = reader.text(call.callee.span()).split_whitespace().collect();
            let mut arguments = call.arguments.iter().filter_map(|one| one.as_expression());
            if callee == "JSON.stringify" {
                return spilled(reader, arguments.next()?);
            }
            match arguments.next()? {
                Expression::StringLiteral(name)
                    if callee.starts_with("pm.") && callee.rsplit('.').next() == Some("get") =>
                {
                    secret(&name.value)
                }
                _ => None,
            }
        }
        Expression::TemplateLiteral(template) => template
            .expressions
            .iter()
            .find_map(|one| spilled(reader, one)),
        Expression::BinaryExpression(binary) if binary.operator.as_str() == "+" => {
            spilled(reader, &binary.left).or_else(|| spilled(reader, &binary.right))
        }
        Expression::ParenthesizedExpression(inner) => spilled(reader, &inner.expression),
        Expression::ObjectExpression(object) => {
            object
                .properties
                .iter()
                .find_map(|property| match property {
                    ObjectPropertyKind::ObjectProperty(property) => match &property.key {
                        PropertyKey::StaticIdentifier(_) => spilled(reader, &property.value),
                        _ => None,
                    },
                    ObjectPropertyKind::SpreadProperty(_) => None,
                })
        }
        _ => None,
    }
}
