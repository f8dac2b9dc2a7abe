use super::base::MASTER;
use crate::catalogue::ResourceEntry;
use crate::sqlaccount::dictionary::{
    ACCOUNT_OWN_CODE, ACCTYPE, CASHFLOWTYPE, DESCRIPTION, DESCRIPTION2, DOCKEY, PARENT, SIC,
    SPECIALACCTYPE, TAX,
};

/// `/account`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "account",
    title: "Account",
    plural: "Accounts",
    module: "GL",
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
    required: &["parent", "code", "description", "acctype"],
    indexed_filters: &["parent", "code"],
    examples: include_str!("../examples/account.json"),
    ..MASTER
};
