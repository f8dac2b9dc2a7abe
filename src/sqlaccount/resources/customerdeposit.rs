use super::base::DOCUMENT;
use crate::catalogue::{Detail, ResourceEntry};
use crate::sqlaccount::dictionary::CUSTOMER_CODE;
use crate::sqlaccount::groups::{DEPOSIT_ROW, LEDGER_NUMBERS, PARTY_DEPOSIT};

/// `/customerdeposit`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "customerdeposit",
    title: "Customer Deposit",
    plural: "Customer Deposits",
    module: "Customers",
    fields: &[LEDGER_NUMBERS, &[CUSTOMER_CODE], PARTY_DEPOSIT],
    details: &[Detail {
        name: "sdsdocdetail",
        title: "Rows",
        key: Some("dtlkey"),
        fields: &[DEPOSIT_ROW],
        ..Detail::BASE
    }],
    required: &["code", "docdate", "depositaccount"],
    indexed_filters: &["docno"],
    pdf: Some(&[]),
    examples: include_str!("../examples/customerdeposit.json"),
    ..DOCUMENT
};
