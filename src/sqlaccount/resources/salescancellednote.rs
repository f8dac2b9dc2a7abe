use crate::catalogue::{Detail, Key, Kind, Methods, Resource, Sdk};
use crate::sqlaccount::dictionary::{
    AMOUNTWITHTAX, CHANGED, COMPANYITEMCODE, COMPANYNAME, CUSTOMER_CODE, DOCUMENT_DESCRIPTION,
    FROMDOCKEY, FROMDOCTYPE, FROMDTLKEY, INITIALPURCHASECOST, PERMITNO, PRINTABLE, REMARK1,
    REMARK2, SUBMISSIONTYPE,
};
use crate::sqlaccount::groups::{
    ANALYSIS, BILLING_ADDRESS, COUNTERS_FINAL, DELIVERY_ADDRESS, INTERNAL, ITEM_ROW, NOTES,
    NUMBERS, PARTY_TAX, REFERENCES, ROW_DISCOUNT, ROW_QUANTITY, ROW_TAX, TOTALS,
};

/// `/salescancellednote`.
pub(super) const RESOURCE: Resource = Resource {
    path: "salescancellednote",
    title: "Sales Cancelled Note",
    plural: "Sales Cancelled Notes",
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
        REFERENCES,
        DELIVERY_ADDRESS,
        PARTY_TAX,
        &[SUBMISSIONTYPE],
        NOTES,
        COUNTERS_FINAL,
        INTERNAL,
    ],
    parameters: &[],
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
            &[
                AMOUNTWITHTAX,
                PRINTABLE,
                FROMDOCTYPE,
                FROMDOCKEY,
                FROMDTLKEY,
                REMARK1,
                REMARK2,
                COMPANYITEMCODE,
                INITIALPURCHASECOST,
                CHANGED,
            ],
        ],
        details: &[],
        sdk_mandatory: &[],
    }],
    required: &["docdate", "code"],
    sdk: Sdk {
        object: "",
        mandatory: &[],
    },
    indexed_filters: &["code", "docdate", "docno", "postdate"],
    pdf: Some(&[
        "Sales Cancel Note 1",
        "Sales Cancel Note 2",
        "Sales Cancel Note 3 (Simple)",
    ]),
    body_documented: true,
    note: "",
    examples: include_str!("../examples/salescancellednote.json"),
    udf: Vec::new(),
};
