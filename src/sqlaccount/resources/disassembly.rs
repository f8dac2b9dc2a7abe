use super::production::PRODUCTION;
use crate::catalogue::ResourceEntry;

/// `/disassembly`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "disassembly",
    title: "Disassembly",
    plural: "Disassemblies",
    examples: include_str!("../examples/disassembly.json"),
    ..PRODUCTION
};
