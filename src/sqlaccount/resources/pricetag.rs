use super::base::MASTER;
use crate::catalogue::ResourceEntry;
use crate::sqlaccount::dictionary::{CODE, DESCRIPTION, LASTMODIFIED};

/// `/pricetag`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "pricetag",
    title: "Price Tag",
    plural: "Price Tags",
    module: "Stock",
    fields: &[&[CODE, DESCRIPTION, LASTMODIFIED]],
    required: &["code", "description"],
    examples: include_str!("../examples/pricetag.json"),
    ..MASTER
};
