use super::base::DOCUMENT;
use crate::catalogue::{Detail, ResourceEntry};
use crate::sqlaccount::dictionary::{
    AMOUNTWITHTAX, CHANGED, COMPANYNAME, D_AMOUNT, DELIVERYTERM, DOCUMENT_DESCRIPTION,
    IM_SCAN_AUTOKEY, LANDINGCOST1, LANDINGCOST2, PERMITNO, RECEIVEQTY, RETURNQTY, SUBMISSIONTYPE,
    SUPPLIER_CODE, VALIDITY,
};
use crate::sqlaccount::groups::{
    ANALYSIS, BILLING_ADDRESS, COUNTERS, DELIVERY_ADDRESS, INTERNAL, ITEM_ROW, LANDING_COST, NOTES,
    NUMBERS, PARTY_TAX, REFERENCES, ROW_DISCOUNT, ROW_QUANTITY, ROW_TAX, ROW_TRANSFER, TOTALS,
};

/// `/extragoodsreceived`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "extragoodsreceived",
    title: "Extra Goods Received",
    plural: "Extra Goods Received",
    module: "Purchase",
    fields: &[
        NUMBERS,
        &[SUPPLIER_CODE, COMPANYNAME],
        BILLING_ADDRESS,
        ANALYSIS,
        &[DOCUMENT_DESCRIPTION],
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
        ..Detail::BASE
    }],
    required: &["docdate", "code"],
    indexed_filters: &["docdate", "docno", "postdate", "code"],
    pdf: Some(&[
        "Purchase Extra GRN 1",
        "Purchase Extra GRN 2",
        "Purchase Extra GRN 3 (Simple)",
    ]),
    examples: include_str!("../examples/extragoodsreceived.json"),
    ..DOCUMENT
};
