use super::base::{DOCUMENT, SERIAL_NUMBERS};
use crate::catalogue::{Detail, ResourceEntry, Sdk};
use crate::sqlaccount::dictionary::{
    AMOUNTWITHTAX, CHANGED, COMPANYNAME, D_AMOUNT, DELIVERYTERM, DOCUMENT_DESCRIPTION,
    IM_SCAN_AUTOKEY, LANDINGCOST1, LANDINGCOST2, PERMITNO, RECEIVEQTY, RETURNQTY, SUBMISSIONTYPE,
    SUPPLIER_CODE, VALIDITY,
};
use crate::sqlaccount::groups::{
    ANALYSIS, BILLING_ADDRESS, COUNTERS, DELIVERY_ADDRESS, INTERNAL, ITEM_ROW, LANDING_COST, NOTES,
    NUMBERS, PARTY_TAX, REFERENCES, ROW_DISCOUNT, ROW_QUANTITY, ROW_TAX, ROW_TRANSFER, TOTALS,
};

/// `/goodsreceived`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "goodsreceived",
    title: "Goods Received",
    plural: "Goods Received",
    module: "Purchase",
    fields: &[
        NUMBERS,
        &[SUPPLIER_CODE, COMPANYNAME],
        BILLING_ADDRESS,
        ANALYSIS,
        &[DOCUMENT_DESCRIPTION.or("Goods Received")],
        TOTALS,
        LANDING_COST,
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
            &[LANDINGCOST1, LANDINGCOST2, AMOUNTWITHTAX],
            ROW_TRANSFER,
            &[CHANGED],
        ],
        details: &[SERIAL_NUMBERS],
        sdk_mandatory: &[
            "seq",
            "description",
            "receiveqty",
            "returnqty",
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
        object: "PH_GR",
        mandatory: &[
            "docno",
            "docdate",
            "postdate",
            "code",
            "description",
            "cancelled",
            "docamt",
        ],
    },
    indexed_filters: &["docdate", "docno", "postdate", "code"],
    pdf: Some(&[
        "Purchase Goods Received 1",
        "Purchase Goods Received 2",
        "Purchase Goods Received 3 (Simple)",
    ]),
    examples: include_str!("../examples/goodsreceived.json"),
    ..DOCUMENT
};
