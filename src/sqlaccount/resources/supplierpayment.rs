use super::base::DOCUMENT;
use crate::catalogue::{Detail, ResourceEntry, Sdk};
use crate::sqlaccount::dictionary::{
    KNOCKOFF_DOCDATE, KNOCKOFF_DOCNO, KNOCKOFF_POSTDATE, KNOCKOFF_ROW_DOCKEY, KNOCKOFFDOCKEY,
    REFDOCKEY, SUPPLIER_CODE, SUPPLIER_KNOCKOFF_DOCTYPE, UNIQUEKEY,
};
use crate::sqlaccount::groups::{KNOCKOFF_DOCUMENT, KNOCKOFF_ROW, LEDGER_NUMBERS, PARTY_PAYMENT};

/// `/supplierpayment`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "supplierpayment",
    title: "Supplier Payment",
    plural: "Supplier Payments",
    module: "Suppliers",
    fields: &[LEDGER_NUMBERS, &[SUPPLIER_CODE], PARTY_PAYMENT],
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
        sdk_mandatory: &["doctype", "docno", "koamt", "knockoff"],
        ..Detail::BASE
    }],
    required: &["code", "docdate", "paymentmethod", "docamt"],
    sdk: Sdk {
        object: "AP_SP",
        mandatory: &[
            "docno",
            "code",
            "docdate",
            "postdate",
            "description",
            "paymentmethod",
            "docamt",
            "cancelled",
            "nonrefundable",
        ],
    },
    indexed_filters: &["docno"],
    pdf: Some(&[
        "GL Payment Voucher - Detail - Full (with other SCnPV info)",
        "GL Payment Voucher - Detail - Full",
        "GL Payment Voucher - Detail - Half",
    ]),
    note: "Knocked-off documents are rows of `sdsknockoff`, as in the vendor's collection; a third-party client sends `sdsdocdetail`.",
    examples: include_str!("../examples/supplierpayment.json"),
    ..DOCUMENT
};
