use super::base::DOCUMENT;
use crate::catalogue::ResourceEntry;
use crate::sqlaccount::dictionary::{
    AGENT, AREA, CANCELLED, COMPANYNAME, CUSTOMER_CODE, DOCDATE, DOCUMENT_DESCRIPTION, FROMDOCAMT,
    FROMDOCDATE, FROMDOCNO, FROMDOCTYPE, POINTS, PROJECT, REMARK1, REMARK2, REMARK3, ROWVER,
};
use crate::sqlaccount::groups::LEDGER_NUMBERS;

/// `/memberpoint`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "memberpoint",
    title: "Sales Points",
    plural: "Sales Points",
    module: "Sales",
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
    indexed_filters: &["docno", "docdate", "code"],
    body_documented: false,
    note: "The vendor's collection shows an empty body: which fields can be written is not documented.",
    examples: include_str!("../examples/memberpoint.json"),
    ..DOCUMENT
};
