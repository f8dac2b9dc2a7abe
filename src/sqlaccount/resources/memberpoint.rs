use crate::catalogue::{Key, Kind, Methods, Resource, Sdk};
use crate::sqlaccount::dictionary::{
    AGENT, AREA, CANCELLED, COMPANYNAME, CUSTOMER_CODE, DOCDATE, DOCUMENT_DESCRIPTION, FROMDOCAMT,
    FROMDOCDATE, FROMDOCNO, FROMDOCTYPE, POINTS, PROJECT, REMARK1, REMARK2, REMARK3, ROWVER,
};
use crate::sqlaccount::groups::LEDGER_NUMBERS;

/// `/memberpoint`.
pub(super) const RESOURCE: Resource = Resource {
    path: "memberpoint",
    title: "Sales Points",
    plural: "Sales Points",
    module: "Sales",
    kind: Kind::Document,
    key: Key::Dockey,
    methods: Methods::All,
    fields: &[
        LEDGER_NUMBERS,
        &[
            DOCDATE,
            CUSTOMER_CODE.unsized_(),
            COMPANYNAME,
            AREA,
            AGENT,
            PROJECT,
            DOCUMENT_DESCRIPTION.unsized_(),
            FROMDOCTYPE,
            FROMDOCNO,
            FROMDOCDATE,
            FROMDOCAMT,
            POINTS,
            REMARK1,
            REMARK2,
            REMARK3,
            CANCELLED,
            ROWVER,
        ],
    ],
    parameters: &[],
    details: &[],
    required: &[],
    sdk: Sdk {
        object: "",
        mandatory: &[],
    },
    indexed_filters: &["docno", "docdate", "code"],
    pdf: None,
    body_documented: false,
    note: "The vendor's collection shows an empty body: which fields can be written is not documented.",
    examples: include_str!("../examples/memberpoint.json"),
    udf: Vec::new(),
};
