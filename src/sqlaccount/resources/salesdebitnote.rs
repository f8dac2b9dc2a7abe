use super::base::{DOCUMENT, SERIAL_NUMBERS};
use crate::catalogue::{Detail, ResourceEntry, Sdk};
use crate::sqlaccount::dictionary::{
    ACCOUNT, AMOUNTWITHTAX, CHANGED, COMPANYNAME, CUSTOMER_CODE, DELIVERYDATE, DELIVERYTERM,
    DOCUMENT_DESCRIPTION, FROMDOC, IM_SCAN_AUTOKEY, PERMITNO, TRANSFERABLE, VALIDITY,
};
use crate::sqlaccount::groups::{
    ANALYSIS, BILLING_ADDRESS, COUNTERS_FINAL, DELIVERY_ADDRESS, EINVOICE_STATUS, EINVOICE_TIMES,
    INTERNAL, ITEM_ROW, NOTES, NUMBERS, PARTY_TAX, REFERENCES, ROW_DISCOUNT, ROW_QUANTITY, ROW_TAX,
    ROW_TRANSFER, TOTALS,
};

/// `/salesdebitnote`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "salesdebitnote",
    title: "Sales Debit Note",
    plural: "Sales Debit Notes",
    module: "Sales",
    fields: &[
        NUMBERS,
        EINVOICE_TIMES,
        &[CUSTOMER_CODE, COMPANYNAME],
        BILLING_ADDRESS,
        ANALYSIS,
        &[DOCUMENT_DESCRIPTION.or("Debit Note")],
        TOTALS,
        &[VALIDITY, DELIVERYTERM],
        REFERENCES,
        DELIVERY_ADDRESS,
        &[FROMDOC],
        PARTY_TAX,
        EINVOICE_STATUS,
        NOTES,
        &[TRANSFERABLE],
        COUNTERS_FINAL,
        INTERNAL,
        &[IM_SCAN_AUTOKEY.record_only()],
    ],
    details: &[Detail {
        name: "sdsdocdetail",
        title: "Rows",
        key: Some("dtlkey"),
        fields: &[
            ITEM_ROW,
            &[PERMITNO],
            ROW_QUANTITY,
            &[DELIVERYDATE],
            ROW_DISCOUNT,
            ROW_TAX,
            &[AMOUNTWITHTAX, ACCOUNT],
            ROW_TRANSFER,
            &[CHANGED],
        ],
        details: &[SERIAL_NUMBERS],
        sdk_mandatory: &[
            "seq",
            "description",
            "qty",
            "uom",
            "rate",
            "sqty",
            "unitprice",
            "taxamt",
            "taxinclusive",
            "amount",
            "account",
        ],
    }],
    required: &["docdate", "code"],
    sdk: Sdk {
        object: "SL_DN",
        mandatory: &[
            "docno",
            "docdate",
            "postdate",
            "taxdate",
            "code",
            "description",
            "cancelled",
            "docamt",
            "submissiontype",
            "irbm_status",
        ],
    },
    indexed_filters: &["docdate", "docno", "postdate", "code", "eiv_utc"],
    pdf: Some(&[
        "Sales Debit Note 7 (GST 1)",
        "Sales Debit Note 7 (GST 2)",
        "Sales Debit Note 1",
    ]),
    examples: include_str!("../examples/salesdebitnote.json"),
    ..DOCUMENT
};
