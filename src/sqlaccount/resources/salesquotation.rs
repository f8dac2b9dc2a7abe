use super::base::DOCUMENT;
use crate::catalogue::{Detail, ResourceEntry, Sdk};
use crate::sqlaccount::dictionary::{
    AMOUNTWITHTAX, APPROVESTATE, ATTACHMENTS, BUSINESSUNIT, CHANGED, COMPANYITEMCODE, COMPANYNAME,
    CUSTOMER_CODE, DELIVERYDATE, DELIVERYTERM, DOCUMENT_DESCRIPTION, IM_SCAN_AUTOKEY,
    INITIALPURCHASECOST, NOTE, PERMITNO, PRINTABLE, REMARK1, REMARK2, SUBMISSIONTYPE, TRANSFERABLE,
    VALIDITY,
};
use crate::sqlaccount::groups::{
    ANALYSIS, BILLING_ADDRESS, COUNTERS, DELIVERY_ADDRESS, INTERNAL, ITEM_ROW, NUMBERS, PARTY_TAX,
    REFERENCES, ROW_DISCOUNT, ROW_QUANTITY, ROW_TAX, TOTALS,
};

/// `/salesquotation`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "salesquotation",
    title: "Sales Quotation",
    plural: "Sales Quotations",
    module: "Sales",
    fields: &[
        NUMBERS,
        &[CUSTOMER_CODE, COMPANYNAME],
        BILLING_ADDRESS,
        ANALYSIS,
        &[DOCUMENT_DESCRIPTION.or("Quotation")],
        TOTALS,
        &[VALIDITY, DELIVERYTERM],
        REFERENCES,
        DELIVERY_ADDRESS,
        PARTY_TAX,
        &[
            BUSINESSUNIT,
            ATTACHMENTS,
            SUBMISSIONTYPE,
            NOTE,
            APPROVESTATE,
        ],
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
                INITIALPURCHASECOST,
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
        object: "SL_QT",
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
        "Sales Quotation 1",
        "Sales Quotation 7 (GST 2)",
        "Sales Quotation 7 (GST 1)",
    ]),
    examples: include_str!("../examples/salesquotation.json"),
    ..DOCUMENT
};
