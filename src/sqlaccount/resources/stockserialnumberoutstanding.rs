use crate::catalogue::{Key, Kind, Methods, Resource, Sdk};
use crate::sqlaccount::dictionary::{
    REPORT_DATEFROM, REPORT_DATETO, REPORT_ITEM, REPORT_SELECTDATE,
};

/// `/stockserialnumberoutstanding`.
pub(super) const RESOURCE: Resource = Resource {
    path: "stockserialnumberoutstanding",
    title: "Stock Serial Number Outstanding",
    plural: "Stock Serial Number Outstanding",
    module: "Stock Reports",
    kind: Kind::Report,
    key: Key::None,
    methods: Methods::Get,
    fields: &[],
    parameters: &[
        REPORT_SELECTDATE,
        REPORT_DATEFROM,
        REPORT_DATETO,
        REPORT_ITEM,
    ],
    details: &[],
    required: &[],
    sdk: Sdk {
        object: "",
        mandatory: &[],
    },
    indexed_filters: &[],
    pdf: Some(&["Stock Serial Number Outstanding"]),
    body_documented: true,
    note: "",
    examples: include_str!("../examples/stockserialnumberoutstanding.json"),
    udf: Vec::new(),
};
