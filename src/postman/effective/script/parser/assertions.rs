//! Assertions that assert nothing.

use oxc_ast::ast::Expression;

use super::path::path;

/// Words of Chai that only join others, or change what the next one does.
const JOINING: [&str; 23] = [
    "all", "also", "and", "any", "at", "be", "been", "but", "deep", "does", "has", "have", "is",
    "itself", "nested", "not", "of", "ordered", "own", "same", "that", "to", "with",
];

/// Words of Chai that assert something only when they are called.
const CALLED: [&str; 27] = [
    "above",
    "below",
    "closeTo",
    "contain",
    "eq",
    "eql",
    "equal",
    "equals",
    "greaterThan",
    "gt",
    "gte",
    "include",
    "instanceOf",
    "instanceof",
    "least",
    "lengthOf",
    "lessThan",
    "lt",
    "lte",
    "match",
    "members",
    "most",
    "oneOf",
    "property",
    "string",
    "throw",
    "within",
];

/// The same for what Postman adds for responses.
const CALLED_OF_RESPONSE: [&str; 6] = [
    "body",
    "header",
    "jsonBody",
    "jsonSchema",
    "responseTime",
    "status",
];

/// Whether a statement's `expression` begins an assertion and does not end it: `pm.expect(a)`,
/// `pm.expect(a).to.be`, `pm.expect(a).to.equal` or `pm.response.to.have.status` without a call.
pub(super) fn is_incomplete(source: &str, expression: &Expression) -> bool {
    let mut here = expression.get_inner_expression();
    let (mut is_last, mut is_of_response) = (true, false);
    loop {
        match here {
            Expression::StaticMemberExpression(member) => {
                let names = path(source, here).unwrap_or_default();
                if matches!(names.as_slice(), ["pm", "response"]) {
                    return is_of_response;
                }
                let name = member.property.name.as_str();
                is_of_response |= is_last && CALLED_OF_RESPONSE.contains(&name);
                let is_called = is_last && (is_of_response || CALLED.contains(&name));
                if !is_called && !JOINING.contains(&name) {
                    return false;
                }
                is_last = false;
                here = member.object.get_inner_expression();
            }
            Expression::CallExpression(call) => {
                let names = path(source, &call.callee).unwrap_or_default();
                let is_expect = matches!(names.as_slice(), ["pm", "expect"] | ["expect"]);
                return is_expect && !is_of_response;
            }
            _ => return false,
        }
    }
}
