use super::base::MASTER;
use crate::catalogue::ResourceEntry;
use crate::sqlaccount::groups::CODE_AND_DESCRIPTION;

/// `/area`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "area",
    title: "Area",
    plural: "Areas",
    module: "Maintenance",
    fields: &[CODE_AND_DESCRIPTION],
    required: &["code", "description"],
    examples: include_str!("../examples/area.json"),
    ..MASTER
};
