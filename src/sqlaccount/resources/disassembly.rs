use super::production::PRODUCTION;
use crate::catalogue::Entry;

/// `/disassembly`.
pub(super) const RESOURCE: Entry = Entry {
    path: "disassembly",
    title: "Disassembly",
    plural: "Disassemblies",
    examples: include_str!("../examples/disassembly.json"),
    ..PRODUCTION
};
