use super::base::DOCUMENT;
use crate::catalogue::{Detail, ResourceEntry, Sdk};
use crate::sqlaccount::dictionary::{
    AMOUNT, CUSTOMER_CODE, DOCNOEX, EXEMPTED_TAXAMT, EXEMPTED_TAXRATE, LOCALAMOUNT, LOCALTAXAMT,
    TAXABLEAMT, TAXAMT, TAXINCLUSIVE, TAXRATE,
};
use crate::sqlaccount::groups::{LEDGER_INVOICE, LEDGER_NUMBERS, LEDGER_ROW, LEDGER_ROW_END};

/// `/customerinvoice`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "customerinvoice",
    title: "Customer Invoice",
    plural: "Customer Invoices",
    module: "Customers",
    fields: &[LEDGER_NUMBERS, &[DOCNOEX, CUSTOMER_CODE], LEDGER_INVOICE],
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
                LOCALAMOUNT,
            ],
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
        object: "AR_IV",
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
    pdf: Some(&["Cust Invoice", "Cust Invoice (GST)", "Cust Invoice (SST)"]),
    examples: include_str!("../examples/customerinvoice.json"),
    ..DOCUMENT
};
