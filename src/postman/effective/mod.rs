//! What Postman sends, runs and keeps secret: the one reading of a request that every command uses.
//!
//! The views of [`view`](super::view) say what is written; this room says what Postman makes of it:
//! which of two contradicting members is sent, what is inherited, what is dropped, and what must not
//! be shown. Everything is borrowed from the document, each piece with its place in the text. Whether
//! it is right is for the callers to say.
//!
//! Postman's own runtimes are the judges: `tests/wire` has what they put on the wire.

mod ancestors;
mod body;
mod body_value;
mod content;
mod environment;
mod form;
mod headers;
pub(crate) mod json_body;
mod json_text;
mod normalised_request;
mod piece;
mod request;
pub(crate) mod script;
pub(crate) mod secret;
mod settings;
mod text;
mod typed;
pub(crate) mod url;
mod variable;
mod variables;

pub use ancestors::Ancestors;
pub(crate) use ancestors::inherited_auth;
pub use body::Mode;
pub(crate) use body::{
    MODES, comments, content_type, filled_member, is_json_lines_media, is_json_media, is_pruned,
    method, own_body, raw_type, sent_body,
};
pub(crate) use body_value::{BodyValue, canonical_number, read_json};
pub use content::Content;
pub use environment::{Environment, EnvironmentError};
pub use form::FormField;
pub(crate) use form::form_fields;
pub use headers::Header;
pub(crate) use headers::{headers, headers_of};
pub use json_body::Comments;
pub(crate) use json_text::{in_order, json_text, quoted};
pub use normalised_request::NormalisedRequest;
pub use piece::Piece;
pub use request::EffectiveRequest;
pub use settings::Settings;
pub(crate) use settings::own_settings;
pub(crate) use text::text_of;
pub(crate) use typed::{TypedValue, typed_attributes};
pub(crate) use url::path_parameter;
pub use url::{PathVariable, QueryParameter, RequestUrl};
pub use variable::Variable;
pub use variables::{Scope, Scopes};
pub(crate) use variables::{is_vault, substitute, substitute_once};

pub(crate) use super::view::is_truthy;
