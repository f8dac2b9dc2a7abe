use super::base::MASTER;
use crate::catalogue::{Detail, ResourceEntry, Sdk};
use crate::sqlaccount::dictionary::{
    AMOUNT, ATTACHMENTS, CODE, DESCRIPTION, DESCRIPTION2, DESCRIPTION3, DISC, DTLKEY, ISACTIVE,
    ITEMCODE, LASTMODIFIED, LOCATION, NUMBER, OWNER_CODE, PRINTABLE, PROJECT, QTY, RATE, REFPRICE,
    REMARK1, REMARK2, ROW_DESCRIPTION, SEQ, SQTY, STYLEID, SUOMQTY, UNITAMOUNT, UOM,
};

/// `/itemtemplate`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "itemtemplate",
    title: "Item Template",
    plural: "Item Templates",
    module: "Stock",
    fields: &[&[
        CODE.unsized_(),
        DESCRIPTION,
        DESCRIPTION2,
        DESCRIPTION3,
        ISACTIVE,
        REFPRICE,
        ATTACHMENTS,
        LASTMODIFIED,
    ]],
    details: &[Detail {
        name: "sdsitemtpldtl",
        title: "Items",
        key: Some("dtlkey"),
        fields: &[&[
            DTLKEY,
            OWNER_CODE.unsized_(),
            SEQ,
            STYLEID,
            NUMBER,
            ITEMCODE,
            LOCATION,
            PROJECT,
            ROW_DESCRIPTION.unsized_(),
            DESCRIPTION2,
            DESCRIPTION3,
            QTY,
            SUOMQTY,
            UOM,
            RATE,
            SQTY,
            UNITAMOUNT,
            AMOUNT,
            DISC,
            PRINTABLE,
            REMARK1,
            REMARK2,
        ]],
        ..Detail::BASE
    }],
    required: &["code", "description"],
    sdk: Sdk {
        object: "ST_ITEM_TPL",
        mandatory: &[],
    },
    examples: include_str!("../examples/itemtemplate.json"),
    ..MASTER
};
