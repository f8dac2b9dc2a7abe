use super::base::SYSTEM;
use crate::catalogue::ResourceEntry;

/// `/version`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "version",
    title: "App Version",
    plural: "App Version",
    module: "System",
    fields: &[],
    examples: include_str!("../examples/version.json"),
    ..SYSTEM
};
