use super::base::DOCUMENT;
use crate::catalogue::{Detail, ResourceEntry, Sdk};
use crate::sqlaccount::dictionary::{
    CUSTOMER_CODE, CUSTOMER_KNOCKOFF_DOCTYPE, DOCNOEX, KNOCKOFF_DOCDATE, KNOCKOFF_DOCNO,
    KNOCKOFF_POSTDATE, KNOCKOFF_ROW_DOCKEY, KNOCKOFFDOCKEY, NOTE_DOCTYPE, REFDOCKEY, UNIQUEKEY,
};
use crate::sqlaccount::groups::{
    CREDIT_NOTE, KNOCKOFF_DOCUMENT, KNOCKOFF_ROW, LEDGER_NUMBERS, LEDGER_ROW, LEDGER_ROW_END,
    ROW_TAX,
};

/// `/customercreditnote`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "customercreditnote",
    title: "Customer Credit Note",
    plural: "Customer Credit Notes",
    module: "Customers",
    fields: &[
        LEDGER_NUMBERS,
        &[DOCNOEX, NOTE_DOCTYPE, CUSTOMER_CODE],
        CREDIT_NOTE,
    ],
    details: &[
        Detail {
            name: "sdsdocdetail",
            title: "Rows",
            key: Some("dtlkey"),
            fields: &[LEDGER_ROW, ROW_TAX, LEDGER_ROW_END],
            sdk_mandatory: &[
                "seq",
                "account",
                "description",
                "taxamt",
                "taxinclusive",
                "amount",
            ],
            ..Detail::BASE
        },
        Detail {
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
            sdk_mandatory: &["doctype", "docno", "koamt", "knockoff"],
            ..Detail::BASE
        },
    ],
    required: &["code", "docdate"],
    sdk: Sdk {
        object: "AR_CN",
        mandatory: &[
            "docno",
            "code",
            "docdate",
            "postdate",
            "taxdate",
            "description",
            "docamt",
            "cancelled",
        ],
    },
    indexed_filters: &["docno"],
    pdf: Some(&[
        "Cust Credit Note - Full",
        "Cust Credit Note - Half",
        "Cust Credit Note (GST) - Full",
    ]),
    examples: include_str!("../examples/customercreditnote.json"),
    ..DOCUMENT
};
