use super::base::DOCUMENT;
use crate::catalogue::{Detail, ResourceEntry, Sdk};
use crate::sqlaccount::dictionary::{
    AGENT, AREA, BOOKQTY, CHANGED, COST_AMOUNT, DOCAMT, DOCUMENT_DESCRIPTION, PHYSICALQTY,
    PRINTABLE, QTY, RATE, REMARK1, REMARK2, SQTY, SUOMQTY, UNITCOST, UOM, WRITEOFF,
};
use crate::sqlaccount::groups::{INTERNAL, ITEM_ROW, STOCK_NUMBERS, STOCK_STATE};

/// `/stockadjustment`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "stockadjustment",
    title: "Stock Adjustment",
    plural: "Stock Adjustments",
    module: "Stock",
    fields: &[
        STOCK_NUMBERS,
        &[DOCUMENT_DESCRIPTION, AREA, AGENT, DOCAMT, WRITEOFF],
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
                BOOKQTY,
                PHYSICALQTY,
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
        sdk_mandatory: &[
            "seq",
            "itemcode",
            "description",
            "qty",
            "uom",
            "rate",
            "sqty",
            "unitcost",
            "amount",
        ],
        ..Detail::BASE
    }],
    required: &["docdate"],
    sdk: Sdk {
        object: "ST_AJ",
        mandatory: &["docno", "docdate", "postdate", "description", "cancelled"],
    },
    indexed_filters: &["docno"],
    note: "The vendor's Python sample records stock received here, its Node sample in `/stockreceived`.",
    examples: include_str!("../examples/stockadjustment.json"),
    ..DOCUMENT
};
