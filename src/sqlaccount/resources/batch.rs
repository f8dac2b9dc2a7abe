use crate::catalogue::{Key, Kind, Methods, Resource, Sdk};
use crate::sqlaccount::dictionary::{
    ATTACHMENTS, AUTOKEY, CODE, DESCRIPTION, EXPDATE, ISACTIVE, MFGDATE, REMARK1, REMARK2, ROWVER,
};

/// `/batch`.
pub(super) const RESOURCE: Resource = Resource {
    path: "batch",
    title: "Stock Batch",
    plural: "Stock Batches",
    module: "Stock",
    kind: Kind::Master,
    key: Key::Autokey,
    methods: Methods::All,
    fields: &[&[
        AUTOKEY,
        CODE.size(30),
        DESCRIPTION,
        EXPDATE,
        MFGDATE,
        REMARK1,
        REMARK2,
        ISACTIVE,
        ATTACHMENTS,
        ROWVER,
    ]],
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
    examples: include_str!("../examples/batch.json"),
    udf: Vec::new(),
};
