use super::base::MASTER;
use crate::catalogue::ResourceEntry;
use crate::sqlaccount::dictionary::{CODE, DESCRIPTION};

/// `/stockcategory`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "stockcategory",
    title: "Stock Category",
    plural: "Stock Categories",
    module: "Stock",
    fields: &[&[CODE.size(15), DESCRIPTION]],
    required: &["code", "description"],
    examples: include_str!("../examples/stockcategory.json"),
    ..MASTER
};
