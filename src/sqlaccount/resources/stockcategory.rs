use crate::catalogue::{Key, Kind, Methods, Resource, Sdk};
use crate::sqlaccount::dictionary::{CODE, DESCRIPTION};

/// `/stockcategory`.
pub(super) const RESOURCE: Resource = Resource {
    path: "stockcategory",
    title: "Stock Category",
    plural: "Stock Categories",
    module: "Stock",
    kind: Kind::Master,
    key: Key::Code,
    methods: Methods::All,
    fields: &[&[CODE.size(15), DESCRIPTION]],
    parameters: &[],
    details: &[],
    required: &["code", "description"],
    sdk: Sdk {
        object: "",
        mandatory: &[],
    },
    indexed_filters: &[],
    pdf: None,
    body_documented: true,
    note: "",
    examples: include_str!("../examples/stockcategory.json"),
    udf: Vec::new(),
};
