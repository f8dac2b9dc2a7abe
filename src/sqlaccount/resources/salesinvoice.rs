use super::base::{DOCUMENT, SERIAL_NUMBERS};
use crate::catalogue::{Detail, ResourceEntry, Sdk};
use crate::sqlaccount::dictionary::{
    ACCOUNT, AMOUNTWITHTAX, CHANGED, COMPANYNAME, CUSTOMER_CODE, D_AMOUNT, DELIVERYDATE,
    DELIVERYTERM, DOCUMENT_DESCRIPTION, EIVREQUEST_UUID, IM_SCAN_AUTOKEY, INITIALPURCHASECOST,
    PEPPOL_DOCUUID, PEPPOL_UUID, PERMITNO, TAXABLEAMT, VALIDITY,
};
use crate::sqlaccount::groups::{
    ANALYSIS, BILLING_ADDRESS, COUNTERS, DELIVERY_ADDRESS, EINVOICE_STATUS, EINVOICE_TIMES,
    INTERNAL, ITEM_ROW, NOTES, NUMBERS, PARTY_TAX, REFERENCES, ROW_DISCOUNT, ROW_QUANTITY, ROW_TAX,
    ROW_TRANSFER, TOTALS,
};

/// `/salesinvoice`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "salesinvoice",
    title: "Sales Invoice",
    plural: "Sales Invoices",
    module: "Sales",
    fields: &[
        NUMBERS,
        EINVOICE_TIMES,
        &[CUSTOMER_CODE, COMPANYNAME],
        BILLING_ADDRESS,
        ANALYSIS,
        &[DOCUMENT_DESCRIPTION.or("Sales")],
        TOTALS,
        &[D_AMOUNT, VALIDITY, DELIVERYTERM],
        REFERENCES,
        DELIVERY_ADDRESS,
        PARTY_TAX,
        EINVOICE_STATUS,
        &[EIVREQUEST_UUID, PEPPOL_UUID, PEPPOL_DOCUUID],
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
            &[TAXABLEAMT, AMOUNTWITHTAX, ACCOUNT],
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
            "account",
        ],
    }],
    required: &["docdate", "code"],
    sdk: Sdk {
        object: "SL_IV",
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
    indexed_filters: &["code", "docdate", "docno", "postdate", "eiv_utc"],
    pdf: Some(&[
        "Sales Invoice 8 (SST 1)",
        "Sales Invoice 1",
        "Sales Invoice 1 (MyInvois Request)",
    ]),
    examples: include_str!("../examples/salesinvoice.json"),
    ..DOCUMENT
};
