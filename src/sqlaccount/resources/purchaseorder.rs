use super::base::DOCUMENT;
use crate::catalogue::{Detail, ResourceEntry, Sdk};
use crate::sqlaccount::dictionary::{
    AMOUNTWITHTAX, CHANGED, COMPANYNAME, D_AMOUNT, DELIVERYDATE, DELIVERYTERM,
    DOCUMENT_DESCRIPTION, IM_SCAN_AUTOKEY, OFFSETQTY, PEPPOL_UUID, PERMITNO, QTY, RATE, SQTY,
    SUBMISSIONTYPE, SUOMQTY, SUPPLIER_CODE, UNITPRICE, UOM, VALIDITY,
};
use crate::sqlaccount::groups::{
    ANALYSIS, BILLING_ADDRESS, COUNTERS, DELIVERY_ADDRESS, INTERNAL, ITEM_ROW, NOTES, NUMBERS,
    ORDER_DEPOSIT, PARTY_TAX, REFERENCES, ROW_DISCOUNT, ROW_TAX, ROW_TRANSFER, TOTALS,
};

/// `/purchaseorder`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "purchaseorder",
    title: "Purchase Order",
    plural: "Purchase Orders",
    module: "Purchase",
    fields: &[
        NUMBERS,
        &[SUPPLIER_CODE, COMPANYNAME],
        BILLING_ADDRESS,
        ANALYSIS,
        &[DOCUMENT_DESCRIPTION.or("Purchase Order")],
        TOTALS,
        ORDER_DEPOSIT,
        &[D_AMOUNT, VALIDITY, DELIVERYTERM],
        REFERENCES,
        DELIVERY_ADDRESS,
        PARTY_TAX,
        &[PEPPOL_UUID],
        NOTES,
        COUNTERS,
        &[SUBMISSIONTYPE],
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
            &[CHANGED],
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
        object: "PH_PO",
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
        "Purchase Order 1",
        "Purchase Order 7 (GST 2)",
        "Purchase Order 7 (GST 1)",
    ]),
    examples: include_str!("../examples/purchaseorder.json"),
    ..DOCUMENT
};
