use crate::catalogue::{Key, Kind, Methods, Resource, Sdk};
use crate::sqlaccount::dictionary::{
    AUTOKEY, CODE, DESCRIPTION, ISACTIVE, ISDEFAULT, LASTMODIFIED, TAXACCOUNTCR, TAXACCOUNTDR,
    TAXRATE_PERCENT,
};

/// `/whtax`.
pub(super) const RESOURCE: Resource = Resource {
    path: "whtax",
    title: "Withholding Tax",
    plural: "Withholding Taxes",
    module: "Maintenance",
    kind: Kind::Master,
    key: Key::Autokey,
    methods: Methods::All,
    fields: &[&[
        AUTOKEY,
        CODE.unsized_(),
        DESCRIPTION,
        TAXACCOUNTDR,
        TAXACCOUNTCR,
        TAXRATE_PERCENT,
        ISDEFAULT,
        ISACTIVE,
        LASTMODIFIED,
    ]],
    parameters: &[],
    details: &[],
    required: &["code", "description", "taxaccountdr", "taxaccountcr"],
    sdk: Sdk {
        object: "",
        mandatory: &[],
    },
    indexed_filters: &["code"],
    pdf: None,
    body_documented: false,
    note: "The vendor's collection shows an empty body: which fields can be written is not documented.",
    examples: include_str!("../examples/whtax.json"),
    udf: Vec::new(),
};
