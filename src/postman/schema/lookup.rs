use std::collections::HashMap;

use crate::json::{Kind, Value};

/// Finds values by JSON pointer; a list is walked once, however many pointers lead into it.
#[derive(Default)]
pub(super) struct Lookup<'d> {
    lists: HashMap<usize, Vec<Value<'d>>>,
}

/// What a pointer leads to.
pub(super) struct Reached<'d> {
    pub(super) value: Value<'d>,
    /// The names of the items on the way, outermost first.
    pub(super) names: Vec<String>,
    /// The rest of the way, from the innermost item or its request, as people write it:
    /// `header[2].value`.
    pub(super) path: String,
}

impl<'d> Lookup<'d> {
    /// Follows `pointer` from `root` as far as it leads.
    pub(super) fn follow(&mut self, root: Value<'d>, pointer: &str) -> Reached<'d> {
        let mut reached = Reached {
            value: root,
            names: Vec::new(),
            path: String::new(),
        };
        // Whether the list that was just stepped into is that of a folder's or collection's items.
        let mut in_items = true;
        let mut is_item_list = false;
        for token in pointer.split('/').skip(1) {
            let token = token.replace("~1", "/").replace("~0", "~");
            let is_list = reached.value.kind() == Kind::Array;
            let Some(next) = self.step(reached.value, &token) else {
                break;
            };
            reached.value = next;
            if is_item_list {
                let name = next.get("name").and_then(Value::as_str);
                reached.names.push(name.unwrap_or_default().into_owned());
                reached.path.clear();
                is_item_list = false;
                in_items = true;
                continue;
            }
            is_item_list = in_items && token == "item";
            in_items = false;
            if is_list {
                reached.path.push('[');
                reached.path.push_str(&token);
                reached.path.push(']');
            } else {
                if !reached.path.is_empty() {
                    reached.path.push('.');
                }
                reached.path.push_str(&token);
            }
        }
        if let Some(rest) = reached.path.strip_prefix("request.") {
            reached.path = rest.to_owned();
        }
        reached
    }

    fn step(&mut self, from: Value<'d>, token: &str) -> Option<Value<'d>> {
        if from.kind() != Kind::Array {
            return from.get(token);
        }
        let list = self.lists.entry(from.span().start);
        let list = list.or_insert_with(|| from.elements().collect());
        list.get(token.parse::<usize>().ok()?).copied()
    }
}
