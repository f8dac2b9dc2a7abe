use crate::catalogue::{Key, Kind, Methods, Resource, Sdk};
use crate::sqlaccount::dictionary::{CODE, DESCRIPTION, LASTMODIFIED};

/// `/pricetag`.
pub(super) const RESOURCE: Resource = Resource {
    path: "pricetag",
    title: "Price Tag",
    plural: "Price Tags",
    module: "Stock",
    kind: Kind::Master,
    key: Key::Code,
    methods: Methods::All,
    fields: &[&[CODE, DESCRIPTION, LASTMODIFIED]],
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
    examples: include_str!("../examples/pricetag.json"),
    udf: Vec::new(),
};
