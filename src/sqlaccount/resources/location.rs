use super::base::MASTER;
use crate::catalogue::ResourceEntry;
use crate::sqlaccount::dictionary::{
    ATTACHMENTS, ATTENTION, CODE, DESCRIPTION, DESCRIPTION2, EMAIL, FAX1, FAX2, ISACTIVE, NOTE,
    PHONE1, PHONE2, PROJECT,
};
use crate::sqlaccount::groups::POSTAL_ADDRESS;

/// `/location`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "location",
    title: "Location",
    plural: "Locations",
    module: "Stock",
    fields: &[
        &[CODE.size(20), DESCRIPTION, DESCRIPTION2],
        POSTAL_ADDRESS,
        &[
            ATTENTION,
            PHONE1.unsized_(),
            PHONE2,
            FAX1,
            FAX2,
            EMAIL,
            PROJECT,
            ISACTIVE,
            ATTACHMENTS,
            NOTE,
        ],
    ],
    required: &["code", "description"],
    examples: include_str!("../examples/location.json"),
    ..MASTER
};
