use super::base::DOCUMENT;
use crate::catalogue::{Detail, ResourceEntry, Sdk};
use crate::sqlaccount::dictionary::{CUSTOMER_CODE, DOCNOEX, NOTE_DOCTYPE};
use crate::sqlaccount::groups::{
    LEDGER_INVOICE, LEDGER_NUMBERS, LEDGER_ROW, LEDGER_ROW_END, ROW_TAX,
};

/// `/customerdebitnote`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "customerdebitnote",
    title: "Customer Debit Note",
    plural: "Customer Debit Notes",
    module: "Customers",
    fields: &[
        LEDGER_NUMBERS,
        &[DOCNOEX, NOTE_DOCTYPE, CUSTOMER_CODE],
        LEDGER_INVOICE,
    ],
    details: &[Detail {
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
    }],
    required: &["code", "docdate"],
    sdk: Sdk {
        object: "AR_DN",
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
        "Cust Debit Note - Full",
        "Cust Debit Note - Half",
        "Cust Debit Note (GST) - Full",
    ]),
    examples: include_str!("../examples/customerdebitnote.json"),
    ..DOCUMENT
};
