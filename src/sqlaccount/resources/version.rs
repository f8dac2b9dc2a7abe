use crate::catalogue::{Key, Kind, Methods, Resource, Sdk};

/// `/version`.
pub(super) const RESOURCE: Resource = Resource {
    path: "version",
    title: "App Version",
    plural: "App Version",
    module: "System",
    kind: Kind::System,
    key: Key::None,
    methods: Methods::Get,
    fields: &[],
    parameters: &[],
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
    examples: include_str!("../examples/version.json"),
    udf: Vec::new(),
};
