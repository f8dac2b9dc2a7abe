use crate::catalogue::{Key, Kind, Methods, Resource, Sdk};
use crate::sqlaccount::dictionary::{
    ATTACHMENTS, ATTENTION, CODE, DESCRIPTION, DESCRIPTION2, EMAIL, FAX1, FAX2, ISACTIVE, NOTE,
    PHONE1, PHONE2, PROJECT,
};
use crate::sqlaccount::groups::POSTAL_ADDRESS;

/// `/location`.
pub(super) const RESOURCE: Resource = Resource {
    path: "location",
    title: "Location",
    plural: "Locations",
    module: "Stock",
    kind: Kind::Master,
    key: Key::Code,
    methods: Methods::All,
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
    parameters: &[],
    details: &[],
    required: &["code", "description"],
    sdk: Sdk {
        object: "",
        mandatory: &[],
    },
    indexed_filters: &[],
    pdf: None,
    body_documented: true,
    note: "",
    examples: include_str!("../examples/location.json"),
    udf: Vec::new(),
};
