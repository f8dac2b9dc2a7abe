use super::base::{BY_AUTOKEY, MASTER};
use crate::catalogue::ResourceEntry;
use crate::sqlaccount::dictionary::{
    ACCUMDEPRACC, ASSETACC, AUTOKEY, CODE, DEPRACC, DEPRMETHOD, DESCRIPTION, DISPOSALGAINACC,
    DISPOSALLOSSACC, ISACTIVE, ISDEFAULT, ROWVER,
};

/// `/assetgroup`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "assetgroup",
    title: "Asset Group",
    plural: "Asset Groups",
    module: "Fixed Assets",
    key: Some(BY_AUTOKEY),
    fields: &[&[
        AUTOKEY,
        CODE.unsized_(),
        DESCRIPTION,
        DEPRMETHOD,
        ASSETACC,
        ACCUMDEPRACC,
        DEPRACC,
        DISPOSALGAINACC,
        DISPOSALLOSSACC,
        ISDEFAULT,
        ISACTIVE,
        ROWVER,
    ]],
    required: &["code", "description", "assetacc", "accumdepracc", "depracc"],
    indexed_filters: &["code"],
    body_documented: false,
    note: "The vendor's collection shows an empty body: which fields can be written is not documented.",
    examples: include_str!("../examples/assetgroup.json"),
    ..MASTER
};
