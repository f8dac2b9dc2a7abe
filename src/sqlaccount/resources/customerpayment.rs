use crate::catalogue::{Detail, Key, Kind, Methods, Resource, Sdk};
use crate::sqlaccount::dictionary::{
    CUSTOMER_CODE, CUSTOMER_KNOCKOFF_DOCTYPE, KNOCKOFF_DOCDATE, KNOCKOFF_DOCNO, KNOCKOFF_POSTDATE,
    KNOCKOFF_ROW_DOCKEY, KNOCKOFFDOCKEY, REFDOCKEY, UNIQUEKEY,
};
use crate::sqlaccount::groups::{KNOCKOFF_DOCUMENT, KNOCKOFF_ROW, LEDGER_NUMBERS, PARTY_PAYMENT};

/// `/customerpayment`.
pub(super) const RESOURCE: Resource = Resource {
    path: "customerpayment",
    title: "Customer Payment",
    plural: "Customer Payments",
    module: "Customers",
    kind: Kind::Document,
    key: Key::Dockey,
    methods: Methods::All,
    fields: &[LEDGER_NUMBERS, &[CUSTOMER_CODE], PARTY_PAYMENT],
    parameters: &[],
    details: &[Detail {
        name: "sdsknockoff",
        title: "Knocked-off documents",
        key: Some("uniquekey"),
        fields: &[
            &[
                UNIQUEKEY,
                KNOCKOFF_ROW_DOCKEY,
                KNOCKOFFDOCKEY,
                REFDOCKEY,
                CUSTOMER_KNOCKOFF_DOCTYPE,
                KNOCKOFF_DOCDATE,
                KNOCKOFF_POSTDATE,
                KNOCKOFF_DOCNO,
            ],
            KNOCKOFF_ROW,
            KNOCKOFF_DOCUMENT,
        ],
        details: &[],
        sdk_mandatory: &["doctype", "docno", "koamt", "knockoff"],
    }],
    required: &["code", "docdate", "paymentmethod", "docamt"],
    sdk: Sdk {
        object: "AR_PM",
        mandatory: &[
            "docno",
            "code",
            "docdate",
            "postdate",
            "description",
            "paymentmethod",
            "docamt",
            "cancelled",
            "nonrefundable",
        ],
    },
    indexed_filters: &["docno"],
    pdf: Some(&[
        "GL Official Receipt - Detail - Full (with other CNnOR info)",
        "GL Official Receipt - Detail - Full",
        "GL Official Receipt - Detail - Half",
    ]),
    body_documented: true,
    note: "Knocked-off documents are rows of `sdsknockoff`, as in the vendor's collection; a third-party client sends `sdsdocdetail`.",
    examples: include_str!("../examples/customerpayment.json"),
    udf: Vec::new(),
};
