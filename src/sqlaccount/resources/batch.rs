use super::base::{BY_AUTOKEY, MASTER};
use crate::catalogue::ResourceEntry;
use crate::sqlaccount::dictionary::{
    ATTACHMENTS, AUTOKEY, CODE, DESCRIPTION, EXPDATE, ISACTIVE, MFGDATE, REMARK1, REMARK2, ROWVER,
};

/// `/batch`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "batch",
    title: "Stock Batch",
    plural: "Stock Batches",
    module: "Stock",
    key: Some(BY_AUTOKEY),
    fields: &[&[
        AUTOKEY,
        CODE.size(30),
        DESCRIPTION,
        EXPDATE,
        MFGDATE,
        REMARK1,
        REMARK2,
        ISACTIVE,
        ATTACHMENTS,
        ROWVER,
    ]],
    required: &["code", "description"],
    indexed_filters: &["code"],
    body_documented: false,
    note: "The vendor's collection shows an empty body: which fields can be written is not documented.",
    examples: include_str!("../examples/batch.json"),
    ..MASTER
};
