use super::base::DOCUMENT;
use crate::catalogue::{Detail, ResourceEntry};
use crate::sqlaccount::dictionary::{
    AMOUNTWITHTAX, CHANGED, COMPANYNAME, CUSTOMER_CODE, D_AMOUNT, DELIVERYTERM,
    DOCUMENT_DESCRIPTION, IM_SCAN_AUTOKEY, INITIALPURCHASECOST, PERMITNO, RECEIVEQTY, RETURNQTY,
    SUBMISSIONTYPE, VALIDITY,
};
use crate::sqlaccount::groups::{
    ANALYSIS, BILLING_ADDRESS, COUNTERS, DELIVERY_ADDRESS, INTERNAL, ITEM_ROW, NOTES, NUMBERS,
    PARTY_TAX, REFERENCES, ROW_DISCOUNT, ROW_QUANTITY, ROW_TAX, ROW_TRANSFER, TOTALS,
};

/// `/extradeliveryorder`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "extradeliveryorder",
    title: "Extra Delivery Order",
    plural: "Extra Delivery Orders",
    module: "Sales",
    fields: &[
        NUMBERS,
        &[CUSTOMER_CODE, COMPANYNAME],
        BILLING_ADDRESS,
        ANALYSIS,
        &[DOCUMENT_DESCRIPTION],
        TOTALS,
        &[D_AMOUNT, VALIDITY, DELIVERYTERM],
        REFERENCES,
        DELIVERY_ADDRESS,
        PARTY_TAX,
        &[SUBMISSIONTYPE],
        NOTES,
        COUNTERS,
        INTERNAL,
        &[IM_SCAN_AUTOKEY.record_only()],
    ],
    details: &[Detail {
        name: "sdsdocdetail",
        title: "Rows",
        key: Some("dtlkey"),
        fields: &[
            ITEM_ROW,
            &[PERMITNO, RECEIVEQTY, RETURNQTY],
            ROW_QUANTITY,
            ROW_DISCOUNT,
            ROW_TAX,
            &[AMOUNTWITHTAX],
            ROW_TRANSFER,
            &[INITIALPURCHASECOST, CHANGED],
        ],
        ..Detail::BASE
    }],
    required: &["docdate", "code"],
    indexed_filters: &["docdate", "docno", "postdate", "code"],
    pdf: Some(&[
        "Sales Extra DO 1",
        "Sales Extra DO 2",
        "Sales Extra DO 3 (Simple)",
    ]),
    examples: include_str!("../examples/extradeliveryorder.json"),
    ..DOCUMENT
};
