use super::base::DOCUMENT;
use crate::catalogue::{Detail, ResourceEntry};
use crate::sqlaccount::dictionary::{
    AMOUNTWITHTAX, CHANGED, COMPANYITEMCODE, COMPANYNAME, CUSTOMER_CODE, DOCUMENT_DESCRIPTION,
    FROMDOCKEY, FROMDOCTYPE, FROMDTLKEY, INITIALPURCHASECOST, PERMITNO, PRINTABLE, REMARK1,
    REMARK2, SUBMISSIONTYPE,
};
use crate::sqlaccount::groups::{
    ANALYSIS, BILLING_ADDRESS, COUNTERS_FINAL, DELIVERY_ADDRESS, INTERNAL, ITEM_ROW, NOTES,
    NUMBERS, PARTY_TAX, REFERENCES, ROW_DISCOUNT, ROW_QUANTITY, ROW_TAX, TOTALS,
};

/// `/salescancellednote`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "salescancellednote",
    title: "Sales Cancelled Note",
    plural: "Sales Cancelled Notes",
    module: "Sales",
    fields: &[
        NUMBERS,
        &[CUSTOMER_CODE, COMPANYNAME],
        BILLING_ADDRESS,
        ANALYSIS,
        &[DOCUMENT_DESCRIPTION],
        TOTALS,
        REFERENCES,
        DELIVERY_ADDRESS,
        PARTY_TAX,
        &[SUBMISSIONTYPE],
        NOTES,
        COUNTERS_FINAL,
        INTERNAL,
    ],
    details: &[Detail {
        name: "sdsdocdetail",
        title: "Rows",
        key: Some("dtlkey"),
        fields: &[
            ITEM_ROW,
            &[PERMITNO],
            ROW_QUANTITY,
            ROW_DISCOUNT,
            ROW_TAX,
            &[
                AMOUNTWITHTAX,
                PRINTABLE,
                FROMDOCTYPE,
                FROMDOCKEY,
                FROMDTLKEY,
                REMARK1,
                REMARK2,
                COMPANYITEMCODE,
                INITIALPURCHASECOST,
                CHANGED,
            ],
        ],
        ..Detail::BASE
    }],
    required: &["docdate", "code"],
    indexed_filters: &["code", "docdate", "docno", "postdate"],
    pdf: Some(&[
        "Sales Cancel Note 1",
        "Sales Cancel Note 2",
        "Sales Cancel Note 3 (Simple)",
    ]),
    examples: include_str!("../examples/salescancellednote.json"),
    ..DOCUMENT
};
