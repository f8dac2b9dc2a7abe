use super::base::MASTER;
use crate::catalogue::ResourceEntry;
use crate::sqlaccount::dictionary::{
    ATTACHMENTS, CODE, DESCRIPTION, ISACTIVE, TERMDAY, TERMMONTH, TERMTYPE,
};

/// `/terms`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "terms",
    title: "Terms",
    plural: "Terms",
    module: "Maintenance",
    fields: &[&[
        CODE,
        DESCRIPTION,
        TERMTYPE,
        TERMDAY,
        TERMMONTH,
        ATTACHMENTS,
        ISACTIVE,
    ]],
    required: &["code", "description"],
    examples: include_str!("../examples/terms.json"),
    ..MASTER
};
