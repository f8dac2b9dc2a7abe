use crate::catalogue::{Key, Kind, Methods, Resource, Sdk};
use crate::sqlaccount::dictionary::{
    ACCOUNT_OWN_CODE, ACCTYPE, CASHFLOWTYPE, DESCRIPTION, DESCRIPTION2, DOCKEY, PARENT, SIC,
    SPECIALACCTYPE, TAX,
};

/// `/account`.
pub(super) const RESOURCE: Resource = Resource {
    path: "account",
    title: "Account",
    plural: "Accounts",
    module: "GL",
    kind: Kind::Master,
    key: Key::Code,
    methods: Methods::All,
    fields: &[&[
        DOCKEY,
        PARENT,
        ACCOUNT_OWN_CODE,
        DESCRIPTION,
        DESCRIPTION2,
        ACCTYPE,
        SPECIALACCTYPE,
        TAX,
        CASHFLOWTYPE,
        SIC,
    ]],
    parameters: &[],
    details: &[],
    required: &["parent", "code", "description", "acctype"],
    sdk: Sdk {
        object: "",
        mandatory: &[],
    },
    indexed_filters: &["parent", "code"],
    pdf: None,
    body_documented: true,
    note: "",
    examples: include_str!("../examples/account.json"),
    udf: Vec::new(),
};
