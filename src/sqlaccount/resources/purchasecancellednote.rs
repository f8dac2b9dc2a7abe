use super::base::DOCUMENT;
use crate::catalogue::{Detail, ResourceEntry};
use crate::sqlaccount::dictionary::{
    AMOUNTWITHTAX, CHANGED, COMPANYITEMCODE, COMPANYNAME, DOCUMENT_DESCRIPTION, FROMDOCKEY,
    FROMDOCTYPE, FROMDTLKEY, PERMITNO, PRINTABLE, REMARK1, REMARK2, SUBMISSIONTYPE, SUPPLIER_CODE,
};
use crate::sqlaccount::groups::{
    ANALYSIS, BILLING_ADDRESS, COUNTERS_FINAL, DELIVERY_ADDRESS, INTERNAL, ITEM_ROW, NOTES,
    NUMBERS, PARTY_TAX, REFERENCES, ROW_DISCOUNT, ROW_QUANTITY, ROW_TAX, TOTALS,
};

/// `/purchasecancellednote`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "purchasecancellednote",
    title: "Purchase Cancelled Note",
    plural: "Purchase Cancelled Notes",
    module: "Purchase",
    fields: &[
        NUMBERS,
        &[SUPPLIER_CODE, COMPANYNAME],
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
                CHANGED,
            ],
        ],
        ..Detail::BASE
    }],
    required: &["docdate", "code"],
    indexed_filters: &["docdate", "docno", "postdate", "code"],
    pdf: Some(&[
        "Purchase Cancel Note 1",
        "Purchase Cancel Note 2",
        "Purchase Cancel Note 3 (Simple)",
    ]),
    examples: include_str!("../examples/purchasecancellednote.json"),
    ..DOCUMENT
};
