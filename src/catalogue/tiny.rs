//! Two invented resources, on which the engine is tested without any real API.

use super::{
    Answers, Catalogue, Conventions, Credentials, Derivation, Detail, Field, FieldOwner, Formula,
    Key, Method, Module, Numbering, Paging, Resource, ResourceEntry, ResourceKind, Rules, Service,
    Stock,
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
            user_agent: Some("Mozilla/5.0"),
            credentials: Credentials::AWS,
            first_request: "shelfmark",
        },
        modules: &[Module {
            title: "Library",
            summary: "Shelves and notes.",
        }],
        resources: Resource::all(&[SHELFMARK, NOTE]),
        builds: &[],
        build: None,
        rules: RULES,
        stock: Stock::NONE,
        company: None,
        conventions: CONVENTIONS,
        templates: &[],
        front_page: "{{ resources }} resources at {{ host }}\n",
    }
}

const CONVENTIONS: Conventions = Conventions {
    paging: Paging::Offset {
        parameter: "offset",
        size: 50,
        echo: None,
    },
    answers: Answers {
        records: Some("data"),
        get_is_list: true,
        ..Answers::PLAIN
    },
    empty_body: Some("the body is empty"),
    own_fields: Some("udf_"),
    ..Conventions::PLAIN
};

const RULES: Rules = Rules {
    change_counter: "updatecount",
    code: "code",
    numbering: Numbering {
        field: "docno",
        within: ("", &[]),
        digits: 5,
        sets: &[("N-", &["note"])],
    },
    derivations: &[Derivation {
        field: "title",
        owner: FieldOwner::Record,
        only: &[],
        formula: Formula::Constant("Untitled"),
        fixed: false,
    }],
    ..Rules::NONE
};

const SHELFMARK: ResourceEntry = ResourceEntry {
    path: "shelfmark",
    title: "Shelf Mark",
    plural: "Shelf Marks",
    module: "Library",
    key: Some(Key::chosen("code")),
    methods: Method::ALL,
    reads_by_filter: true,
    fields: &[&[CODE, TITLE]],
    required: &["code"],
    indexed_filters: &["code"],
    examples: r#"{"create": {"title": "Atlases", "code": "B-02"}, "created": {},
        "update": {"title": "Maps"}, "updated": {},
        "others": [{"code": "A-01", "title": "Manuals"}]}"#,
    ..ResourceEntry::BASE
};

const NOTE: ResourceEntry = ResourceEntry {
    path: "note",
    title: "Note",
    plural: "Notes",
    module: "Library",
    kind: ResourceKind::Document,
    key: Some(Key::number("dockey")),
    methods: Method::ALL,
    reads_by_filter: true,
    fields: &[&[DOCKEY, DOCNO, SHELF, UPDATECOUNT]],
    details: &[Detail {
        name: "sdslines",
        title: "Lines",
        key: Some("dtlkey"),
        fields: &[&[DTLKEY, AMOUNT, STATE]],
        ..Detail::BASE
    }],
    required: &["shelf"],
    indexed_filters: &["docno"],
    pdf: Some(&["Note 1"]),
    examples: r#"{
        "create": {"docno": "", "shelf": "A-01", "sdslines": [{"amount": "12.50", "state": "Y"}]},
        "created": {"dockey": 7, "docno": "N-00007", "sdslines": [{"dtlkey": 71}]},
        "update": {"updatecount": 1, "sdslines": [{"dtlkey": 71, "amount": "13.00"},
            {"amount": "1.00"}, {"dtlkey": -1, "amount": "2.00"}]},
        "updated": {"sdslines": [{}, {"dtlkey": 72}, {"dtlkey": 73}]},
        "others": []}"#,
    ..ResourceEntry::BASE
};
