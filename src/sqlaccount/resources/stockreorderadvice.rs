use super::base::REPORT;
use crate::catalogue::ResourceEntry;
use crate::sqlaccount::dictionary::{
    REPORT_AGENT, REPORT_AREA, REPORT_BATCH, REPORT_CATEGORY, REPORT_CATEGORYTPL, REPORT_DATETO,
    REPORT_GROUPBY, REPORT_HASCATEGORY, REPORT_HASSUPPLIER, REPORT_INCLUDEZEROLEVEL, REPORT_ITEM,
    REPORT_ITEMCATEGORY, REPORT_LOCATION, REPORT_PRINTACTIVE, REPORT_PRINTINACTIVE,
    REPORT_PRINTNONSTOCKCONTROL, REPORT_PRINTSTOCKCONTROL, REPORT_QTYLEVEL, REPORT_QTYTYPE,
    REPORT_SORTBY, REPORT_STOCKGROUP, REPORT_SUPPLIER,
};

/// `/stockreorderadvice`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "stockreorderadvice",
    title: "Stock Reorder Advice",
    plural: "Stock Reorder Advice",
    module: "Stock Reports",
    fields: &[],
    parameters: &[
        REPORT_DATETO,
        REPORT_ITEM,
        REPORT_LOCATION,
        REPORT_BATCH,
        REPORT_AGENT,
        REPORT_AREA,
        REPORT_STOCKGROUP,
        REPORT_HASSUPPLIER,
        REPORT_SUPPLIER,
        REPORT_ITEMCATEGORY,
        REPORT_CATEGORY,
        REPORT_HASCATEGORY,
        REPORT_CATEGORYTPL,
        REPORT_INCLUDEZEROLEVEL,
        REPORT_PRINTINACTIVE,
        REPORT_PRINTACTIVE,
        REPORT_PRINTSTOCKCONTROL,
        REPORT_PRINTNONSTOCKCONTROL,
        REPORT_QTYTYPE,
        REPORT_QTYLEVEL,
        REPORT_GROUPBY,
        REPORT_SORTBY,
    ],
    pdf: Some(&[
        "Stock Reorder Advice - Level 1 (with POnSO Info)",
        "Stock Reorder Advice - Level 1",
        "Stock Reorder Advice - Level 2 (with POnSO Info)",
    ]),
    examples: include_str!("../examples/stockreorderadvice.json"),
    ..REPORT
};
