use super::base::REPORT;
use crate::catalogue::ResourceEntry;
use crate::sqlaccount::dictionary::{
    REPORT_BATCH, REPORT_DATEFROM_EXP, REPORT_DATEFROM_MFG, REPORT_DATETO_EXP, REPORT_DATETO_MFG,
    REPORT_GROUPBY, REPORT_ITEM, REPORT_LOCATION, REPORT_SELECTDATE_MFG, REPORT_SORTBY,
    REPORT_STOCKGROUP,
};

/// `/stockbatchexpiry`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "stockbatchexpiry",
    title: "Stock Batch Expiry",
    plural: "Stock Batch Expiry",
    module: "Stock Reports",
    fields: &[],
    parameters: &[
        REPORT_DATEFROM_EXP,
        REPORT_DATETO_EXP,
        REPORT_SELECTDATE_MFG,
        REPORT_DATEFROM_MFG,
        REPORT_DATETO_MFG,
        REPORT_ITEM,
        REPORT_LOCATION,
        REPORT_BATCH,
        REPORT_STOCKGROUP,
        REPORT_GROUPBY,
        REPORT_SORTBY,
    ],
    pdf: Some(&[
        "Stock Batch Expiry - Level 2",
        "Stock Batch Expiry - Level 3",
    ]),
    examples: include_str!("../examples/stockbatchexpiry.json"),
    ..REPORT
};
