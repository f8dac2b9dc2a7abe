use crate::catalogue::{Key, Kind, Methods, Resource, Sdk};
use crate::sqlaccount::dictionary::{
    ATTACHMENTS, AUTOKEY, CODE, DESCRIPTION, ISACTIVE, ISDEFAULT, PHONE1, PHONE2, REMARK1, REMARK2,
    ROWVER, SHIPPER_ACCOUNT,
};
use crate::sqlaccount::groups::POSTAL_ADDRESS;

/// `/shipper`.
pub(super) const RESOURCE: Resource = Resource {
    path: "shipper",
    title: "Shipper",
    plural: "Shippers",
    module: "Maintenance",
    kind: Kind::Master,
    key: Key::Autokey,
    methods: Methods::All,
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
    parameters: &[],
    details: &[],
    required: &["code", "description"],
    sdk: Sdk {
        object: "",
        mandatory: &[],
    },
    indexed_filters: &["code"],
    pdf: None,
    body_documented: false,
    note: "The vendor's collection shows an empty body: which fields can be written is not documented.",
    examples: include_str!("../examples/shipper.json"),
    udf: Vec::new(),
};
