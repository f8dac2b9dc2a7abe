//! What the rules about requests share: colons in paths, settings, walks.

mod behaviour;
mod each_request;
mod host;
mod json_body;
mod misplaced;
mod nearest;
mod path;

pub(crate) use behaviour::each_behaviour;
pub(crate) use each_request::each_request;
pub(crate) use host::is_local;
pub(crate) use json_body::{JsonError, json_error};
pub(crate) use misplaced::{port_in_host, queries_in_path, unmarked_query};
pub(crate) use nearest::nearest;
pub(crate) use path::{Colon, colon, is_verb, variable_names};
