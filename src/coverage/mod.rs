//! What of a catalogue a collection uses: calls, parameters, body fields, and names of builds. The rules
//! about the catalogue and the comparison with it read a collection here.

mod builds;
mod calls;
mod endpoint;
mod fields;
mod parameters;

pub(crate) use builds::{BuildName, build_names};
pub(crate) use calls::{Coverage, each_call, path};
pub(crate) use endpoint::{Endpoint, Target, method, resource};
pub(crate) use fields::{Member, known_fields, members, record_text};
pub(crate) use parameters::Parameters;
