use super::base::MASTER;
use crate::catalogue::ResourceEntry;
use crate::sqlaccount::dictionary::{
    ACCNO, ATTACHMENTS, BANKCHARGEACCOUNT, BANKID, CURRENCYCODE, DATA, DESCRIPTION, GIRO, JOURNAL,
    ORDOCNUMBER, OVERDRAFTLIMIT, PMMETHOD_OWN_CODE, PVDOCNUMBER,
};

/// `/pmmethod`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "pmmethod",
    title: "Payment Method",
    plural: "Payment Methods",
    module: "Maintenance",
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
    note: "The vendor's collection creates and updates it; a third-party client found it to be read and delete only.",
    examples: include_str!("../examples/pmmethod.json"),
    ..MASTER
};
