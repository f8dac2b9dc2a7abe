use super::base::DOCUMENT;
use crate::catalogue::{Detail, ResourceEntry, Sdk};
use crate::sqlaccount::dictionary::{
    AMOUNTWITHTAX, CHANGED, COMPANYNAME, CUSTOMER_CODE, D_AMOUNT, DELIVERYDATE, DELIVERYTERM,
    DOCUMENT_DESCRIPTION, IM_SCAN_AUTOKEY, INITIALPURCHASECOST, OFFSETQTY, PEPPOL_UUID, PERMITNO,
    QTY, RATE, SQTY, SUBMISSIONTYPE, SUOMQTY, UNITPRICE, UOM, VALIDITY,
};
use crate::sqlaccount::groups::{
    ANALYSIS, BILLING_ADDRESS, COUNTERS, DELIVERY_ADDRESS, INTERNAL, ITEM_ROW, NOTES, NUMBERS,
    ORDER_DEPOSIT, PARTY_TAX, REFERENCES, ROW_DISCOUNT, ROW_TAX, ROW_TRANSFER, TOTALS,
};

/// `/salesorder`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "salesorder",
    title: "Sales Order",
    plural: "Sales Orders",
    module: "Sales",
    fields: &[
        NUMBERS,
        &[CUSTOMER_CODE, COMPANYNAME],
        BILLING_ADDRESS,
        ANALYSIS,
        &[DOCUMENT_DESCRIPTION.or("Sales Order")],
        TOTALS,
        ORDER_DEPOSIT,
        &[D_AMOUNT, VALIDITY, DELIVERYTERM],
        REFERENCES,
        DELIVERY_ADDRESS,
        PARTY_TAX,
        &[SUBMISSIONTYPE, PEPPOL_UUID],
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
            &[
                PERMITNO,
                QTY,
                UOM,
                RATE,
                SQTY,
                SUOMQTY,
                OFFSETQTY,
                UNITPRICE,
                DELIVERYDATE,
            ],
            ROW_DISCOUNT,
            ROW_TAX,
            &[AMOUNTWITHTAX],
            ROW_TRANSFER,
            &[INITIALPURCHASECOST, CHANGED],
        ],
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
        ..Detail::BASE
    }],
    required: &["docdate", "code"],
    sdk: Sdk {
        object: "SL_SO",
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
        "Sales Order 1",
        "Sales Order 7 (GST 2)",
        "Sales Order 7 (GST 1)",
    ]),
    examples: include_str!("../examples/salesorder.json"),
    ..DOCUMENT
};
