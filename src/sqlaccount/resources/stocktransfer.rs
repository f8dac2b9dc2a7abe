use super::base::DOCUMENT;
use crate::catalogue::{Detail, ResourceEntry, Sdk};
use crate::sqlaccount::dictionary::{
    AGENT, AMOUNTWITHTAX, AREA, BATCH, CHANGED, COMPANYITEMCODE, COMPANYNAME, CURRENCYRATE,
    CUSTOMER_CODE, DESCRIPTION2, DESCRIPTION3, DISC, DOCAMT, DOCDATE, DOCUMENT_DESCRIPTION, DTLKEY,
    FROMLOCATION, ITEMCODE, LOCALDOCAMT, NUMBER, POSTDATE, PRINTABLE, PROJECT, QTY, RATE, REMARK1,
    REMARK2, ROW_DESCRIPTION, ROW_DOCKEY, SEQ, SERIALNUMBER, SQTY, STYLEID, SUOMQTY, TAX,
    TOLOCATION, UNITCOST, UNITPRICE, UOM,
};
use crate::sqlaccount::groups::{INTERNAL, LEDGER_NUMBERS, ROW_TAX, STOCK_STATE};

/// `/stocktransfer`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "stocktransfer",
    title: "Stock Transfer",
    plural: "Stock Transfers",
    module: "Stock",
    fields: &[
        LEDGER_NUMBERS,
        &[
            CUSTOMER_CODE,
            COMPANYNAME,
            DOCDATE,
            POSTDATE,
            CURRENCYRATE,
            DOCUMENT_DESCRIPTION,
            AREA,
            AGENT,
            DOCAMT,
            LOCALDOCAMT,
        ],
        STOCK_STATE,
        INTERNAL,
    ],
    details: &[Detail {
        name: "sdsdocdetail",
        title: "Rows",
        key: Some("dtlkey"),
        fields: &[
            &[
                DTLKEY,
                ROW_DOCKEY,
                SEQ,
                STYLEID,
                NUMBER,
                ITEMCODE,
                FROMLOCATION,
                TOLOCATION,
                BATCH,
                PROJECT,
                ROW_DESCRIPTION,
                DESCRIPTION2,
                DESCRIPTION3,
                UOM,
                QTY,
                SUOMQTY,
                RATE,
                SQTY,
                UNITPRICE,
                DISC,
                TAX,
            ],
            ROW_TAX,
            &[
                AMOUNTWITHTAX,
                PRINTABLE,
                REMARK1,
                REMARK2,
                UNITCOST,
                COMPANYITEMCODE,
                CHANGED,
            ],
        ],
        details: &[Detail {
            name: "sdsserialnumber",
            title: "Serial numbers",
            fields: &[&[SERIALNUMBER.unsized_()]],
            ..Detail::BASE
        }],
        sdk_mandatory: &[
            "seq",
            "itemcode",
            "description",
            "uom",
            "qty",
            "rate",
            "sqty",
            "unitprice",
        ],
    }],
    required: &["docdate"],
    sdk: Sdk {
        object: "ST_XF",
        mandatory: &[
            "docno",
            "docdate",
            "postdate",
            "description",
            "docamt",
            "cancelled",
        ],
    },
    indexed_filters: &["docno"],
    examples: include_str!("../examples/stocktransfer.json"),
    ..DOCUMENT
};
