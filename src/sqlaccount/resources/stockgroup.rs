use crate::catalogue::{Key, Kind, Methods, Resource, Sdk};
use crate::sqlaccount::dictionary::{
    ATTACHMENTS, BALANCESTOCK, CASHPURCHASE, CASHSALES, CODE, COSTINGMETHOD, DESCRIPTION, ISACTIVE,
    LASTMODIFIED, PURCHASE, PURCHASERETURNED, SALES, SALESRETURNED,
};

/// `/stockgroup`.
pub(super) const RESOURCE: Resource = Resource {
    path: "stockgroup",
    title: "Stock Group",
    plural: "Stock Groups",
    module: "Stock",
    kind: Kind::Master,
    key: Key::Code,
    methods: Methods::All,
    fields: &[&[
        CODE.size(20),
        DESCRIPTION,
        SALES,
        SALESRETURNED,
        CASHSALES,
        PURCHASE,
        CASHPURCHASE,
        PURCHASERETURNED,
        BALANCESTOCK,
        ATTACHMENTS,
        COSTINGMETHOD,
        ISACTIVE,
        LASTMODIFIED,
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
    examples: include_str!("../examples/stockgroup.json"),
    udf: Vec::new(),
};
