use super::base::REPORT;
use crate::catalogue::ResourceEntry;
use crate::sqlaccount::dictionary::{
    REPORT_BATCH, REPORT_CALCSERIALNUMBER, REPORT_CATEGORY, REPORT_CATEGORYTPL, REPORT_DATEFROM,
    REPORT_DATETO, REPORT_HASCATEGORY, REPORT_INCLUDEZEROBALANCE, REPORT_ITEM, REPORT_ITEMCATEGORY,
    REPORT_LOCATION, REPORT_MERGESAMECOST, REPORT_PRINTACTIVE, REPORT_PRINTINACTIVE,
    REPORT_PRINTNONSTOCKCONTROL, REPORT_PRINTSTOCKCONTROL, REPORT_SELECTDATE, REPORT_STOCKGROUP,
};

/// `/stockcard`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "stockcard",
    title: "Stock Card",
    plural: "Stock Card",
    module: "Stock Reports",
    fields: &[],
    parameters: &[
        REPORT_SELECTDATE,
        REPORT_DATEFROM,
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
    ],
    pdf: Some(&["Stock Card - Location + SerialNo", "Stock Card"]),
    examples: include_str!("../examples/stockcard.json"),
    ..REPORT
};
