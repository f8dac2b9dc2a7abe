use super::base::DOCUMENT;
use crate::catalogue::{Detail, ResourceEntry, Sdk};
use crate::sqlaccount::dictionary::{
    ACCOUNT, AMOUNTWITHTAX, CHANGED, COMPANYITEMCODE, COMPANYNAME, DELIVERYTERM,
    DOCUMENT_DESCRIPTION, FROMDOC, FROMDOCKEY, FROMDOCTYPE, FROMDTLKEY, IM_SCAN_AUTOKEY,
    PEPPOL_DOCUUID, PEPPOL_UUID, PERMITNO, PRINTABLE, REMARK1, REMARK2, SERIALNUMBER,
    SUPPLIER_CODE, VALIDITY,
};
use crate::sqlaccount::groups::{
    ANALYSIS, BILLING_ADDRESS, COUNTERS_FINAL, DELIVERY_ADDRESS, EINVOICE_STATUS, EINVOICE_TIMES,
    INTERNAL, ITEM_ROW, NOTES, NUMBERS, PARTY_TAX, REFERENCES, ROW_DISCOUNT, ROW_QUANTITY, ROW_TAX,
    TOTALS, WITHHOLDING_TAX,
};

/// `/purchasereturned`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "purchasereturned",
    title: "Purchase Returned",
    plural: "Purchase Returned",
    module: "Purchase",
    fields: &[
        NUMBERS,
        EINVOICE_TIMES,
        &[SUPPLIER_CODE, COMPANYNAME],
        BILLING_ADDRESS,
        ANALYSIS,
        &[DOCUMENT_DESCRIPTION.or("Purchase Returned")],
        TOTALS,
        &[VALIDITY, DELIVERYTERM],
        REFERENCES,
        DELIVERY_ADDRESS,
        &[FROMDOC],
        PARTY_TAX,
        EINVOICE_STATUS,
        &[PEPPOL_UUID, PEPPOL_DOCUUID],
        NOTES,
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
            ROW_DISCOUNT,
            ROW_TAX,
            &[AMOUNTWITHTAX, ACCOUNT],
            WITHHOLDING_TAX,
            &[
                PRINTABLE,
                FROMDTLKEY,
                FROMDOCKEY,
                FROMDOCTYPE,
                REMARK1,
                REMARK2,
                COMPANYITEMCODE,
                CHANGED,
            ],
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
        object: "PH_SC",
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
    indexed_filters: &["code", "docno", "docdate", "postdate", "eiv_utc"],
    pdf: Some(&[
        "Purchase Return 1",
        "Purchase Return 7 (GST 2)",
        "Purchase Return 7 (GST 1)",
    ]),
    examples: include_str!("../examples/purchasereturned.json"),
    ..DOCUMENT
};
