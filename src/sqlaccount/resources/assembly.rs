use super::production::PRODUCTION;
use crate::catalogue::ResourceEntry;

/// `/assembly`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "assembly",
    title: "Assembly",
    plural: "Assemblies",
    examples: include_str!("../examples/assembly.json"),
    ..PRODUCTION
};
