//! What the rules about requests share: URLs cut into parts, bodies, settings, walks.

mod behaviour;
mod body;
mod every;
mod host;
mod json_body;
mod near;
mod path;
mod url_text;

pub(crate) use behaviour::{each_behaviour, is_pruned};
pub(crate) use body::{content_type, has_content, is_filled, is_raw};
pub(crate) use every::{each_request, variable_texts};
pub(crate) use host::{Address, is_local};
pub(crate) use json_body::{is_json_media, json_error};
pub(crate) use near::nearest;
pub(crate) use path::{Colon, Part, colon, is_verb, path_parts, raw_parts, variable_names};
pub(crate) use url_text::{UrlText, mask};
