use super::base::REPORT;
use crate::catalogue::ResourceEntry;
use crate::sqlaccount::dictionary::{
    REPORT_BATCH, REPORT_CATEGORY, REPORT_CATEGORYTPL, REPORT_DATETO, REPORT_EXCLUDEXFDATE,
    REPORT_FIELDNOCLASS, REPORT_GROUPBY, REPORT_HASCATEGORY, REPORT_ITEM, REPORT_ITEMCATEGORY,
    REPORT_LOCATION, REPORT_PRINTACTIVE, REPORT_PRINTINACTIVE, REPORT_PRINTNONSTOCKCONTROL,
    REPORT_PRINTSTOCKCONTROL, REPORT_SHOWCOST, REPORT_SHOWQTY, REPORT_SORTBY, REPORT_STOCKGROUP,
};

/// `/stockaging`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "stockaging",
    title: "Stock Aging",
    plural: "Stock Aging",
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
        REPORT_PRINTINACTIVE,
        REPORT_PRINTACTIVE,
        REPORT_PRINTSTOCKCONTROL,
        REPORT_PRINTNONSTOCKCONTROL,
        REPORT_EXCLUDEXFDATE,
        REPORT_SHOWQTY,
        REPORT_SHOWCOST,
        REPORT_FIELDNOCLASS,
        REPORT_GROUPBY,
        REPORT_SORTBY,
    ],
    pdf: Some(&[
        "Stock Aging 12 Mths - Level 2",
        "Stock Aging 12 Mths - Level 2-LS",
        "Stock Aging 12 Mths - Level 3",
    ]),
    examples: include_str!("../examples/stockaging.json"),
    ..REPORT
};
