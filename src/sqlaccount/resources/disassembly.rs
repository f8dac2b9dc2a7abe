use crate::catalogue::{Detail, Key, Kind, Methods, Resource, Sdk};
use crate::sqlaccount::dictionary::SERIALNUMBER;
use crate::sqlaccount::groups::{COMPONENT_ROW, INTERNAL, ITEM_ROW, PRODUCT};

/// `/disassembly`.
pub(super) const RESOURCE: Resource = Resource {
    path: "disassembly",
    title: "Disassembly",
    plural: "Disassemblies",
    module: "Production",
    kind: Kind::Document,
    key: Key::Dockey,
    methods: Methods::All,
    fields: &[PRODUCT, INTERNAL],
    parameters: &[],
    details: &[
        Detail {
            name: "sdsdocdetail",
            title: "Rows",
            key: Some("dtlkey"),
            fields: &[ITEM_ROW, COMPONENT_ROW],
            details: &[Detail {
                name: "sdsserialnumber",
                title: "Serial numbers",
                key: None,
                fields: &[&[SERIALNUMBER.unsized_()]],
                details: &[],
                sdk_mandatory: &[],
            }],
            sdk_mandatory: &[],
        },
        Detail {
            name: "sdsserialnomaster",
            title: "Serial numbers of the product",
            key: None,
            fields: &[&[SERIALNUMBER.unsized_()]],
            details: &[],
            sdk_mandatory: &[],
        },
    ],
    required: &[],
    sdk: Sdk {
        object: "",
        mandatory: &[],
    },
    indexed_filters: &["docno"],
    pdf: None,
    body_documented: true,
    note: "",
    examples: include_str!("../examples/disassembly.json"),
    udf: Vec::new(),
};
