use crate::catalogue::{Detail, Key, Kind, Methods, Resource, Sdk};
use crate::sqlaccount::groups::{ROW_TAX, VOUCHER, VOUCHER_ROW, VOUCHER_ROW_END};

/// `/receiptvoucher`.
pub(super) const RESOURCE: Resource = Resource {
    path: "receiptvoucher",
    title: "Receipt Voucher",
    plural: "Receipt Vouchers",
    module: "GL",
    kind: Kind::Document,
    key: Key::Dockey,
    methods: Methods::All,
    fields: &[VOUCHER],
    parameters: &[],
    details: &[Detail {
        name: "sdsdocdetail",
        title: "Rows",
        key: Some("dtlkey"),
        fields: &[VOUCHER_ROW, ROW_TAX, VOUCHER_ROW_END],
        details: &[],
        sdk_mandatory: &[
            "seq",
            "code",
            "description",
            "taxamt",
            "taxinclusive",
            "amount",
        ],
    }],
    required: &[],
    sdk: Sdk {
        object: "GL_OR",
        mandatory: &[
            "docno",
            "doctype",
            "docdate",
            "postdate",
            "taxdate",
            "description",
            "paymentmethod",
            "bankcharge",
            "docamt",
            "cancelled",
        ],
    },
    indexed_filters: &["docno", "depositkey", "eiv_utc"],
    pdf: None,
    body_documented: true,
    note: "",
    examples: include_str!("../examples/receiptvoucher.json"),
    udf: Vec::new(),
};
