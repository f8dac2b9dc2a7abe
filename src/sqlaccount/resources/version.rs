use super::base::SYSTEM;
use crate::catalogue::Entry;

/// `/version`.
pub(super) const RESOURCE: Entry = Entry {
    path: "version",
    title: "App Version",
    plural: "App Version",
    module: "System",
    fields: &[],
    examples: include_str!("../examples/version.json"),
    ..SYSTEM
};
