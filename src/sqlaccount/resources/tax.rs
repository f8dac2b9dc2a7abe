use super::base::{BY_AUTOKEY, MASTER};
use crate::catalogue::ResourceEntry;
use crate::sqlaccount::dictionary::{
    ATTACHMENTS, AUTOKEY, CODE, DESCRIPTION, INPUTTAX, ISACTIVE, ISDEFAULT, LASTMODIFIED,
    OUTPUTTAX, TAXACCOUNT, TAXINCLUSIVE, TAXRATE_PERCENT, TAXRETURNACCOUNT, TAXTYPE,
};

/// `/tax`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "tax",
    title: "Tax",
    plural: "Taxes",
    module: "Maintenance",
    key: Some(BY_AUTOKEY),
    fields: &[&[
        AUTOKEY,
        CODE,
        DESCRIPTION,
        TAXACCOUNT,
        TAXRETURNACCOUNT,
        TAXRATE_PERCENT,
        TAXTYPE,
        INPUTTAX,
        OUTPUTTAX,
        TAXINCLUSIVE,
        ISDEFAULT,
        ISACTIVE,
        ATTACHMENTS,
        LASTMODIFIED,
    ]],
    required: &["code", "description", "taxtype"],
    indexed_filters: &["code"],
    body_documented: false,
    note: "The vendor's collection shows an empty body: which fields can be written is not documented.",
    examples: include_str!("../examples/tax.json"),
    ..MASTER
};
