use super::base::REPORT;
use crate::catalogue::ResourceEntry;
use crate::sqlaccount::dictionary::{
    REPORT_AGENT, REPORT_AREA, REPORT_BATCH, REPORT_CALCSERIALNUMBER, REPORT_CATEGORY,
    REPORT_CATEGORYTPL, REPORT_DATEFROM, REPORT_DATETO, REPORT_GROUPBY, REPORT_HASCATEGORY,
    REPORT_INCLUDEZEROBALANCE, REPORT_ITEM, REPORT_ITEMCATEGORY, REPORT_LOCATION,
    REPORT_MERGESAMECOST, REPORT_PRINTACTIVE, REPORT_PRINTINACTIVE, REPORT_PRINTNONSTOCKCONTROL,
    REPORT_PRINTSTOCKCONTROL, REPORT_PROJECT, REPORT_SELECTDATE, REPORT_SORTBY, REPORT_STOCKGROUP,
};

/// `/stockcardqty`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "stockcardqty",
    title: "Stock Card Qty",
    plural: "Stock Card Qty",
    module: "Stock Reports",
    fields: &[],
    parameters: &[
        REPORT_SELECTDATE,
        REPORT_DATEFROM,
        REPORT_DATETO,
        REPORT_ITEM,
        REPORT_LOCATION,
        REPORT_PROJECT,
        REPORT_AGENT,
        REPORT_AREA,
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
    pdf: Some(&["Stock Card Qty - Level 1", "Stock Card Qty - Level 2"]),
    examples: include_str!("../examples/stockcardqty.json"),
    ..REPORT
};
