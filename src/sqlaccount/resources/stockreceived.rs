use super::base::{DOCUMENT, STOCK_SERIAL_NUMBERS};
use crate::catalogue::{Detail, ResourceEntry};
use crate::sqlaccount::dictionary::{
    AGENT, AREA, CHANGED, COST_AMOUNT, DOCAMT, DOCUMENT_DESCRIPTION, PRINTABLE, QTY, RATE, REMARK1,
    REMARK2, SQTY, SUOMQTY, UNITCOST, UOM,
};
use crate::sqlaccount::groups::{INTERNAL, ITEM_ROW, STOCK_NUMBERS, STOCK_STATE};

/// `/stockreceived`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "stockreceived",
    title: "Stock Received",
    plural: "Stock Received",
    module: "Stock",
    fields: &[
        STOCK_NUMBERS,
        &[DOCUMENT_DESCRIPTION, AREA, AGENT, DOCAMT],
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
                QTY,
                SUOMQTY,
                UOM,
                RATE,
                SQTY,
                UNITCOST,
                COST_AMOUNT,
                PRINTABLE,
                REMARK1,
                REMARK2,
                CHANGED,
            ],
        ],
        details: &[STOCK_SERIAL_NUMBERS],
        ..Detail::BASE
    }],
    required: &["docdate"],
    indexed_filters: &["docno"],
    note: "The vendor's Node sample records stock received here, its Python sample in `/stockadjustment`.",
    examples: include_str!("../examples/stockreceived.json"),
    ..DOCUMENT
};
