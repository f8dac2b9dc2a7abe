use crate::catalogue::{Detail, Key, Kind, Methods, Resource, Sdk};
use crate::sqlaccount::dictionary::{
    AMOUNTWITHTAX, CHANGED, COMPANYNAME, CUSTOMER_CODE, D_AMOUNT, DELIVERYTERM,
    DOCUMENT_DESCRIPTION, IM_SCAN_AUTOKEY, INITIALPURCHASECOST, PERMITNO, RECEIVEQTY, RETURNQTY,
    SUBMISSIONTYPE, VALIDITY,
};
use crate::sqlaccount::groups::{
    ANALYSIS, BILLING_ADDRESS, COUNTERS, DELIVERY_ADDRESS, INTERNAL, ITEM_ROW, NOTES, NUMBERS,
    PARTY_TAX, REFERENCES, ROW_DISCOUNT, ROW_QUANTITY, ROW_TAX, ROW_TRANSFER, TOTALS,
};

/// `/extradeliveryorder`.
pub(super) const RESOURCE: Resource = Resource {
    path: "extradeliveryorder",
    title: "Extra Delivery Order",
    plural: "Extra Delivery Orders",
    module: "Sales",
    kind: Kind::Document,
    key: Key::Dockey,
    methods: Methods::All,
    fields: &[
        NUMBERS,
        &[CUSTOMER_CODE, COMPANYNAME],
        BILLING_ADDRESS,
        ANALYSIS,
        &[DOCUMENT_DESCRIPTION],
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
    parameters: &[],
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
        details: &[],
        sdk_mandatory: &[],
    }],
    required: &["docdate", "code"],
    sdk: Sdk {
        object: "",
        mandatory: &[],
    },
    indexed_filters: &["docdate", "docno", "postdate", "code"],
    pdf: Some(&[
        "Sales Extra DO 1",
        "Sales Extra DO 2",
        "Sales Extra DO 3 (Simple)",
    ]),
    body_documented: true,
    note: "",
    examples: include_str!("../examples/extradeliveryorder.json"),
    udf: Vec::new(),
};
