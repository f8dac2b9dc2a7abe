use crate::catalogue::{Detail, Key, Kind, Methods, Resource, Sdk};
use crate::sqlaccount::dictionary::{
    KNOCKOFF_DESCRIPTION, KNOCKOFF_DOCDATE, KNOCKOFF_DOCNO, KNOCKOFF_POSTDATE, KNOCKOFF_ROW_DOCKEY,
    KNOCKOFF_UPDATECOUNT, KNOCKOFFDOCKEY, PROJECT, REFDOCKEY, REFUND_KNOCKOFF_DOCTYPE,
    SUPPLIER_CODE, UNIQUEKEY,
};
use crate::sqlaccount::groups::{KNOCKOFF_ROW, LEDGER_NUMBERS, PARTY_REFUND};

/// `/supplierrefund`.
pub(super) const RESOURCE: Resource = Resource {
    path: "supplierrefund",
    title: "Supplier Refund",
    plural: "Supplier Refunds",
    module: "Suppliers",
    kind: Kind::Document,
    key: Key::Dockey,
    methods: Methods::All,
    fields: &[LEDGER_NUMBERS, &[SUPPLIER_CODE], PARTY_REFUND],
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
                REFUND_KNOCKOFF_DOCTYPE,
                KNOCKOFF_DOCDATE,
                KNOCKOFF_POSTDATE,
                KNOCKOFF_DOCNO,
            ],
            KNOCKOFF_ROW,
            &[KNOCKOFF_DESCRIPTION, PROJECT, KNOCKOFF_UPDATECOUNT],
        ],
        details: &[],
        sdk_mandatory: &[],
    }],
    required: &["code", "docdate", "paymentmethod", "docamt"],
    sdk: Sdk {
        object: "",
        mandatory: &[],
    },
    indexed_filters: &["docno"],
    pdf: Some(&[]),
    body_documented: true,
    note: "",
    examples: include_str!("../examples/supplierrefund.json"),
    udf: Vec::new(),
};
