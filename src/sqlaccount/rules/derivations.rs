//! What is worked out when it is not sent, in the order in which it is worked out.

use crate::catalogue::Formula::{
    Constant, DaysAfter, Difference, Joined, Looked, LookedRow, MatchedRow, Net, Next, OfRow,
    Position, Product, Raised, Rate, Remainder, Same, Sum, Tax, Today, Total, Where,
};
use crate::catalogue::Operand::{Own, Record};
use crate::catalogue::{Derivation, FieldOwner, Formula};

/// Rows of masters carry their master's code.
const ROWS_OF_MASTERS: &[&str] = &[
    "sdsaltstockitem",
    "sdsbankacc",
    "sdsbarcode",
    "sdsbom",
    "sdsbranch",
    "sdscategory",
    "sdscreditcontrol",
    "sdscurrencyrate",
    "sdscustomeritem",
    "sdscustomerprice",
    "sdsitemtpldtl",
    "sdssupplieritem",
    "sdssupplierprice",
    "sdstariff",
    "sdsuom",
];

/// A field of records.
const fn record(field: &'static str, formula: Formula) -> Derivation {
    Derivation {
        field,
        owner: FieldOwner::Record,
        only: &[],
        formula,
        fixed: false,
    }
}

/// A field of rows.
const fn row(field: &'static str, formula: Formula) -> Derivation {
    Derivation {
        owner: FieldOwner::Row,
        ..record(field, formula)
    }
}

/// The same, for some resources or detail arrays only.
const fn only(names: &'static [&'static str], derivation: Derivation) -> Derivation {
    Derivation {
        only: names,
        ..derivation
    }
}

/// The same, even if it is sent.
const fn fixed(derivation: Derivation) -> Derivation {
    Derivation {
        fixed: true,
        ..derivation
    }
}

/// A field of the customer or supplier that `code` names.
const fn party(field: &'static str, of: &'static str) -> Derivation {
    let by = Own("code");
    record(field, Looked { by, field: of })
}

/// A field of that party's billing branch.
const fn branch(field: &'static str, column: &'static str) -> Derivation {
    record(
        field,
        LookedRow {
            by: Own("code"),
            detail: "sdsbranch",
            having: ("branchtype", "B"),
            column,
        },
    )
}

const RATE: Formula = Product(Own("docamt"), Own("currencyrate"));

/// An amount of a row in local currency.
const fn local(amount: &'static str) -> Formula {
    Product(Own(amount), Record("currencyrate"))
}

