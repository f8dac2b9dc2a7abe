use super::base::DOCUMENT;
use crate::catalogue::{Detail, ResourceEntry};
use crate::sqlaccount::dictionary::{
    KNOCKOFF_DOCDATE, KNOCKOFF_DOCNO, KNOCKOFF_POSTDATE, KNOCKOFF_ROW_DOCKEY, KNOCKOFFDOCKEY,
    REFDOCKEY, SUPPLIER_CODE, SUPPLIER_KNOCKOFF_DOCTYPE, UNIQUEKEY,
};
use crate::sqlaccount::groups::{CONTRA, KNOCKOFF_DOCUMENT, KNOCKOFF_ROW, LEDGER_NUMBERS};

/// `/suppliercontra`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "suppliercontra",
    title: "Supplier Contra",
    plural: "Supplier Contras",
    module: "Suppliers",
    fields: &[LEDGER_NUMBERS, &[SUPPLIER_CODE], CONTRA],
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
                SUPPLIER_KNOCKOFF_DOCTYPE,
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
    pdf: Some(&["Supp Contra Voucher - Full", "Supp Contra Voucher - Half"]),
    note: "Knocked-off documents are rows of `sdsknockoff`, as in the vendor's collection; a third-party client sends `sdsdocdetail`.",
    examples: include_str!("../examples/suppliercontra.json"),
    ..DOCUMENT
};
