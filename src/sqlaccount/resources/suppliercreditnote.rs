use super::base::DOCUMENT;
use crate::catalogue::{Detail, ResourceEntry, Sdk};
use crate::sqlaccount::dictionary::{
    DOCNOEX, KNOCKOFF_DOCDATE, KNOCKOFF_DOCNO, KNOCKOFF_POSTDATE, KNOCKOFF_ROW_DOCKEY,
    KNOCKOFFDOCKEY, NOTE_DOCTYPE, REFDOCKEY, SUPPLIER_CODE, SUPPLIER_KNOCKOFF_DOCTYPE, UNIQUEKEY,
};
use crate::sqlaccount::groups::{
    CREDIT_NOTE, KNOCKOFF_DOCUMENT, KNOCKOFF_ROW, LEDGER_NUMBERS, LEDGER_ROW, LEDGER_ROW_END,
    ROW_TAX, WITHHOLDING_TAX,
};

/// `/suppliercreditnote`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "suppliercreditnote",
    title: "Supplier Credit Note",
    plural: "Supplier Credit Notes",
    module: "Suppliers",
    fields: &[
        LEDGER_NUMBERS,
        &[DOCNOEX, NOTE_DOCTYPE, SUPPLIER_CODE],
        CREDIT_NOTE,
    ],
    details: &[
        Detail {
            name: "sdsdocdetail",
            title: "Rows",
            key: Some("dtlkey"),
            fields: &[LEDGER_ROW, ROW_TAX, WITHHOLDING_TAX, LEDGER_ROW_END],
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
                    SUPPLIER_KNOCKOFF_DOCTYPE,
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
        object: "AP_SC",
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
    indexed_filters: &["code", "docno"],
    pdf: Some(&[
        "Supp Credit Note - Full",
        "Supp Credit Note - Half",
        "Supp Credit Note (GST) - Full",
    ]),
    examples: include_str!("../examples/suppliercreditnote.json"),
    ..DOCUMENT
};
