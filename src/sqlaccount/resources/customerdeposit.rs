use crate::catalogue::{Detail, Key, Kind, Methods, Resource, Sdk};
use crate::sqlaccount::dictionary::CUSTOMER_CODE;
use crate::sqlaccount::groups::{DEPOSIT_ROW, LEDGER_NUMBERS, PARTY_DEPOSIT};

/// `/customerdeposit`.
pub(super) const RESOURCE: Resource = Resource {
    path: "customerdeposit",
    title: "Customer Deposit",
    plural: "Customer Deposits",
    module: "Customers",
    kind: Kind::Document,
    key: Key::Dockey,
    methods: Methods::All,
    fields: &[LEDGER_NUMBERS, &[CUSTOMER_CODE], PARTY_DEPOSIT],
    parameters: &[],
    details: &[Detail {
        name: "sdsdocdetail",
        title: "Rows",
        key: Some("dtlkey"),
        fields: &[DEPOSIT_ROW],
        details: &[],
        sdk_mandatory: &[],
    }],
    required: &["code", "docdate", "depositaccount"],
    sdk: Sdk {
        object: "",
        mandatory: &[],
    },
    indexed_filters: &["docno"],
    pdf: Some(&[]),
    body_documented: true,
    note: "",
    examples: include_str!("../examples/customerdeposit.json"),
    udf: Vec::new(),
};
