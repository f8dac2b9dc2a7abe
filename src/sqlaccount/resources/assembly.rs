use super::production::PRODUCTION;
use crate::catalogue::Entry;

/// `/assembly`.
pub(super) const RESOURCE: Entry = Entry {
    path: "assembly",
    title: "Assembly",
    plural: "Assemblies",
    examples: include_str!("../examples/assembly.json"),
    ..PRODUCTION
};
