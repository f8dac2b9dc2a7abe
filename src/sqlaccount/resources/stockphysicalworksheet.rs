use super::base::REPORT;
use crate::catalogue::ResourceEntry;
use crate::sqlaccount::dictionary::{
    REPORT_AGENT, REPORT_AREA, REPORT_BATCH, REPORT_CALCSERIALNUMBER, REPORT_CATEGORY,
    REPORT_CATEGORYTPL, REPORT_DATETO, REPORT_GROUPBY, REPORT_HASCATEGORY,
    REPORT_INCLUDEZEROBALANCE, REPORT_ITEM, REPORT_ITEMCATEGORY, REPORT_LOCATION,
    REPORT_PRINTACTIVE, REPORT_PRINTINACTIVE, REPORT_PRINTNONSTOCKCONTROL,
    REPORT_PRINTSTOCKCONTROL, REPORT_SORTBY, REPORT_STOCKGROUP,
};

/// `/stockphysicalworksheet`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "stockphysicalworksheet",
    title: "Stock Physical Worksheet",
    plural: "Stock Physical Worksheet",
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
        REPORT_ITEMCATEGORY,
        REPORT_CATEGORY,
        REPORT_HASCATEGORY,
        REPORT_CATEGORYTPL,
        REPORT_INCLUDEZEROBALANCE,
        REPORT_PRINTINACTIVE,
        REPORT_PRINTACTIVE,
        REPORT_PRINTSTOCKCONTROL,
        REPORT_PRINTNONSTOCKCONTROL,
        REPORT_CALCSERIALNUMBER,
        REPORT_GROUPBY,
        REPORT_SORTBY,
    ],
    pdf: Some(&[
        "Stock Physical Worksheet - Level 1 (with POnSO Info)",
        "Stock Physical Worksheet - Level 1",
        "Stock Physical Worksheet - Level 2 (with POnSO Info)",
    ]),
    examples: include_str!("../examples/stockphysicalworksheet.json"),
    ..REPORT
};
