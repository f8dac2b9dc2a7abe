use super::base::REPORT;
use crate::catalogue::ResourceEntry;
use crate::sqlaccount::dictionary::{
    REPORT_BATCH, REPORT_CALCSERIALNUMBER, REPORT_CATEGORY, REPORT_CATEGORYTPL, REPORT_DATETO,
    REPORT_GROUPBY, REPORT_HASCATEGORY, REPORT_INCLUDEZEROBALANCE, REPORT_ITEM,
    REPORT_ITEMCATEGORY, REPORT_LOCATION, REPORT_MERGESAMECOST, REPORT_PRINTACTIVE,
    REPORT_PRINTINACTIVE, REPORT_PRINTNONSTOCKCONTROL, REPORT_PRINTSTOCKCONTROL, REPORT_SORTBY,
    REPORT_STOCKGROUP,
};

/// `/stockmonthendbalance`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "stockmonthendbalance",
    title: "Stock Month End",
    plural: "Stock Month End",
    module: "Stock Reports",
    fields: &[],
    parameters: &[
        REPORT_DATETO,
        REPORT_ITEM,
        REPORT_LOCATION,
        REPORT_BATCH,
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
        REPORT_MERGESAMECOST,
        REPORT_CALCSERIALNUMBER,
        REPORT_GROUPBY,
        REPORT_SORTBY,
    ],
    pdf: Some(&[
        "Stock Month End Balance - Level 3",
        "Stock Month End Balance - Level 4",
        "Stock Month End Balance - Location in Column",
    ]),
    examples: include_str!("../examples/stockmonthendbalance.json"),
    ..REPORT
};
