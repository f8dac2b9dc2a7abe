use super::base::DOCUMENT;
use crate::catalogue::{Detail, ResourceEntry};
use crate::sqlaccount::dictionary::{
    ACCOUNT_CODE, AGENT, APPROVESTATE, AREA, ATTACHMENTS, CANCELLED, CHANGED, CR,
    DOCUMENT_DESCRIPTION, DOCUMENT_STATUS, DR, DTLKEY, GLTRANSID, JOURNAL, LASTMODIFIED,
    PRINTCOUNT, PROJECT, REF, ROW_DESCRIPTION, ROW_DOCKEY, SEQ, UPDATECOUNT,
};
use crate::sqlaccount::groups::{INTERNAL, STOCK_NUMBERS};

/// `/bankadjustment`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "bankadjustment",
    title: "Bank Adjustment",
    plural: "Bank Adjustments",
    module: "GL",
    fields: &[
        STOCK_NUMBERS,
        &[
            JOURNAL,
            DOCUMENT_DESCRIPTION.size(200),
            CANCELLED,
            DOCUMENT_STATUS,
            UPDATECOUNT,
            ATTACHMENTS,
            APPROVESTATE,
            PRINTCOUNT,
            LASTMODIFIED,
        ],
        INTERNAL,
        &[GLTRANSID.list_only()],
    ],
    details: &[Detail {
        name: "sdsdocdetail",
        title: "Rows",
        key: Some("dtlkey"),
        fields: &[&[
            DTLKEY,
            ROW_DOCKEY,
            SEQ,
            ACCOUNT_CODE,
            AREA,
            AGENT,
            PROJECT,
            ROW_DESCRIPTION.size(80),
            REF,
            DR,
            CR,
            CHANGED,
        ]],
        ..Detail::BASE
    }],
    indexed_filters: &["docno"],
    examples: include_str!("../examples/bankadjustment.json"),
    ..DOCUMENT
};
