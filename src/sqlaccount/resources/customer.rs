use super::party::PARTY;
use crate::catalogue::{ResourceEntry, Sdk};

/// `/customer`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "customer",
    title: "Customer",
    plural: "Customers",
    module: "Customers",
    sdk: Sdk {
        object: "AR_CUSTOMER",
        mandatory: &["code", "companyname", "submissiontype"],
    },
    pdf: Some(&[
        "Cust Customer Listing 1 (with Branch Add)",
        "Cust Customer Listing 1",
        "Cust Customer Listing 2 (Label)",
    ]),
    examples: include_str!("../examples/customer.json"),
    ..PARTY
};
