use super::base::DOCUMENT;
use crate::catalogue::{Detail, ResourceEntry};
use crate::sqlaccount::dictionary::{
    CUSTOMER_CODE, CUSTOMER_REFUND_DOCTYPE, KNOCKOFF_DESCRIPTION, KNOCKOFF_DOCDATE, KNOCKOFF_DOCNO,
    KNOCKOFF_POSTDATE, KNOCKOFF_ROW_DOCKEY, KNOCKOFF_UPDATECOUNT, KNOCKOFFDOCKEY, PROJECT,
    REFDOCKEY, UNIQUEKEY,
};
use crate::sqlaccount::groups::{KNOCKOFF_ROW, LEDGER_NUMBERS, PARTY_REFUND};

/// `/customerrefund`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "customerrefund",
    title: "Customer Refund",
    plural: "Customer Refunds",
    module: "Customers",
    fields: &[LEDGER_NUMBERS, &[CUSTOMER_CODE], PARTY_REFUND],
    details: &[Detail {
        name: "sdsknockoff",
        title: "Knocked-off documents",
        key: Some("uniquekey"),
        fields: &[
            &[
                UNIQUEKEY,
                KNOCKOFF_ROW_DOCKEY,
                KNOCKOFFDOCKEY,
                REFDOCKEY,
                CUSTOMER_REFUND_DOCTYPE,
                KNOCKOFF_DOCDATE,
                KNOCKOFF_POSTDATE,
                KNOCKOFF_DOCNO,
            ],
            KNOCKOFF_ROW,
            &[KNOCKOFF_DESCRIPTION, PROJECT, KNOCKOFF_UPDATECOUNT],
        ],
        ..Detail::BASE
    }],
    required: &["code", "docdate", "paymentmethod", "docamt"],
    indexed_filters: &["docno"],
    pdf: Some(&[]),
    examples: include_str!("../examples/customerrefund.json"),
    ..DOCUMENT
};
