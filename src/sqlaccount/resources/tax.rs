use crate::catalogue::{Key, Kind, Methods, Resource, Sdk};
use crate::sqlaccount::dictionary::{
    ATTACHMENTS, AUTOKEY, CODE, DESCRIPTION, INPUTTAX, ISACTIVE, ISDEFAULT, LASTMODIFIED,
    OUTPUTTAX, TAXACCOUNT, TAXINCLUSIVE, TAXRATE_PERCENT, TAXRETURNACCOUNT, TAXTYPE,
};

/// `/tax`.
pub(super) const RESOURCE: Resource = Resource {
    path: "tax",
    title: "Tax",
    plural: "Taxes",
    module: "Maintenance",
    kind: Kind::Master,
    key: Key::Autokey,
    methods: Methods::All,
    fields: &[&[
        AUTOKEY,
        CODE,
        DESCRIPTION,
        TAXACCOUNT,
        TAXRETURNACCOUNT,
        TAXRATE_PERCENT,
        TAXTYPE,
        INPUTTAX,
        OUTPUTTAX,
        TAXINCLUSIVE,
        ISDEFAULT,
        ISACTIVE,
        ATTACHMENTS,
        LASTMODIFIED,
    ]],
    parameters: &[],
    details: &[],
    required: &["code", "description", "taxtype"],
    sdk: Sdk {
        object: "",
        mandatory: &[],
    },
    indexed_filters: &["code"],
    pdf: None,
    body_documented: false,
    note: "The vendor's collection shows an empty body: which fields can be written is not documented.",
    examples: include_str!("../examples/tax.json"),
    udf: Vec::new(),
};
