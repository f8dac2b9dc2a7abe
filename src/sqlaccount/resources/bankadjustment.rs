use crate::catalogue::{Detail, Key, Kind, Methods, Resource, Sdk};
use crate::sqlaccount::dictionary::{
    ACCOUNT_CODE, AGENT, APPROVESTATE, AREA, ATTACHMENTS, CANCELLED, CHANGED, CR,
    DOCUMENT_DESCRIPTION, DOCUMENT_STATUS, DR, DTLKEY, GLTRANSID, JOURNAL, LASTMODIFIED,
    PRINTCOUNT, PROJECT, REF, ROW_DESCRIPTION, ROW_DOCKEY, SEQ, UPDATECOUNT,
};
use crate::sqlaccount::groups::{INTERNAL, STOCK_NUMBERS};

/// `/bankadjustment`.
pub(super) const RESOURCE: Resource = Resource {
    path: "bankadjustment",
    title: "Bank Adjustment",
    plural: "Bank Adjustments",
    module: "GL",
    kind: Kind::Document,
    key: Key::Dockey,
    methods: Methods::All,
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
    parameters: &[],
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
        details: &[],
        sdk_mandatory: &[],
    }],
    required: &[],
    sdk: Sdk {
        object: "",
        mandatory: &[],
    },
    indexed_filters: &["docno"],
    pdf: None,
    body_documented: true,
    note: "",
    examples: include_str!("../examples/bankadjustment.json"),
    udf: Vec::new(),
};
