use super::base::{BY_AUTOKEY, MASTER};
use crate::catalogue::ResourceEntry;
use crate::sqlaccount::dictionary::{
    AUTOKEY, CODE, DESCRIPTION, ISACTIVE, ISDEFAULT, LASTMODIFIED, TAXACCOUNTCR, TAXACCOUNTDR,
    TAXRATE_PERCENT,
};

/// `/whtax`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "whtax",
    title: "Withholding Tax",
    plural: "Withholding Taxes",
    module: "Maintenance",
    key: Some(BY_AUTOKEY),
    fields: &[&[
        AUTOKEY,
        CODE.unsized_(),
        DESCRIPTION,
        TAXACCOUNTDR,
        TAXACCOUNTCR,
        TAXRATE_PERCENT,
        ISDEFAULT,
        ISACTIVE,
        LASTMODIFIED,
    ]],
    required: &["code", "description", "taxaccountdr", "taxaccountcr"],
    indexed_filters: &["code"],
    body_documented: false,
    note: "The vendor's collection shows an empty body: which fields can be written is not documented.",
    examples: include_str!("../examples/whtax.json"),
    ..MASTER
};
