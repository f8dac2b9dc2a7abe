//! Two invented resources, on which the engine is tested without any real API.

use super::{
    Catalogue, Derivation, Detail, Field, Formula, Key, Kind, Methods, Module, Numbering, Place,
    Resource, Rules, Sdk, Service, Stock,
};

const CODE: Field = Field::text("code")
    .size(10)
    .about("Code of the shelf.")
    .example("A-01");
const TITLE: Field = Field::text("title")
    .size(40)
    .about("What the record is called.")
    .example("Manuals");
const DOCKEY: Field = Field::integer("dockey")
    .about("Key of the note.")
    .example("7")
    .assigned();
const DOCNO: Field = Field::text("docno")
    .size(20)
    .about("Number of the note.")
    .example("N-00007");
const SHELF: Field = Field::text("shelf")
    .size(10)
    .about("Shelf on which it stands.")
    .example("A-01")
    .refers_to("shelfmark")
    .or("----");
const UPDATECOUNT: Field = Field::integer("updatecount")
    .about("How often it was changed.")
    .example("0")
    .assigned()
    .record_only();
const DTLKEY: Field = Field::integer("dtlkey")
    .about("Key of the line.")
    .example("71")
    .assigned();
const AMOUNT: Field = Field::decimal("amount")
    .scale(2)
    .about("Price of the line.")
    .example("12.50");
const STATE: Field = Field::text("state")
    .size(1)
    .about("Whether the line counts.")
    .example("Y")
    .codes(&[("Y", "counts"), ("N", "does not count")]);

pub(crate) fn catalogue() -> Catalogue {
    Catalogue {
        title: "Tiny API",
        service: Service {
            host: "https://tiny.example",
            region: "here",
            name: "tiny",
            page_size: 50,
            user_agent: "Mozilla/5.0",
            first_request: "shelfmark",
        },
        modules: &[Module {
            title: "Library",
            summary: "Shelves and notes.",
        }],
        resources: vec![SHELFMARK, NOTE],
        rules: RULES,
        stock: Stock::NONE,
        company: None,
        front_page: "{{ resources }} resources at {{ host }}\n",
    }
}

const RULES: Rules = Rules {
    change_counter: "updatecount",
    numbering: Numbering {
        field: "docno",
        digits: 5,
        sets: &[("N-", &["note"])],
    },
    derivations: &[Derivation {
        field: "title",
        place: Place::Record,
        only: &[],
        formula: Formula::Constant("Untitled"),
    }],
    ..Rules::NONE
};

const SHELFMARK: Resource = Resource {
    path: "shelfmark",
    title: "Shelf Mark",
    plural: "Shelf Marks",
    module: "Library",
    kind: Kind::Master,
    key: Key::Code,
    methods: Methods::All,
    fields: &[&[CODE, TITLE]],
    parameters: &[],
    details: &[],
    required: &["code"],
    sdk: Sdk {
        object: "",
        mandatory: &[],
    },
    indexed_filters: &["code"],
    pdf: None,
    body_documented: true,
    note: "",
    examples: r#"{"create": {"title": "Atlases", "code": "B-02"}, "created": {},
        "update": {"title": "Maps"}, "updated": {},
        "others": [{"code": "A-01", "title": "Manuals"}]}"#,
    udf: Vec::new(),
};

const NOTE: Resource = Resource {
    path: "note",
    title: "Note",
    plural: "Notes",
    module: "Library",
    kind: Kind::Document,
    key: Key::Dockey,
    methods: Methods::All,
    fields: &[&[DOCKEY, DOCNO, SHELF, UPDATECOUNT]],
    parameters: &[],
    details: &[Detail {
        name: "sdslines",
        title: "Lines",
        key: Some("dtlkey"),
        fields: &[&[DTLKEY, AMOUNT, STATE]],
        details: &[],
        sdk_mandatory: &[],
    }],
    required: &["shelf"],
    sdk: Sdk {
        object: "",
        mandatory: &[],
    },
    indexed_filters: &["docno"],
    pdf: Some(&["Note 1"]),
    body_documented: true,
    note: "",
    examples: r#"{
        "create": {"docno": "", "shelf": "A-01", "sdslines": [{"amount": "12.50", "state": "Y"}]},
        "created": {"dockey": 7, "docno": "N-00007", "sdslines": [{"dtlkey": 71}]},
        "update": {"updatecount": 1, "sdslines": [{"dtlkey": 71, "amount": "13.00"},
            {"amount": "1.00"}, {"dtlkey": -1, "amount": "2.00"}]},
        "updated": {"sdslines": [{}, {"dtlkey": 72}, {"dtlkey": 73}]},
        "others": []}"#,
    udf: Vec::new(),
};
