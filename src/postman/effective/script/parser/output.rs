//! What a script writes to the console that may reveal too much.

use oxc_ast::ast::{Expression, ObjectPropertyKind, PropertyKey};
use oxc_span::{GetSpan, Span};

use super::super::{ConsoleOutput, LoggedValue};
use super::visit::{Reader, range};

/// Calls and objects that hold a whole answer or request, or all variables.
const WHOLE: &[(&str, &str)] = &[
    ("pm.response.json()", ANSWER),
    ("pm.response.text()", ANSWER),
    ("pm.response", ANSWER),
    ("responseBody", ANSWER),
    ("JSON.parse(responseBody)", ANSWER),
    ("pm.request", "the whole request"),
    ("pm.request.headers", "the headers of the request"),
    ("pm.request.auth", "the auth of the request"),
    ("pm.environment", VARIABLES),
    ("pm.environment.toObject()", VARIABLES),
    ("pm.variables.toObject()", VARIABLES),
    ("pm.globals.toObject()", VARIABLES),
    ("pm.collectionVariables.toObject()", VARIABLES),
];

const ANSWER: &str = "the whole answer";
const VARIABLES: &str = "all variables";

/// The longest code that can be one of these.
const LONGEST: usize = 100;

impl Reader<'_> {
    /// Whether an expression is the whole answer.
    pub(super) fn is_answer(&self, expression: &Expression) -> bool {
        whole(self.text(expression.span())) == Some(ANSWER)
    }
}

fn whole(text: &str) -> Option<&'static str> {
    if text.len() > LONGEST {
        return None;
    }
    let plain: String = text.split_whitespace().collect();
    let mut known = WHOLE.iter();
    known
        .find(|(code, _)| *code == plain)
        .map(|(_, what)| *what)
}

/// What an argument of `console.log` shows, in the order of the text.
pub(super) fn console_output(
    reader: &Reader,
    argument: &Expression,
    number: usize,
) -> Vec<ConsoleOutput> {
    let mut found = Vec::new();
    let mut to_do = vec![argument];
    while let Some(expression) = to_do.pop() {
        let inner = step(reader, expression, |span, value| {
            found.push(ConsoleOutput {
                span: range(span),
                value,
                argument: number,
            });
        });
        to_do.extend(inner.into_iter().rev());
    }
    found
}

/// What one expression shows by itself; gives the expressions in it that are shown with it.
fn step<'e, 'a>(
    reader: &Reader,
    expression: &'e Expression<'a>,
    mut found: impl FnMut(Span, LoggedValue),
) -> Vec<&'e Expression<'a>> {
    let span = expression.span();
    let text = reader.text(span);
    if let Some(what) = whole(text) {
        found(span, LoggedValue::Whole(what));
        return Vec::new();
    }
    let mut named = |name: &str| found(span, LoggedValue::Named(name.to_owned()));
    match expression {
        Expression::Identifier(_) if reader.answers.contains(text) => {
            found(span, LoggedValue::Whole(ANSWER));
        }
        Expression::Identifier(_) => named(text),
        Expression::StaticMemberExpression(member) => named(reader.text(member.property.span)),
        Expression::ComputedMemberExpression(member) => {
            if let Expression::StringLiteral(name) = &member.expression {
                named(&name.value);
            }
        }
        Expression::CallExpression(call) => {
            let callee = reader.text(call.callee.span());
            let callee: String = callee.split_whitespace().take(8).collect();
            let first = call.arguments.first().and_then(|one| one.as_expression());
            if callee == "JSON.stringify" {
                return first.into_iter().collect();
            }
            if let Some(Expression::StringLiteral(name)) = first
                && callee.starts_with("pm.")
                && callee.rsplit('.').next() == Some("get")
            {
                named(&name.value);
            }
        }
        Expression::TemplateLiteral(template) => return template.expressions.iter().collect(),
        Expression::BinaryExpression(binary) if binary.operator.as_str() == "+" => {
            return vec![&binary.left, &binary.right];
        }
        Expression::ParenthesizedExpression(inner) => return vec![&inner.expression],
        Expression::ObjectExpression(object) => {
            let values = object
                .properties
                .iter()
                .filter_map(|property| match property {
                    ObjectPropertyKind::ObjectProperty(property) => match &property.key {
                        PropertyKey::StaticIdentifier(_) => Some(&property.value),
                        _ => None,
                    },
                    ObjectPropertyKind::SpreadProperty(_) => None,
                });
            return values.collect();
        }
        _ => {}
    }
    Vec::new()
}
