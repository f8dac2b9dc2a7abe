use super::base::{BY_AUTOKEY, MASTER};
use crate::catalogue::ResourceEntry;
use crate::sqlaccount::dictionary::{
    ACCUMDEPR, AGENT, AREA, ASSET, ASSET_COST, ASSET_QTY, ASSETGROUP, ATTACHMENTS, AUTOKEY,
    DISPOSAL_AMOUNT, DISPOSAL_GAINLOSS, DOCREF1, DOCREF1_25, DOCREF2, DOCREF2_25,
    DOCUMENT_DESCRIPTION, GAINLOSSACC, NETBOOK, NOTE, PAYMENTMETHOD, PAYMENTPROJECT, POSTDATE,
    ROWVER,
};

/// `/assetdisposal`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "assetdisposal",
    title: "Asset Disposal or Write Off",
    plural: "Asset Disposals and Write Offs",
    module: "Fixed Assets",
    key: Some(BY_AUTOKEY),
    fields: &[&[
        AUTOKEY,
        POSTDATE,
        ASSET,
        DOCUMENT_DESCRIPTION.unsized_(),
        ASSETGROUP,
        AGENT,
        AREA,
        DOCREF1_25,
        DOCREF1,
        DOCREF2_25,
        DOCREF2,
        ASSET_COST,
        ASSET_QTY,
        ACCUMDEPR,
        NETBOOK,
        DISPOSAL_AMOUNT,
        DISPOSAL_GAINLOSS,
        PAYMENTMETHOD,
        PAYMENTPROJECT,
        GAINLOSSACC,
        NOTE,
        ATTACHMENTS,
        ROWVER,
    ]],
    required: &["postdate", "asset"],
    indexed_filters: &["postdate", "asset"],
    body_documented: false,
    note: "The vendor's collection shows an empty body: which fields can be written is not documented.",
    examples: include_str!("../examples/assetdisposal.json"),
    ..MASTER
};
