use super::base::MASTER;
use crate::catalogue::Entry;
use crate::sqlaccount::dictionary::{
    ATTACHMENTS, CODE, DESCRIPTION, DESCRIPTION2, ISACTIVE, PROJECTCOST, PROJECTVALUE,
};

/// `/project`.
pub(super) const RESOURCE: Entry = Entry {
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
