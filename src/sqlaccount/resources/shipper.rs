use super::base::{BY_AUTOKEY, MASTER};
use crate::catalogue::ResourceEntry;
use crate::sqlaccount::dictionary::{
    ATTACHMENTS, AUTOKEY, CODE, DESCRIPTION, ISACTIVE, ISDEFAULT, PHONE1, PHONE2, REMARK1, REMARK2,
    ROWVER, SHIPPER_ACCOUNT,
};
use crate::sqlaccount::groups::POSTAL_ADDRESS;

/// `/shipper`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "shipper",
    title: "Shipper",
    plural: "Shippers",
    module: "Maintenance",
    key: Some(BY_AUTOKEY),
    fields: &[
        &[AUTOKEY, CODE.size(30), DESCRIPTION],
        POSTAL_ADDRESS,
        &[
            PHONE1.unsized_(),
            PHONE2,
            SHIPPER_ACCOUNT,
            REMARK1,
            REMARK2,
            ISDEFAULT,
            ISACTIVE,
            ATTACHMENTS,
            ROWVER,
        ],
    ],
    required: &["code", "description"],
    indexed_filters: &["code"],
    body_documented: false,
    note: "The vendor's collection shows an empty body: which fields can be written is not documented.",
    examples: include_str!("../examples/shipper.json"),
    ..MASTER
};
