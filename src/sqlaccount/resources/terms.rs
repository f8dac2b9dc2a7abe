use crate::catalogue::{Key, Kind, Methods, Resource, Sdk};
use crate::sqlaccount::dictionary::{
    ATTACHMENTS, CODE, DESCRIPTION, ISACTIVE, TERMDAY, TERMMONTH, TERMTYPE,
};

/// `/terms`.
pub(super) const RESOURCE: Resource = Resource {
    path: "terms",
    title: "Terms",
    plural: "Terms",
    module: "Maintenance",
    kind: Kind::Master,
    key: Key::Code,
    methods: Methods::All,
    fields: &[&[
        CODE,
        DESCRIPTION,
        TERMTYPE,
        TERMDAY,
        TERMMONTH,
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
    examples: include_str!("../examples/terms.json"),
    udf: Vec::new(),
};
