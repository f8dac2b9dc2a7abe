use super::base::DOCUMENT;
use crate::catalogue::{Detail, ResourceEntry};
use crate::sqlaccount::dictionary::{
    CUSTOMER_CODE, CUSTOMER_KNOCKOFF_DOCTYPE, KNOCKOFF_DOCDATE, KNOCKOFF_DOCNO, KNOCKOFF_POSTDATE,
    KNOCKOFF_ROW_DOCKEY, KNOCKOFFDOCKEY, REFDOCKEY, UNIQUEKEY,
};
use crate::sqlaccount::groups::{CONTRA, KNOCKOFF_DOCUMENT, KNOCKOFF_ROW, LEDGER_NUMBERS};

/// `/customercontra`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "customercontra",
    title: "Customer Contra",
    plural: "Customer Contras",
    module: "Customers",
    fields: &[LEDGER_NUMBERS, &[CUSTOMER_CODE], CONTRA],
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
                CUSTOMER_KNOCKOFF_DOCTYPE,
                KNOCKOFF_DOCDATE,
                KNOCKOFF_POSTDATE,
                KNOCKOFF_DOCNO,
            ],
            KNOCKOFF_ROW,
            KNOCKOFF_DOCUMENT,
        ],
        ..Detail::BASE
    }],
    indexed_filters: &["docno"],
    pdf: Some(&["Cust Contra Voucher - Full", "Cust Contra Voucher - Half"]),
    note: "Knocked-off documents are rows of `sdsknockoff`, as in the vendor's collection; a third-party client sends `sdsdocdetail`.",
    examples: include_str!("../examples/customercontra.json"),
    ..DOCUMENT
};
