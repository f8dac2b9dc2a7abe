use crate::catalogue::{Detail, Key, Kind, Methods, Resource, Sdk};
use crate::sqlaccount::dictionary::{
    ATTACHMENTS, BUYINGRATE, CODE, COLOR, DATEFROM, DATETO, DESCRIPTION, FCGAINACCOUNT,
    FCLOSSACCOUNT, ISOCODE, OWNER_CODE, SELLINGRATE, SYMBOL,
};

/// `/currency`.
pub(super) const RESOURCE: Resource = Resource {
    path: "currency",
    title: "Currency",
    plural: "Currencies",
    module: "Maintenance",
    kind: Kind::Master,
    key: Key::Code,
    methods: Methods::All,
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
    parameters: &[],
    details: &[Detail {
        name: "sdscurrencyrate",
        title: "Exchange rates",
        key: None,
        fields: &[&[
            OWNER_CODE.size(30),
            DATEFROM,
            DATETO,
            BUYINGRATE,
            SELLINGRATE,
        ]],
        details: &[],
        sdk_mandatory: &["code", "datefrom", "dateto", "buyingrate", "sellingrate"],
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
    indexed_filters: &[],
    pdf: None,
    body_documented: true,
    note: "",
    examples: include_str!("../examples/currency.json"),
    udf: Vec::new(),
};
