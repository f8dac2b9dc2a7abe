use super::base::MASTER;
use crate::catalogue::ResourceEntry;
use crate::sqlaccount::dictionary::{ATTACHMENTS, CODE, DESCRIPTION, ISACTIVE};

/// `/companycategory`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "companycategory",
    title: "Company Category",
    plural: "Company Categories",
    module: "Maintenance",
    fields: &[&[CODE.size(15), DESCRIPTION, ATTACHMENTS, ISACTIVE]],
    required: &["code", "description"],
    examples: include_str!("../examples/companycategory.json"),
    ..MASTER
};
