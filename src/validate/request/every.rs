use std::borrow::Cow;
use std::collections::HashMap;

use crate::postman::view::{Item, Request, Variable};
use crate::validate::Context;
use crate::validate::tree::for_each_item;

/// Calls `look` with every request of the collection, the folders around it and its item.
pub(crate) fn each_request<'d>(
    context: &Context<'d>,
    look: &mut dyn FnMut(&[Item<'d>], &Item<'d>, &Request<'d>),
) {
    for_each_item(context, &mut |folders, item| {
        if let Some(request) = item.request() {
            look(folders, item, &request);
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
