use super::base::REPORT;
use crate::catalogue::ResourceEntry;
use crate::sqlaccount::dictionary::REPORT_ITEMCODE;

/// `/stockbalanceinquiry`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "stockbalanceinquiry",
    title: "Stock Balance Inquiry",
    plural: "Stock Balance Inquiry",
    module: "Stock Reports",
    fields: &[],
    parameters: &[REPORT_ITEMCODE],
    examples: include_str!("../examples/stockbalanceinquiry.json"),
    ..REPORT
};
