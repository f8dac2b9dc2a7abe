use crate::catalogue::{Key, Kind, Methods, Resource, Sdk};
use crate::sqlaccount::dictionary::{
    ACCNO, ATTACHMENTS, BANKCHARGEACCOUNT, BANKID, CURRENCYCODE, DATA, DESCRIPTION, GIRO, JOURNAL,
    ORDOCNUMBER, OVERDRAFTLIMIT, PMMETHOD_OWN_CODE, PVDOCNUMBER,
};

/// `/pmmethod`.
pub(super) const RESOURCE: Resource = Resource {
    path: "pmmethod",
    title: "Payment Method",
    plural: "Payment Methods",
    module: "Maintenance",
    kind: Kind::Master,
    key: Key::Code,
    methods: Methods::All,
    fields: &[&[
        PMMETHOD_OWN_CODE,
        JOURNAL,
        BANKCHARGEACCOUNT,
        CURRENCYCODE,
        DESCRIPTION.record_only(),
        OVERDRAFTLIMIT,
        ATTACHMENTS,
        GIRO,
        DATA,
        BANKID,
        ACCNO.record_only(),
        ORDOCNUMBER,
        PVDOCNUMBER,
    ]],
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
    note: "The vendor's collection creates and updates it; a third-party client found it to be read and delete only.",
    examples: include_str!("../examples/pmmethod.json"),
    udf: Vec::new(),
};
