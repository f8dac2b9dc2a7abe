use super::base::DOCUMENT;
use crate::catalogue::{Detail, ResourceEntry, Sdk};
use crate::sqlaccount::dictionary::{
    AMOUNT, DOCNOEX, EXEMPTED_TAXAMT, EXEMPTED_TAXRATE, LOCALAMOUNT, LOCALTAXAMT, SUPPLIER_CODE,
    TAXABLEAMT, TAXAMT, TAXINCLUSIVE, TAXRATE,
};
use crate::sqlaccount::groups::{
    LEDGER_INVOICE, LEDGER_NUMBERS, LEDGER_ROW, LEDGER_ROW_END, WITHHOLDING_TAX,
};

/// `/supplierinvoice`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "supplierinvoice",
    title: "Supplier Invoice",
    plural: "Supplier Invoices",
    module: "Suppliers",
    fields: &[LEDGER_NUMBERS, &[DOCNOEX, SUPPLIER_CODE], LEDGER_INVOICE],
    details: &[Detail {
        name: "sdsdocdetail",
        title: "Rows",
        key: Some("dtlkey"),
        fields: &[
            LEDGER_ROW,
            &[
                TAXRATE,
                TAXABLEAMT,
                TAXAMT,
                LOCALTAXAMT,
                EXEMPTED_TAXRATE,
                EXEMPTED_TAXAMT,
                TAXINCLUSIVE,
                AMOUNT,
            ],
            WITHHOLDING_TAX,
            &[LOCALAMOUNT],
            LEDGER_ROW_END,
        ],
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
        object: "AP_PI",
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
    pdf: Some(&["Supp Invoice", "Supp Invoice (GST)"]),
    examples: include_str!("../examples/supplierinvoice.json"),
    ..DOCUMENT
};
