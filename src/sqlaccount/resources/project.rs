use crate::catalogue::{Key, Kind, Methods, Resource, Sdk};
use crate::sqlaccount::dictionary::{
    ATTACHMENTS, CODE, DESCRIPTION, DESCRIPTION2, ISACTIVE, PROJECTCOST, PROJECTVALUE,
};

/// `/project`.
pub(super) const RESOURCE: Resource = Resource {
    path: "project",
    title: "Project",
    plural: "Projects",
    module: "Maintenance",
    kind: Kind::Master,
    key: Key::Code,
    methods: Methods::All,
    fields: &[&[
        CODE.size(20),
        DESCRIPTION,
        DESCRIPTION2,
        PROJECTVALUE,
        PROJECTCOST,
        ATTACHMENTS,
        ISACTIVE,
    ]],
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
    examples: include_str!("../examples/project.json"),
    udf: Vec::new(),
};
