use crate::catalogue::{Detail, Key, Kind, Methods, Resource, Sdk};
use crate::sqlaccount::dictionary::{DOCNOEX, NOTE_DOCTYPE, SUPPLIER_CODE};
use crate::sqlaccount::groups::{
    LEDGER_INVOICE, LEDGER_NUMBERS, LEDGER_ROW, LEDGER_ROW_END, ROW_TAX, WITHHOLDING_TAX,
};

/// `/supplierdebitnote`.
pub(super) const RESOURCE: Resource = Resource {
    path: "supplierdebitnote",
    title: "Supplier Debit Note",
    plural: "Supplier Debit Notes",
    module: "Suppliers",
    kind: Kind::Document,
    key: Key::Dockey,
    methods: Methods::All,
    fields: &[
        LEDGER_NUMBERS,
        &[DOCNOEX, NOTE_DOCTYPE, SUPPLIER_CODE],
        LEDGER_INVOICE,
    ],
    parameters: &[],
    details: &[Detail {
        name: "sdsdocdetail",
        title: "Rows",
        key: Some("dtlkey"),
        fields: &[LEDGER_ROW, ROW_TAX, WITHHOLDING_TAX, LEDGER_ROW_END],
        details: &[],
        sdk_mandatory: &[
            "seq",
            "account",
            "description",
            "taxamt",
            "taxinclusive",
            "amount",
        ],
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
    body_documented: true,
    note: "",
    examples: include_str!("../examples/supplierdebitnote.json"),
    udf: Vec::new(),
};
