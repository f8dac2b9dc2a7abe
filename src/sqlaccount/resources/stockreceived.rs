use crate::catalogue::{Detail, Key, Kind, Methods, Resource, Sdk};
use crate::sqlaccount::dictionary::{
    AGENT, AREA, CHANGED, COST_AMOUNT, DOCAMT, DOCUMENT_DESCRIPTION, PRINTABLE, QTY, RATE, REMARK1,
    REMARK2, SERIALNUMBER, SQTY, SUOMQTY, UNITCOST, UOM,
};
use crate::sqlaccount::groups::{INTERNAL, ITEM_ROW, STOCK_NUMBERS, STOCK_STATE};

/// `/stockreceived`.
pub(super) const RESOURCE: Resource = Resource {
    path: "stockreceived",
    title: "Stock Received",
    plural: "Stock Received",
    module: "Stock",
    kind: Kind::Document,
    key: Key::Dockey,
    methods: Methods::All,
    fields: &[
        STOCK_NUMBERS,
        &[DOCUMENT_DESCRIPTION, AREA, AGENT, DOCAMT],
        STOCK_STATE,
        INTERNAL,
    ],
    parameters: &[],
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
        details: &[Detail {
            name: "sdsserialnumber",
            title: "Serial numbers",
            key: None,
            fields: &[&[SERIALNUMBER.unsized_()]],
            details: &[],
            sdk_mandatory: &[],
        }],
        sdk_mandatory: &[],
    }],
    required: &["docdate"],
    sdk: Sdk {
        object: "",
        mandatory: &[],
    },
    indexed_filters: &["docno"],
    pdf: None,
    body_documented: true,
    note: "The vendor's Node sample records stock received here, its Python sample in `/stockadjustment`.",
    examples: include_str!("../examples/stockreceived.json"),
    udf: Vec::new(),
};
