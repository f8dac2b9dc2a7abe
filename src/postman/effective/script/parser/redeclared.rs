//! Names that are declared twice, which JavaScript refuses before it runs anything. The parser by
//! itself does not look for them.

use std::collections::HashMap;

use oxc_ast::ast::{BindingIdentifier, BindingPattern, Statement};

/// The first name that `statements`, those of one block, declare twice, one of them with `let`,
/// `const` or `class`.
pub(super) fn redeclared<'s, 'a>(
    statements: &'s [Statement<'a>],
) -> Option<&'s BindingIdentifier<'a>> {
    let mut known: HashMap<&str, bool> = HashMap::new();
    for statement in statements {
        let (names, is_lexical) = declared(statement);
        for name in names {
            match known.insert(name.name.as_str(), is_lexical) {
                Some(before) if before || is_lexical => return Some(name),
                _ => {}
            }
        }
    }
    None
}

/// The names that a statement itself declares, and whether `let`, `const` or `class` does.
fn declared<'s, 'a>(statement: &'s Statement<'a>) -> (Vec<&'s BindingIdentifier<'a>>, bool) {
    match statement {
        Statement::VariableDeclaration(declaration) => {
            let patterns = declaration.declarations.iter().map(|one| &one.id);
            (names(patterns.collect()), declaration.kind.is_lexical())
        }
        Statement::ClassDeclaration(class) => (class.id.iter().collect(), true),
        Statement::FunctionDeclaration(function) => (function.id.iter().collect(), false),
        _ => (Vec::new(), false),
    }
}

/// The names in patterns such as `{ a, b: [c] }`.
fn names<'s, 'a>(mut to_do: Vec<&'s BindingPattern<'a>>) -> Vec<&'s BindingIdentifier<'a>> {
    let mut found = Vec::new();
    to_do.reverse();
    while let Some(pattern) = to_do.pop() {
        match pattern {
            BindingPattern::BindingIdentifier(name) => found.push(&**name),
            BindingPattern::ObjectPattern(object) => {
                to_do.extend(object.rest.iter().map(|rest| &rest.argument));
                to_do.extend(object.properties.iter().rev().map(|one| &one.value));
            }
            BindingPattern::ArrayPattern(array) => {
                to_do.extend(array.rest.iter().map(|rest| &rest.argument));
                to_do.extend(array.elements.iter().rev().flatten());
            }
            BindingPattern::AssignmentPattern(pattern) => to_do.push(&pattern.left),
        }
    }
    found
}
