use super::base::DOCUMENT;
use crate::catalogue::{Detail, ResourceEntry, Sdk};
use crate::sqlaccount::dictionary::{
    AMOUNTWITHTAX, CHANGED, COMPANYITEMCODE, COMPANYNAME, DELIVERYDATE, DELIVERYTERM,
    DOCUMENT_DESCRIPTION, IM_SCAN_AUTOKEY, PERMITNO, PRINTABLE, REMARK1, REMARK2, SUBMISSIONTYPE,
    SUPPLIER_CODE, TRANSFERABLE, VALIDITY,
};
use crate::sqlaccount::groups::{
    ANALYSIS, BILLING_ADDRESS, COUNTERS, DELIVERY_ADDRESS, INTERNAL, ITEM_ROW, NOTES, NUMBERS,
    PARTY_TAX, REFERENCES, ROW_DISCOUNT, ROW_QUANTITY, ROW_TAX, TOTALS,
};

/// `/purchaserequest`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "purchaserequest",
    title: "Purchase Request",
    plural: "Purchase Requests",
    module: "Purchase",
    fields: &[
        NUMBERS,
        &[SUPPLIER_CODE, COMPANYNAME],
        BILLING_ADDRESS,
        ANALYSIS,
        &[DOCUMENT_DESCRIPTION.or("Purchase Request")],
        TOTALS,
        &[VALIDITY, DELIVERYTERM],
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
            &[PERMITNO],
            ROW_QUANTITY,
            &[DELIVERYDATE],
            ROW_DISCOUNT,
            ROW_TAX,
            &[
                AMOUNTWITHTAX,
                PRINTABLE,
                TRANSFERABLE,
                REMARK1,
                REMARK2,
                COMPANYITEMCODE,
                CHANGED,
            ],
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
        object: "PH_PQ",
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
    indexed_filters: &["docdate", "code", "docno", "postdate"],
    pdf: Some(&[
        "Purchase Request 1",
        "Purchase Request 7 (GST 2)",
        "Purchase Request 7 (GST 1)",
    ]),
    examples: include_str!("../examples/purchaserequest.json"),
    ..DOCUMENT
};
