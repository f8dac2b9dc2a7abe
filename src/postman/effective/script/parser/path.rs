//! Dotted names.

use oxc_ast::ast::{ChainElement, Expression};

/// More names than any function of Postman's has.
const LONGEST: usize = 4;

/// The names of an expression such as `pm.environment.set`, however it is spaced; `None` for anything
/// else, and for more names than matter.
pub(super) fn path<'s>(source: &'s str, expression: &Expression) -> Option<Vec<&'s str>> {
    let text = |span: oxc_span::Span| source.get(span.start as usize..span.end as usize);
    let mut names = Vec::new();
    let mut here = expression.get_inner_expression();
    while names.len() < LONGEST {
        match here {
            Expression::Identifier(name) => {
                names.push(text(name.span)?);
                names.reverse();
                return Some(names);
            }
            Expression::StaticMemberExpression(member) => {
                names.push(text(member.property.span)?);
                here = member.object.get_inner_expression();
            }
            Expression::ChainExpression(chain) => match &chain.expression {
                ChainElement::StaticMemberExpression(member) => {
                    names.push(text(member.property.span)?);
                    here = member.object.get_inner_expression();
                }
                _ => return None,
            },
            _ => return None,
        }
    }
    None
}
