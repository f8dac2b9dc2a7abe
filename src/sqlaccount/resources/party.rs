use super::base::MASTER;
use crate::catalogue::{Detail, ResourceEntry};
use crate::sqlaccount::groups::{BANK_ACCOUNT, BRANCH, CREDIT_CONTROL, PARTY_RECORD, PARTY_TARIFF};

/// What customers and suppliers have in common.
pub(super) const PARTY: ResourceEntry = ResourceEntry {
    fields: &[PARTY_RECORD],
    details: &[
        Detail {
            name: "sdsbranch",
            title: "Branches",
            key: Some("dtlkey"),
            fields: &[BRANCH],
            sdk_mandatory: &["code", "branchtype", "branchname"],
            ..Detail::BASE
        },
        Detail {
            name: "sdscreditcontrol",
            title: "Credit control",
            key: Some("dtlkey"),
            fields: &[CREDIT_CONTROL],
            sdk_mandatory: &["code", "doctype", "controltype"],
            ..Detail::BASE
        },
        Detail {
            name: "sdsbankacc",
            title: "Bank accounts",
            key: Some("autokey"),
            fields: &[BANK_ACCOUNT],
            sdk_mandatory: &[
                "autokey", "code", "bank", "accno", "accname", "idtype", "id", "isactive",
            ],
            ..Detail::BASE
        },
        Detail {
            name: "sdstariff",
            title: "Tariffs",
            key: Some("autokey"),
            fields: &[PARTY_TARIFF],
            ..Detail::BASE
        },
    ],
    required: &[
        "code",
        "controlaccount",
        "companyname",
        "companycategory",
        "area",
        "agent",
        "creditterm",
        "statementtype",
        "currencycode",
        "agingon",
        "idtype",
        "submissiontype",
        "status",
    ],
    indexed_filters: &["code"],
    ..MASTER
};
