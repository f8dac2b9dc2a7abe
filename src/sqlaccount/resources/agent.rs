use crate::catalogue::{Key, Kind, Methods, Resource, Sdk};
use crate::sqlaccount::groups::CODE_AND_DESCRIPTION;

/// `/agent`.
pub(super) const RESOURCE: Resource = Resource {
    path: "agent",
    title: "Agent",
    plural: "Agents",
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
    examples: include_str!("../examples/agent.json"),
    udf: Vec::new(),
};
