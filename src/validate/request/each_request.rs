use crate::postman::view::{Item, Request};
use crate::validate::Context;

/// Calls `look` with every request of the collection, the folders around it and its item.
pub(crate) fn each_request<'d>(
    context: &Context<'d>,
    look: &mut dyn FnMut(&[Item<'d>], &Item<'d>, &Request<'d>),
) {
    context.tree().for_each(&mut |folders, item| {
        if let Some(request) = item.request() {
            look(folders, item, &request);
        }
    });
}
