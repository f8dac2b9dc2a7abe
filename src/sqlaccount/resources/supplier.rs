use super::party::PARTY;
use crate::catalogue::{ResourceEntry, Sdk};

/// `/supplier`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "supplier",
    title: "Supplier",
    plural: "Suppliers",
    module: "Suppliers",
    sdk: Sdk {
        object: "",
        mandatory: &["code", "companyname", "submissiontype"],
    },
    pdf: Some(&[
        "Supp Supplier Listing 1",
        "Supp Supplier Listing 2 (Label)",
        "Supp Supplier Listing 2",
    ]),
    examples: include_str!("../examples/supplier.json"),
    ..PARTY
};
