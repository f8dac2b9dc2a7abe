use super::base::DOCUMENT;
use crate::catalogue::{Detail, ResourceEntry};
use crate::sqlaccount::dictionary::SUPPLIER_CODE;
use crate::sqlaccount::groups::{DEPOSIT_ROW, LEDGER_NUMBERS, PARTY_DEPOSIT};

/// `/supplierdeposit`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "supplierdeposit",
    title: "Supplier Deposit",
    plural: "Supplier Deposits",
    module: "Suppliers",
    fields: &[LEDGER_NUMBERS, &[SUPPLIER_CODE], PARTY_DEPOSIT],
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
    examples: include_str!("../examples/supplierdeposit.json"),
    ..DOCUMENT
};
