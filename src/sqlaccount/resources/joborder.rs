use super::base::DOCUMENT;
use crate::catalogue::{Detail, ResourceEntry};
use crate::sqlaccount::builds::STOCK_TIMES;
use crate::sqlaccount::dictionary::{
    AGENT, APPROVESTATE, AREA, ASMCOST, ATTACHMENTS, ATTENTION, AUTHBY, BATCH, BOMPACKAGE,
    CANCELLED, CANCELLEDDATE, CANCELLEDQTY, COMPANYNAME, CURRENCYCODE, CUSTOMER_CODE, DELIVERYDATE,
    DELIVERYTERM, DOCAMT, DOCDATE, DOCNOEX, DOCUMENT_DESCRIPTION, DOCUMENT_STATUS, FAX1,
    FROMDOCKEY, FROMDOCTYPE, FROMDTLKEY, LASTMODIFIED, LOCATION, MOBILE, MULTIPLY, NOTE, PHONE1,
    POSTDATE, PRINTCOUNT, PRODUCT_ITEMCODE, PRODUCT_QTY, PROJECT, RATE, REASON, REMARK, SHIPPER,
    SQTY, SUOMQTY, TERMS, TRANSFERABLE, UOM, UPDATECOUNT, VALIDITY,
};
use crate::sqlaccount::groups::{
    COMPONENT_ROW, DELIVERY_ADDRESS, INTERNAL, ITEM_ROW, LEDGER_NUMBERS, POSTAL_ADDRESS, REFERENCES,
};

/// `/joborder`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "joborder",
    title: "Job Order",
    plural: "Job Orders",
    module: "Production",
    fields: &[
        LEDGER_NUMBERS,
        &[
            DOCNOEX,
            DOCDATE,
            POSTDATE,
            DELIVERYDATE,
            CUSTOMER_CODE.unsized_(),
            COMPANYNAME,
        ],
        POSTAL_ADDRESS,
        &[
            PHONE1.unsized_(),
            MOBILE,
            FAX1,
            ATTENTION,
            AREA,
            AGENT,
            PROJECT,
            TERMS,
            SHIPPER,
            DOCUMENT_DESCRIPTION,
            CANCELLED,
            DOCUMENT_STATUS,
            DOCAMT,
            VALIDITY,
            DELIVERYTERM,
        ],
        REFERENCES,
        DELIVERY_ADDRESS,
        &[
            PRODUCT_ITEMCODE,
            LOCATION,
            BATCH,
            PRODUCT_QTY,
            UOM,
            RATE,
            SQTY,
            SUOMQTY,
            ASMCOST,
            MULTIPLY,
            AUTHBY,
            REASON,
            REMARK,
            FROMDOCTYPE,
            FROMDOCKEY,
            FROMDTLKEY,
            CANCELLEDDATE,
            CANCELLEDQTY,
            ATTACHMENTS,
            NOTE,
            APPROVESTATE,
            TRANSFERABLE,
            UPDATECOUNT,
            PRINTCOUNT,
            CURRENCYCODE.record_only(),
            BOMPACKAGE,
            LASTMODIFIED.since(STOCK_TIMES),
        ],
        INTERNAL,
    ],
    details: &[Detail {
        name: "sdsdocdetail",
        title: "Rows",
        key: Some("dtlkey"),
        fields: &[ITEM_ROW, COMPONENT_ROW],
        ..Detail::BASE
    }],
    indexed_filters: &["code", "docdate", "docno", "postdate"],
    examples: include_str!("../examples/joborder.json"),
    ..DOCUMENT
};
