use crate::catalogue::{Detail, Key, Kind, Methods, Resource, Sdk};
use crate::sqlaccount::groups::{ROW_TAX, VOUCHER, VOUCHER_ROW, VOUCHER_ROW_END};

/// `/paymentvoucher`.
pub(super) const RESOURCE: Resource = Resource {
    path: "paymentvoucher",
    title: "Payment Voucher",
    plural: "Payment Vouchers",
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
        object: "GL_PV",
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
    examples: include_str!("../examples/paymentvoucher.json"),
    udf: Vec::new(),
};
