use super::base::DOCUMENT;
use crate::catalogue::{Detail, ResourceEntry, Sdk};
use crate::sqlaccount::dictionary::{
    ACCOUNT, AMOUNTWITHTAX, CHANGED, COMPANYNAME, DELIVERYDATE, DELIVERYTERM, DOCUMENT_DESCRIPTION,
    FROMDOC, IM_SCAN_AUTOKEY, LANDINGCOST1, LANDINGCOST2, PERMITNO, SERIALNUMBER, SUPPLIER_CODE,
    TRANSFERABLE, VALIDITY,
};
use crate::sqlaccount::groups::{
    ANALYSIS, BILLING_ADDRESS, COUNTERS_FINAL, DELIVERY_ADDRESS, EINVOICE_STATUS, EINVOICE_TIMES,
    INTERNAL, ITEM_ROW, LANDING_COST, NOTES, NUMBERS, PARTY_TAX, REFERENCES, ROW_DISCOUNT,
    ROW_QUANTITY, ROW_TAX, ROW_TRANSFER, TOTALS, WITHHOLDING_TAX,
};

/// `/purchasedebitnote`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "purchasedebitnote",
    title: "Purchase Debit Note",
    plural: "Purchase Debit Notes",
    module: "Purchase",
    fields: &[
        NUMBERS,
        EINVOICE_TIMES,
        &[SUPPLIER_CODE, COMPANYNAME],
        BILLING_ADDRESS,
        ANALYSIS,
        &[DOCUMENT_DESCRIPTION.or("Debit Note")],
        TOTALS,
        LANDING_COST,
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
            &[AMOUNTWITHTAX, LANDINGCOST1, LANDINGCOST2, ACCOUNT],
            WITHHOLDING_TAX,
            ROW_TRANSFER,
            &[CHANGED],
        ],
        details: &[Detail {
            name: "sdsserialnumber",
            title: "Serial numbers",
            fields: &[&[SERIALNUMBER]],
            sdk_mandatory: &["serialnumber"],
            ..Detail::BASE
        }],
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
        object: "PH_SD",
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
    indexed_filters: &["docdate", "postdate", "code", "docno", "eiv_utc"],
    pdf: Some(&[
        "Purchase Debit Note 1",
        "Purchase Debit Note 7 (GST 2)",
        "Purchase Debit Note 7 (GST 1)",
    ]),
    examples: include_str!("../examples/purchasedebitnote.json"),
    ..DOCUMENT
};
