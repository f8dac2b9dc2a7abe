//! What the rules about requests share: colons in paths, settings, walks.

mod behaviour;
mod every;
mod host;
mod json_body;
mod near;
mod overfull;
mod path;

pub(crate) use behaviour::each_behaviour;
pub(crate) use every::each_request;
pub(crate) use host::is_local;
pub(crate) use json_body::json_error;
pub(crate) use near::nearest;
pub(crate) use overfull::{port_in_host, queries_in_path};
pub(crate) use path::{Colon, colon, is_verb, variable_names};
