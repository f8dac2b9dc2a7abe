use super::base::REPORT;
use crate::catalogue::ResourceEntry;
use crate::sqlaccount::dictionary::{
    REPORT_AGENT, REPORT_AREA, REPORT_BATCH, REPORT_CATEGORY, REPORT_CATEGORYTPL, REPORT_DATEFROM,
    REPORT_DATETO, REPORT_GROUPBY, REPORT_HASCATEGORY, REPORT_ITEM, REPORT_ITEMCATEGORY,
    REPORT_LOCATION, REPORT_PRINTACTIVE, REPORT_PRINTINACTIVE, REPORT_PRINTNONSTOCKCONTROL,
    REPORT_PRINTSTOCKCONTROL, REPORT_PROJECT, REPORT_SELECTDATE, REPORT_SHOWCOST, REPORT_SHOWQTY,
    REPORT_SORTBY, REPORT_STOCKGROUP,
};

/// `/stockanalysis`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "stockanalysis",
    title: "Stock Analysis",
    plural: "Stock Analysis",
    module: "Stock Reports",
    fields: &[],
    parameters: &[
        REPORT_SELECTDATE,
        REPORT_DATEFROM,
        REPORT_DATETO,
        REPORT_ITEM,
        REPORT_LOCATION,
        REPORT_BATCH,
        REPORT_AGENT,
        REPORT_AREA,
        REPORT_PROJECT,
        REPORT_STOCKGROUP,
        REPORT_ITEMCATEGORY,
        REPORT_CATEGORY,
        REPORT_HASCATEGORY,
        REPORT_CATEGORYTPL,
        REPORT_PRINTINACTIVE,
        REPORT_PRINTACTIVE,
        REPORT_PRINTSTOCKCONTROL,
        REPORT_PRINTNONSTOCKCONTROL,
        REPORT_SHOWQTY,
        REPORT_SHOWCOST,
        REPORT_GROUPBY,
        REPORT_SORTBY,
    ],
    pdf: Some(&[]),
    examples: include_str!("../examples/stockanalysis.json"),
    ..REPORT
};
