use super::base::{DOCUMENT, SERIAL_NUMBERS};
use crate::catalogue::{Detail, ResourceEntry, Sdk};
use crate::sqlaccount::dictionary::{
    AMOUNTWITHTAX, CHANGED, COMPANYNAME, CUSTOMER_CODE, D_AMOUNT, DELIVERYTERM,
    DOCUMENT_DESCRIPTION, IM_SCAN_AUTOKEY, INITIALPURCHASECOST, PERMITNO, RECEIVEQTY, RETURNQTY,
    SUBMISSIONTYPE, VALIDITY,
};
use crate::sqlaccount::groups::{
    ANALYSIS, BILLING_ADDRESS, COUNTERS, DELIVERY_ADDRESS, INTERNAL, ITEM_ROW, NOTES, NUMBERS,
    PARTY_TAX, REFERENCES, ROW_DISCOUNT, ROW_QUANTITY, ROW_TAX, ROW_TRANSFER, TOTALS,
};

/// `/deliveryorder`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "deliveryorder",
    title: "Delivery Order",
    plural: "Delivery Orders",
    module: "Sales",
    fields: &[
        NUMBERS,
        &[CUSTOMER_CODE, COMPANYNAME],
        BILLING_ADDRESS,
        ANALYSIS,
        &[DOCUMENT_DESCRIPTION.or("Delivery Order")],
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
        ],
    }],
    required: &["docdate", "code"],
    sdk: Sdk {
        object: "SL_DO",
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
        ],
    },
    indexed_filters: &["docdate", "docno", "postdate", "code"],
    pdf: Some(&[
        "Sales Delivery Order 1",
        "Sales Delivery Order 2",
        "Sales Delivery Order 3 (Simple)",
    ]),
    examples: include_str!("../examples/deliveryorder.json"),
    ..DOCUMENT
};
