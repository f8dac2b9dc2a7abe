use super::base::DOCUMENT;
use crate::catalogue::{Detail, ResourceEntry, Sdk};
use crate::sqlaccount::groups::{ROW_TAX, VOUCHER, VOUCHER_ROW, VOUCHER_ROW_END};

/// `/receiptvoucher`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "receiptvoucher",
    title: "Receipt Voucher",
    plural: "Receipt Vouchers",
    module: "GL",
    fields: &[VOUCHER],
    details: &[Detail {
        name: "sdsdocdetail",
        title: "Rows",
        key: Some("dtlkey"),
        fields: &[VOUCHER_ROW, ROW_TAX, VOUCHER_ROW_END],
        sdk_mandatory: &[
            "seq",
            "code",
            "description",
            "taxamt",
            "taxinclusive",
            "amount",
        ],
        ..Detail::BASE
    }],
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
    examples: include_str!("../examples/receiptvoucher.json"),
    ..DOCUMENT
};
