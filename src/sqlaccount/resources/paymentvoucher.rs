use super::base::DOCUMENT;
use crate::catalogue::{Detail, ResourceEntry, Sdk};
use crate::sqlaccount::groups::{ROW_TAX, VOUCHER, VOUCHER_ROW, VOUCHER_ROW_END};

/// `/paymentvoucher`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "paymentvoucher",
    title: "Payment Voucher",
    plural: "Payment Vouchers",
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
    examples: include_str!("../examples/paymentvoucher.json"),
    ..DOCUMENT
};
