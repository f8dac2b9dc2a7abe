use super::base::{DOCUMENT, STOCK_SERIAL_NUMBERS};
use crate::catalogue::{Detail, ResourceEntry};
use crate::sqlaccount::dictionary::SERIALNUMBER;
use crate::sqlaccount::groups::{COMPONENT_ROW, INTERNAL, ITEM_ROW, PRODUCT};

/// What putting a product together and taking it apart have in common.
pub(super) const PRODUCTION: ResourceEntry = ResourceEntry {
    module: "Production",
    fields: &[PRODUCT, INTERNAL],
    details: &[
        Detail {
            name: "sdsdocdetail",
            title: "Rows",
            key: Some("dtlkey"),
            fields: &[ITEM_ROW, COMPONENT_ROW],
            details: &[STOCK_SERIAL_NUMBERS],
            ..Detail::BASE
        },
        Detail {
            name: "sdsserialnomaster",
            title: "Serial numbers of the product",
            fields: &[&[SERIALNUMBER.unsized_()]],
            ..Detail::BASE
        },
    ],
    indexed_filters: &["docno"],
    ..DOCUMENT
};
