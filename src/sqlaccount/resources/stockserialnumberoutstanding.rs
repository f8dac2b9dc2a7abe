use super::base::REPORT;
use crate::catalogue::ResourceEntry;
use crate::sqlaccount::dictionary::{
    REPORT_DATEFROM, REPORT_DATETO, REPORT_ITEM, REPORT_SELECTDATE,
};

/// `/stockserialnumberoutstanding`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "stockserialnumberoutstanding",
    title: "Stock Serial Number Outstanding",
    plural: "Stock Serial Number Outstanding",
    module: "Stock Reports",
    fields: &[],
    parameters: &[
        REPORT_SELECTDATE,
        REPORT_DATEFROM,
        REPORT_DATETO,
        REPORT_ITEM,
    ],
    pdf: Some(&["Stock Serial Number Outstanding"]),
    examples: include_str!("../examples/stockserialnumberoutstanding.json"),
    ..REPORT
};
