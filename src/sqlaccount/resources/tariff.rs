use super::base::{BY_AUTOKEY, MASTER};
use crate::catalogue::ResourceEntry;
use crate::sqlaccount::dictionary::{AUTOKEY, CODE, DESCRIPTION, ISACTIVE, ISDEFAULT, ROWVER};

/// `/tariff`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "tariff",
    title: "Tariff",
    plural: "Tariffs",
    module: "Maintenance",
    key: Some(BY_AUTOKEY),
    fields: &[&[
        AUTOKEY,
        CODE.size(20),
        DESCRIPTION,
        ISDEFAULT,
        ISACTIVE,
        ROWVER,
    ]],
    required: &["code", "description"],
    indexed_filters: &["code"],
    body_documented: false,
    note: "The vendor's collection shows an empty body: which fields can be written is not documented.",
    examples: include_str!("../examples/tariff.json"),
    ..MASTER
};
