use crate::catalogue::{Key, Kind, Methods, Resource, Sdk};
use crate::sqlaccount::dictionary::{
    ACCUMDEPRACC, ASSETACC, AUTOKEY, CODE, DEPRACC, DEPRMETHOD, DESCRIPTION, DISPOSALGAINACC,
    DISPOSALLOSSACC, ISACTIVE, ISDEFAULT, ROWVER,
};

/// `/assetgroup`.
pub(super) const RESOURCE: Resource = Resource {
    path: "assetgroup",
    title: "Asset Group",
    plural: "Asset Groups",
    module: "Fixed Assets",
    kind: Kind::Master,
    key: Key::Autokey,
    methods: Methods::All,
    fields: &[&[
        AUTOKEY,
        CODE.unsized_(),
        DESCRIPTION,
        DEPRMETHOD,
        ASSETACC,
        ACCUMDEPRACC,
        DEPRACC,
        DISPOSALGAINACC,
        DISPOSALLOSSACC,
        ISDEFAULT,
        ISACTIVE,
        ROWVER,
    ]],
    parameters: &[],
    details: &[],
    required: &["code", "description", "assetacc", "accumdepracc", "depracc"],
    sdk: Sdk {
        object: "",
        mandatory: &[],
    },
    indexed_filters: &["code"],
    pdf: None,
    body_documented: false,
    note: "The vendor's collection shows an empty body: which fields can be written is not documented.",
    examples: include_str!("../examples/assetgroup.json"),
    udf: Vec::new(),
};
