use super::base::MASTER;
use crate::catalogue::ResourceEntry;
use crate::sqlaccount::dictionary::{
    ATTACHMENTS, CODE, DESCRIPTION, DESCRIPTION2, ISACTIVE, PROJECTCOST, PROJECTVALUE,
};

/// `/project`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "project",
    title: "Project",
    plural: "Projects",
    module: "Maintenance",
    fields: &[&[
        CODE.size(20),
        DESCRIPTION,
        DESCRIPTION2,
        PROJECTVALUE,
        PROJECTCOST,
        ATTACHMENTS,
        ISACTIVE,
    ]],
    required: &["code", "description"],
    examples: include_str!("../examples/project.json"),
    ..MASTER
};
