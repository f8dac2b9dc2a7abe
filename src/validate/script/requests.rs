use std::borrow::Cow;
use std::collections::HashSet;

use super::super::context::Context;
use crate::json::Value;
use crate::postman::view::Item;

/// What a script can name as the next request.
#[derive(Debug, Default)]
pub(in crate::validate) struct Requests<'d> {
    /// Names and ids of requests.
    pub(in crate::validate) known: HashSet<Cow<'d, str>>,
}

impl<'d> Requests<'d> {
    fn add(&mut self, item: &Item<'d>) {
        if item.request.is_some() {
            let id = item.id.or_else(|| item.value.get("_postman_id"));
            let called = [item.name, id].into_iter().flatten();
            self.known.extend(called.filter_map(Value::as_str));
        }
    }
}

impl<'d> Context<'d> {
    /// What a script can name as the next request; found once.
    pub(in crate::validate) fn requests(&self) -> &Requests<'d> {
        self.requests.get_or_init(|| {
            let mut requests = Requests::default();
            for entry in self.tree().entries() {
                requests.add(&entry.item);
            }
            requests
        })
    }
}
