use super::base::DOCUMENT;
use crate::catalogue::{Detail, ResourceEntry, Sdk};
use crate::sqlaccount::dictionary::{
    CUSTOMER_CODE, CUSTOMER_KNOCKOFF_DOCTYPE, KNOCKOFF_DOCDATE, KNOCKOFF_DOCNO, KNOCKOFF_POSTDATE,
    KNOCKOFF_ROW_DOCKEY, KNOCKOFFDOCKEY, REFDOCKEY, UNIQUEKEY,
};
use crate::sqlaccount::groups::{KNOCKOFF_DOCUMENT, KNOCKOFF_ROW, LEDGER_NUMBERS, PARTY_PAYMENT};

/// `/customerpayment`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "customerpayment",
    title: "Customer Payment",
    plural: "Customer Payments",
    module: "Customers",
    fields: &[LEDGER_NUMBERS, &[CUSTOMER_CODE], PARTY_PAYMENT],
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
        sdk_mandatory: &["doctype", "docno", "koamt", "knockoff"],
        ..Detail::BASE
    }],
    required: &["code", "docdate", "paymentmethod", "docamt"],
    sdk: Sdk {
        object: "AR_PM",
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
        "GL Official Receipt - Detail - Full (with other CNnOR info)",
        "GL Official Receipt - Detail - Full",
        "GL Official Receipt - Detail - Half",
    ]),
    note: "Knocked-off documents are rows of `sdsknockoff`, as in the vendor's collection; a third-party client sends `sdsdocdetail`.",
    examples: include_str!("../examples/customerpayment.json"),
    ..DOCUMENT
};
