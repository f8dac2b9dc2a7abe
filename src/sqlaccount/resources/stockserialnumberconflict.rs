use super::base::REPORT;
use crate::catalogue::ResourceEntry;
use crate::sqlaccount::dictionary::REPORT_ITEM;

/// `/stockserialnumberconflict`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "stockserialnumberconflict",
    title: "Stock Serial Number Conflict",
    plural: "Stock Serial Number Conflict",
    module: "Stock Reports",
    fields: &[],
    parameters: &[REPORT_ITEM],
    pdf: Some(&[
        "Stock Serial Number Conflict",
        "Stock Serial Number Conflict - By Itemcode",
    ]),
    examples: include_str!("../examples/stockserialnumberconflict.json"),
    ..REPORT
};
