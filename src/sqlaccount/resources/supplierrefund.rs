use super::base::DOCUMENT;
use crate::catalogue::{Detail, ResourceEntry};
use crate::sqlaccount::dictionary::{
    KNOCKOFF_DESCRIPTION, KNOCKOFF_DOCDATE, KNOCKOFF_DOCNO, KNOCKOFF_POSTDATE, KNOCKOFF_ROW_DOCKEY,
    KNOCKOFF_UPDATECOUNT, KNOCKOFFDOCKEY, PROJECT, REFDOCKEY, SUPPLIER_CODE,
    SUPPLIER_REFUND_DOCTYPE, UNIQUEKEY,
};
use crate::sqlaccount::groups::{KNOCKOFF_ROW, LEDGER_NUMBERS, PARTY_REFUND};

/// `/supplierrefund`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "supplierrefund",
    title: "Supplier Refund",
    plural: "Supplier Refunds",
    module: "Suppliers",
    fields: &[LEDGER_NUMBERS, &[SUPPLIER_CODE], PARTY_REFUND],
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
                SUPPLIER_REFUND_DOCTYPE,
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
    examples: include_str!("../examples/supplierrefund.json"),
    ..DOCUMENT
};
