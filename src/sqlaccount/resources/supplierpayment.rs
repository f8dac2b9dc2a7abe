use crate::catalogue::{Detail, Key, Kind, Methods, Resource, Sdk};
use crate::sqlaccount::dictionary::{
    KNOCKOFF_DOCDATE, KNOCKOFF_DOCNO, KNOCKOFF_POSTDATE, KNOCKOFF_ROW_DOCKEY, KNOCKOFFDOCKEY,
    REFDOCKEY, SUPPLIER_CODE, SUPPLIER_KNOCKOFF_DOCTYPE, UNIQUEKEY,
};
use crate::sqlaccount::groups::{KNOCKOFF_DOCUMENT, KNOCKOFF_ROW, LEDGER_NUMBERS, PARTY_PAYMENT};

/// `/supplierpayment`.
pub(super) const RESOURCE: Resource = Resource {
    path: "supplierpayment",
    title: "Supplier Payment",
    plural: "Supplier Payments",
    module: "Suppliers",
    kind: Kind::Document,
    key: Key::Dockey,
    methods: Methods::All,
    fields: &[LEDGER_NUMBERS, &[SUPPLIER_CODE], PARTY_PAYMENT],
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
                SUPPLIER_KNOCKOFF_DOCTYPE,
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
        object: "AP_SP",
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
        "GL Payment Voucher - Detail - Full (with other SCnPV info)",
        "GL Payment Voucher - Detail - Full",
        "GL Payment Voucher - Detail - Half",
    ]),
    body_documented: true,
    note: "Knocked-off documents are rows of `sdsknockoff`, as in the vendor's collection; a third-party client sends `sdsdocdetail`.",
    examples: include_str!("../examples/supplierpayment.json"),
    udf: Vec::new(),
};
