use crate::catalogue::{Key, Kind, Methods, Resource, Sdk};
use crate::sqlaccount::dictionary::{AUTOKEY, CODE, DESCRIPTION, ISACTIVE, ISDEFAULT, ROWVER};

/// `/tariff`.
pub(super) const RESOURCE: Resource = Resource {
    path: "tariff",
    title: "Tariff",
    plural: "Tariffs",
    module: "Maintenance",
    kind: Kind::Master,
    key: Key::Autokey,
    methods: Methods::All,
    fields: &[&[
        AUTOKEY,
        CODE.size(20),
        DESCRIPTION,
        ISDEFAULT,
        ISACTIVE,
        ROWVER,
    ]],
    parameters: &[],
    details: &[],
    required: &["code", "description"],
    sdk: Sdk {
        object: "",
        mandatory: &[],
    },
    indexed_filters: &["code"],
    pdf: None,
    body_documented: false,
    note: "The vendor's collection shows an empty body: which fields can be written is not documented.",
    examples: include_str!("../examples/tariff.json"),
    udf: Vec::new(),
};
