use super::base::REPORT;
use crate::catalogue::Entry;
use crate::sqlaccount::dictionary::REPORT_ITEMCODE;

/// `/stockbalanceinquiry`.
pub(super) const RESOURCE: Entry = Entry {
    path: "stockbalanceinquiry",
    title: "Stock Balance Inquiry",
    plural: "Stock Balance Inquiry",
    module: "Stock Reports",
    fields: &[],
    parameters: &[REPORT_ITEMCODE],
    examples: include_str!("../examples/stockbalanceinquiry.json"),
    ..REPORT
};