pub(super) const DERIVATIONS: &[Derivation] = &[
    record("creationdate", Today),
    record("gltransid", Next),
    record("rowver", Raised),
    only(&["paymentvoucher"], record("doctype", Constant("PV"))),
    only(&["receiptvoucher"], record("doctype", Constant("OR"))),
    record("postdate", Same(Own("docdate"))),
    record("taxdate", Same(Own("docdate"))),
    // Of the party.
    party("companyname", "companyname"),
    branch("address1", "address1"),
    branch("address2", "address2"),
    branch("address3", "address3"),
    branch("address4", "address4"),
    branch("postcode", "postcode"),
    branch("city", "city"),
    branch("state", "state"),
    branch("country", "country"),
    branch("phone1", "phone1"),
    branch("mobile", "mobile"),
    branch("fax1", "fax1"),
    branch("attention", "attention"),
    branch("daddress1", "address1"),
    branch("daddress2", "address2"),
    branch("daddress3", "address3"),
    branch("daddress4", "address4"),
    branch("dpostcode", "postcode"),
    branch("dcity", "city"),
    branch("dstate", "state"),
    branch("dcountry", "country"),
    branch("dphone1", "phone1"),
    branch("dmobile", "mobile"),
    branch("dfax1", "fax1"),
    branch("dattention", "attention"),
    party("area", "area"),
    party("agent", "agent"),
    party("terms", "creditterm"),
    party("currencycode", "currencycode"),
    party("companycurrencycode", "currencycode"),
    party("taxexemptno", "taxexemptno"),
    party("salestaxno", "salestaxno"),
    party("servicetaxno", "servicetaxno"),
    party("tin", "tin"),
    party("idtype", "idtype"),
    party("idno", "idno"),
    party("tourismno", "tourismno"),
    party("sic", "sic"),
    // Which of a currency's two rates a document takes is not documented; this is our guess.
    record(
        "currencyrate",
        Looked {
            by: Own("currencycode"),
            field: "buyingrate",
        },
    ),
    record("companycurrencyrate", Constant("1")),
    record(
        "journal",
        Looked {
            by: Own("paymentmethod"),
            field: "journal",
        },
    ),
    only(
        &["customerinvoice", "customerdebitnote", "customercreditnote"],
        record("journal", Constant("SALES")),
    ),
    only(
        &["supplierinvoice", "supplierdebitnote", "suppliercreditnote"],
        record("journal", Constant("PURCHASE")),
    ),
    record(
        "duedate",
        DaysAfter {
            date: Own("docdate"),
            by: Own("terms"),
            days: "termday",
        },
    ),
    // Of an asset that is sold.
    record(
        "assetgroup",
        Looked {
            by: Own("asset"),
            field: "assetgroup",
        },
    ),
    record(
        "agent",
        Looked {
            by: Own("asset"),
            field: "agent",
        },
    ),
    record(
        "area",
        Looked {
            by: Own("asset"),
            field: "area",
        },
    ),
    record(
        "cost",
        Looked {
            by: Own("asset"),
            field: "cost",
        },
    ),
    record("netbook", Difference(Own("cost"), Own("accumdepr"))),
    record("gainloss", Difference(Own("amount"), Own("netbook"))),
    record(
        "gainlossacc",
        Looked {
            by: Own("assetgroup"),
            field: "disposallossacc",
        },
    ),
    // Rows.
    only(ROWS_OF_MASTERS, row("code", Same(Record("code")))),
    only(
        &["sdsopeningbalance"],
        row("itemcode", Same(Record("code"))),
    ),
    only(&["sdsopeningbalance"], row("dockey", Next)),
    only(&["sdsdocdetail"], row("dockey", Same(Record("dockey")))),
    only(
        &["sdsknockoff"],
        row("knockoffdockey", Same(Record("dockey"))),
    ),
    only(
        &["sdsknockoff"],
        row("uniquekey", Joined(Own("doctype"), Own("dockey"))),
    ),
    row("rowver", Raised),
    row("seq", Position),
    row(
        "description",
        Looked {
            by: Own("itemcode"),
            field: "description",
        },
    ),
    row(
        "uom",
        Looked {
            by: Own("itemcode"),
            field: "uom",
        },
    ),
    fixed(row(
        "rate",
        MatchedRow {
            by: Own("itemcode"),
            detail: "sdsuom",
            matching: ("uom", Own("uom")),
            column: "rate",
        },
    )),
    row("deliverydate", Same(Record("docdate"))),
    only(
        &["sdsknockoff", "sdsdocdetail"],
        row("postdate", Same(Record("postdate"))),
    ),
    row("kotaxdate", Same(Record("taxdate"))),
    row("gainlosspostdate", Same(Record("postdate"))),
    row(
        "taxrate",
        Rate {
            by: Own("tax"),
            field: "taxrate",
        },
    ),
    fixed(row("sqty", Product(Own("qty"), Own("rate")))),
    row("receiveqty", Same(Own("qty"))),
    row("utdcost", Product(Own("qty"), Own("cost"))),
    row(
        "amount",
        Net {
            quantity: Own("qty"),
            price: Own("unitprice"),
            discount: Own("disc"),
            rate: Own("taxrate"),
            inclusive: Own("taxinclusive"),
        },
    ),
    row("amount", Product(Own("qty"), Own("unitcost"))),
    row(
        "taxamt",
        Tax {
            net: Own("amount"),
            rate: Own("taxrate"),
        },
    ),
    row("taxableamt", Where(Own("amount"), Own("tax"))),
    row("amountwithtax", Sum(Own("amount"), Own("taxamt"))),
    row("localamount", local("amount")),
    row("localtaxamt", local("taxamt")),
    row("localamountwithtax", local("amountwithtax")),
    row("localdr", local("dr")),
    row("localcr", local("cr")),
    row("localdrwithtax", Same(Own("localdr"))),
    row("localcrwithtax", Same(Own("localcr"))),
    row("localkoamt", local("koamt")),
    row("actuallocalkoamt", local("koamt")),
    only(
        &["sdsknockoff"],
        row("localoutstanding", local("outstanding")),
    ),
    // What follows from the rows.
    record("multiply", Constant("1")),
    record(
        "uom",
        Looked {
            by: Own("itemcode"),
            field: "uom",
        },
    ),
    fixed(record(
        "rate",
        MatchedRow {
            by: Own("itemcode"),
            detail: "sdsuom",
            matching: ("uom", Own("uom")),
            column: "rate",
        },
    )),
    fixed(record("sqty", Product(Own("qty"), Own("rate")))),
    record(
        "docamt",
        Total {
            detail: "sdsdocdetail",
            column: "amountwithtax",
        },
    ),
    only(
        &["stockadjustment", "stockreceived", "stocktransfer"],
        record(
            "docamt",
            Total {
                detail: "sdsdocdetail",
                column: "amount",
            },
        ),
    ),
    record("localdocamt", RATE),
    record("outstanding", Difference(Own("docamt"), Own("paymentamt"))),
    record(
        "unappliedamt",
        Remainder {
            of: "docamt",
            detail: "sdsknockoff",
            column: "koamt",
        },
    ),
    record(
        "unappliedamt",
        Remainder {
            of: "docamt",
            detail: "sdsdocdetail",
            column: "paymentamount",
        },
    ),
    record(
        "uom",
        OfRow {
            detail: "sdsuom",
            flag: "isbase",
            column: "uom",
        },
    ),
    record(
        "refcost",
        OfRow {
            detail: "sdsuom",
            flag: "isbase",
            column: "refcost",
        },
    ),
    record(
        "refprice",
        OfRow {
            detail: "sdsuom",
            flag: "isbase",
            column: "refprice",
        },
    ),
];
