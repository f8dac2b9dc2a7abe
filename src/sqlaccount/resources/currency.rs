use super::base::MASTER;
use crate::catalogue::{Detail, ResourceEntry, Sdk};
use crate::sqlaccount::dictionary::{
    ATTACHMENTS, BUYINGRATE, CODE, COLOR, DATEFROM, DATETO, DESCRIPTION, FCGAINACCOUNT,
    FCLOSSACCOUNT, ISOCODE, OWNER_CODE, SELLINGRATE, SYMBOL,
};

/// `/currency`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "currency",
    title: "Currency",
    plural: "Currencies",
    module: "Maintenance",
    fields: &[&[
        CODE.size(6),
        DESCRIPTION.size(30),
        SYMBOL,
        ISOCODE,
        COLOR,
        BUYINGRATE,
        SELLINGRATE,
        FCGAINACCOUNT,
        FCLOSSACCOUNT,
        ATTACHMENTS,
    ]],
    details: &[Detail {
        name: "sdscurrencyrate",
        title: "Exchange rates",
        fields: &[&[
            OWNER_CODE.size(30),
            DATEFROM,
            DATETO,
            BUYINGRATE,
            SELLINGRATE,
        ]],
        sdk_mandatory: &["code", "datefrom", "dateto", "buyingrate", "sellingrate"],
        ..Detail::BASE
    }],
    required: &["code", "description"],
    sdk: Sdk {
        object: "CURRENCY",
        mandatory: &[
            "code",
            "description",
            "symbol",
            "isocode",
            "buyingrate",
            "sellingrate",
        ],
    },
    examples: include_str!("../examples/currency.json"),
    ..MASTER
};
