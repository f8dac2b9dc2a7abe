use super::base::{BY_AUTOKEY, MASTER};
use crate::catalogue::ResourceEntry;
use crate::sqlaccount::dictionary::{
    ACQUIREDATE, AGENT, AREA, ASSET_COST, ASSET_QTY, ASSET_STATUS, ASSETGROUP, ATTACHMENTS,
    AUTOKEY, CODE, DEPRFREQUENCY, DEPRRATE, DESCRIPTION, DESCRIPTION2, DOCNOEX, PHOTO, RESIDUAL,
    ROWVER, STATUSDATE, USEFULLIFE,
};

/// `/assetitem`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "assetitem",
    title: "Asset Item",
    plural: "Asset Items",
    module: "Fixed Assets",
    key: Some(BY_AUTOKEY),
    fields: &[&[
        AUTOKEY,
        CODE.unsized_(),
        DESCRIPTION,
        DESCRIPTION2,
        ASSETGROUP,
        AGENT,
        AREA,
        ACQUIREDATE,
        ASSET_COST.scale(8),
        USEFULLIFE,
        DEPRRATE,
        DEPRFREQUENCY,
        RESIDUAL,
        DOCNOEX,
        ASSET_QTY,
        ASSET_STATUS,
        STATUSDATE,
        PHOTO,
        ATTACHMENTS,
        ROWVER,
    ]],
    required: &["code", "description", "assetgroup"],
    indexed_filters: &["code"],
    body_documented: false,
    note: "The vendor's collection shows an empty body: which fields can be written is not documented.",
    examples: include_str!("../examples/assetitem.json"),
    ..MASTER
};
