use crate::catalogue::{Key, Kind, Methods, Resource, Sdk};
use crate::sqlaccount::groups::CODE_AND_DESCRIPTION;

/// `/area`.
pub(super) const RESOURCE: Resource = Resource {
    path: "area",
    title: "Area",
    plural: "Areas",
    module: "Maintenance",
    kind: Kind::Master,
    key: Key::Code,
    methods: Methods::All,
    fields: &[CODE_AND_DESCRIPTION],
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
    examples: include_str!("../examples/area.json"),
    udf: Vec::new(),
};
