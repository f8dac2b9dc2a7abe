use std::borrow::Cow;
use std::collections::HashMap;

use crate::postman::view::{Item, Request, Variable};
use crate::validate::Context;

/// Calls `look` with every entry of the collection and the names down to it.
pub(super) fn each_item<'d>(context: &Context<'d>, look: &mut dyn FnMut(&[String], &Item<'d>)) {
    let mut names = Vec::new();
    for item in context.collection.items() {
        inside(&item, &mut names, look);
    }
}

fn inside<'d>(
    item: &Item<'d>,
    names: &mut Vec<String>,
    look: &mut dyn FnMut(&[String], &Item<'d>),
) {
    names.push(item.name_text().into_owned());
    look(names, item);
    for inner in item.items() {
        inside(&inner, names, look);
    }
    names.pop();
}

/// Calls `look` with every request of the collection and the names down to it.
pub(crate) fn each_request<'d>(
    context: &Context<'d>,
    look: &mut dyn FnMut(&[String], &Request<'d>),
) {
    each_item(context, &mut |names, item| {
        if let Some(request) = item.request() {
            look(names, &request);
        }
    });
}

/// The collection's variables that are on and have a text, by name; of two the later one.
pub(crate) fn variable_texts<'d>(
    context: &Context<'d>,
) -> HashMap<Cow<'d, str>, (Variable<'d>, Cow<'d, str>)> {
    let variables = context.collection.variables().into_iter();
    variables
        .filter(|variable| variable.is_enabled)
        .filter_map(|variable| {
            let text = variable.text()?;
            Some((variable.name.clone(), (variable, text)))
        })
        .collect()
}
