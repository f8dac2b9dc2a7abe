use crate::catalogue::{Key, Kind, Methods, Resource, Sdk};
use crate::sqlaccount::dictionary::{
    REPORT_BATCH, REPORT_DATEFROM_EXP, REPORT_DATEFROM_MFG, REPORT_DATETO_EXP, REPORT_DATETO_MFG,
    REPORT_GROUPBY, REPORT_ITEM, REPORT_LOCATION, REPORT_SELECTDATE_MFG, REPORT_SORTBY,
    REPORT_STOCKGROUP,
};

/// `/stockbatchexpiry`.
pub(super) const RESOURCE: Resource = Resource {
    path: "stockbatchexpiry",
    title: "Stock Batch Expiry",
    plural: "Stock Batch Expiry",
    module: "Stock Reports",
    kind: Kind::Report,
    key: Key::None,
    methods: Methods::Get,
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
    details: &[],
    required: &[],
    sdk: Sdk {
        object: "",
        mandatory: &[],
    },
    indexed_filters: &[],
    pdf: Some(&[
        "Stock Batch Expiry - Level 2",
        "Stock Batch Expiry - Level 3",
    ]),
    body_documented: true,
    note: "",
    examples: include_str!("../examples/stockbatchexpiry.json"),
    udf: Vec::new(),
};
