use crate::catalogue::{Key, Kind, Methods, Resource, Sdk};
use crate::sqlaccount::dictionary::{ATTACHMENTS, CODE, DESCRIPTION, ISACTIVE};

/// `/companycategory`.
pub(super) const RESOURCE: Resource = Resource {
    path: "companycategory",
    title: "Company Category",
    plural: "Company Categories",
    module: "Maintenance",
    kind: Kind::Master,
    key: Key::Code,
    methods: Methods::All,
    fields: &[&[CODE.size(15), DESCRIPTION, ATTACHMENTS, ISACTIVE]],
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
    examples: include_str!("../examples/companycategory.json"),
    udf: Vec::new(),
};
