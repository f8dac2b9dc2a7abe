use crate::catalogue::{Key, Kind, Methods, Resource, Sdk};
use crate::sqlaccount::dictionary::REPORT_ITEM;

/// `/stockserialnumberconflict`.
pub(super) const RESOURCE: Resource = Resource {
    path: "stockserialnumberconflict",
    title: "Stock Serial Number Conflict",
    plural: "Stock Serial Number Conflict",
    module: "Stock Reports",
    kind: Kind::Report,
    key: Key::None,
    methods: Methods::Get,
    fields: &[],
    parameters: &[REPORT_ITEM],
    details: &[],
    required: &[],
    sdk: Sdk {
        object: "",
        mandatory: &[],
    },
    indexed_filters: &[],
    pdf: Some(&[
        "Stock Serial Number Conflict",
        "Stock Serial Number Conflict - By Itemcode",
    ]),
    body_documented: true,
    note: "",
    examples: include_str!("../examples/stockserialnumberconflict.json"),
    udf: Vec::new(),
};
