use super::base::MASTER;
use crate::catalogue::ResourceEntry;
use crate::sqlaccount::dictionary::{
    ATTACHMENTS, BALANCESTOCK, CASHPURCHASE, CASHSALES, CODE, COSTINGMETHOD, DESCRIPTION, ISACTIVE,
    LASTMODIFIED, PURCHASE, PURCHASERETURNED, SALES, SALESRETURNED,
};

/// `/stockgroup`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "stockgroup",
    title: "Stock Group",
    plural: "Stock Groups",
    module: "Stock",
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
    required: &["code", "description"],
    examples: include_str!("../examples/stockgroup.json"),
    ..MASTER
};
