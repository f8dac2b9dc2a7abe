use crate::catalogue::{Detail, Key, Kind, Methods, Resource, Sdk};
use crate::sqlaccount::dictionary::{
    KNOCKOFF_DOCDATE, KNOCKOFF_DOCNO, KNOCKOFF_POSTDATE, KNOCKOFF_ROW_DOCKEY, KNOCKOFFDOCKEY,
    REFDOCKEY, SUPPLIER_CODE, SUPPLIER_KNOCKOFF_DOCTYPE, UNIQUEKEY,
};
use crate::sqlaccount::groups::{CONTRA, KNOCKOFF_DOCUMENT, KNOCKOFF_ROW, LEDGER_NUMBERS};

/// `/suppliercontra`.
pub(super) const RESOURCE: Resource = Resource {
    path: "suppliercontra",
    title: "Supplier Contra",
    plural: "Supplier Contras",
    module: "Suppliers",
    kind: Kind::Document,
    key: Key::Dockey,
    methods: Methods::All,
    fields: &[LEDGER_NUMBERS, &[SUPPLIER_CODE], CONTRA],
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
        sdk_mandatory: &[],
    }],
    required: &[],
    sdk: Sdk {
        object: "",
        mandatory: &[],
    },
    indexed_filters: &["docno"],
    pdf: Some(&["Supp Contra Voucher - Full", "Supp Contra Voucher - Half"]),
    body_documented: true,
    note: "Knocked-off documents are rows of `sdsknockoff`, as in the vendor's collection; a third-party client sends `sdsdocdetail`.",
    examples: include_str!("../examples/suppliercontra.json"),
    udf: Vec::new(),
};
