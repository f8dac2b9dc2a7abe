use crate::catalogue::{Key, Kind, Methods, Resource, Sdk};
use crate::sqlaccount::dictionary::REPORT_ITEMCODE;

/// `/stockbalanceinquiry`.
pub(super) const RESOURCE: Resource = Resource {
    path: "stockbalanceinquiry",
    title: "Stock Balance Inquiry",
    plural: "Stock Balance Inquiry",
    module: "Stock Reports",
    kind: Kind::Report,
    key: Key::None,
    methods: Methods::Get,
    fields: &[],
    parameters: &[REPORT_ITEMCODE],
    details: &[],
    required: &[],
    sdk: Sdk {
        object: "",
        mandatory: &[],
    },
    indexed_filters: &[],
    pdf: None,
    body_documented: true,
    note: "",
    examples: include_str!("../examples/stockbalanceinquiry.json"),
    udf: Vec::new(),
};
