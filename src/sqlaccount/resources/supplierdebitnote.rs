use super::base::DOCUMENT;
use crate::catalogue::{Detail, ResourceEntry, Sdk};
use crate::sqlaccount::dictionary::{DOCNOEX, NOTE_DOCTYPE, SUPPLIER_CODE};
use crate::sqlaccount::groups::{
    LEDGER_INVOICE, LEDGER_NUMBERS, LEDGER_ROW, LEDGER_ROW_END, ROW_TAX, WITHHOLDING_TAX,
};

/// `/supplierdebitnote`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "supplierdebitnote",
    title: "Supplier Debit Note",
    plural: "Supplier Debit Notes",
    module: "Suppliers",
    fields: &[
        LEDGER_NUMBERS,
        &[DOCNOEX, NOTE_DOCTYPE, SUPPLIER_CODE],
        LEDGER_INVOICE,
    ],
    details: &[Detail {
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
    }],
    required: &["code", "docdate"],
    sdk: Sdk {
        object: "AP_SD",
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
        "Supp Debit Note - Full",
        "Supp Debit Note - Half",
        "Supp Debit Note (GST) - Full",
    ]),
    examples: include_str!("../examples/supplierdebitnote.json"),
    ..DOCUMENT
};
