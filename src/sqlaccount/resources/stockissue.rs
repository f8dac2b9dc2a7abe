use super::base::{DOCUMENT, STOCK_SERIAL_NUMBERS};
use crate::catalogue::{Detail, ResourceEntry};
use crate::sqlaccount::dictionary::{
    AGENT, AREA, CHANGED, DOCUMENT_DESCRIPTION, PRINTABLE, QTY, RATE, REMARK1, REMARK2, SQTY,
    SUOMQTY, UNITCOST, UOM,
};
use crate::sqlaccount::groups::{INTERNAL, ITEM_ROW, STOCK_NUMBERS, STOCK_STATE};

/// `/stockissue`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "stockissue",
    title: "Stock Issue",
    plural: "Stock Issues",
    module: "Stock",
    fields: &[
        STOCK_NUMBERS,
        &[DOCUMENT_DESCRIPTION, AREA, AGENT],
        STOCK_STATE,
        INTERNAL,
    ],
    details: &[Detail {
        name: "sdsdocdetail",
        title: "Rows",
        key: Some("dtlkey"),
        fields: &[
            ITEM_ROW,
            &[
                QTY, SUOMQTY, RATE, UOM, SQTY, PRINTABLE, REMARK1, REMARK2, UNITCOST, CHANGED,
            ],
        ],
        details: &[STOCK_SERIAL_NUMBERS],
        ..Detail::BASE
    }],
    required: &["docdate"],
    indexed_filters: &["docno"],
    examples: include_str!("../examples/stockissue.json"),
    ..DOCUMENT
};
