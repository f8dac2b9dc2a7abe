//! What SQL Account does with a record: numbers, defaults, arithmetic, knock-offs, transfers.
//!
//! The arithmetic is that of the vendor's field list. Where that list is silent, what is here is
//! our guess of what the program does, and says so.

mod derivations;
mod links;
mod sums;

use crate::catalogue::{Numbering, Posting, Rules};

/// The rules of the service.
pub(super) const RULES: Rules = Rules {
    change_counter: "updatecount",
    last_change: "lastmodified",
    void: "cancelled",
    void_state: Some(("status", "2", "0")),
    code: "code",
    numbering: NUMBERING,
    derivations: derivations::DERIVATIONS,
    balances: sums::BALANCES,
    floors: sums::FLOORS,
    singles: sums::SINGLES,
    tallies: sums::TALLIES,
    links: links::LINKS,
    postings: POSTINGS,
};

/// Prefixes seen live are IV-, SO-, DO-, QT-, PO-, PI-, PV-, OR-, AJ- and JV-; the others are made
/// in their manner. A document of sales or purchase and its entry in the ledger share their numbers.
const NUMBERING: Numbering = Numbering {
    field: "docno",
    within: ("code", SUPPLIERS_NUMBERS),
    digits: 5,
    sets: &[
        ("QT-", &["salesquotation"]),
        ("SO-", &["salesorder"]),
        ("DO-", &["deliveryorder"]),
        ("ED-", &["extradeliveryorder"]),
        ("IV-", &["salesinvoice", "customerinvoice"]),
        ("CS-", &["cashsales"]),
        ("DN-", &["salesdebitnote", "customerdebitnote"]),
        ("CN-", &["salescreditnote", "customercreditnote"]),
        ("SCN-", &["salescancellednote"]),
        ("PT-", &["memberpoint"]),
        ("OR-", &["customerpayment", "receiptvoucher"]),
        ("CT-", &["customercontra"]),
        ("CDP-", &["customerdeposit"]),
        ("CR-", &["customerrefund"]),
        ("PR-", &["purchaserequest"]),
        ("PO-", &["purchaseorder"]),
        ("GR-", &["goodsreceived"]),
        ("EG-", &["extragoodsreceived"]),
        ("PI-", &["purchaseinvoice", "supplierinvoice"]),
        ("CP-", &["cashpurchase"]),
        ("SD-", &["purchasedebitnote", "supplierdebitnote"]),
        ("SC-", &["purchasereturned", "suppliercreditnote"]),
        ("PCN-", &["purchasecancellednote"]),
        ("PV-", &["supplierpayment", "paymentvoucher"]),
        ("SCT-", &["suppliercontra"]),
        ("SDP-", &["supplierdeposit"]),
        ("SRF-", &["supplierrefund"]),
        ("AJ-", &["stockadjustment"]),
        ("IS-", &["stockissue"]),
        ("RC-", &["stockreceived"]),
        ("XF-", &["stocktransfer"]),
        ("AS-", &["assembly"]),
        ("DS-", &["disassembly"]),
        ("JO-", &["joborder"]),
        ("BA-", &["bankadjustment"]),
        ("JV-", &["journalentry"]),
    ],
};

/// Documents that have the number which the supplier gave them: suppliers may share one. Whether one
/// supplier may repeat a number is not documented; we refuse it.
const SUPPLIERS_NUMBERS: &[&str] = &[
    "goodsreceived",
    "extragoodsreceived",
    "purchaseinvoice",
    "cashpurchase",
    "purchasereturned",
    "purchasedebitnote",
    "supplierinvoice",
    "supplierdebitnote",
    "suppliercreditnote",
];

/// The ledger's copy of a document has its number; payments are knocked off there.
const POSTINGS: &[Posting] = &[
    posting("salesinvoice", "customerinvoice"),
    posting("salesdebitnote", "customerdebitnote"),
    posting("salescreditnote", "customercreditnote"),
    posting("purchaseinvoice", "supplierinvoice"),
    posting("purchasedebitnote", "supplierdebitnote"),
    posting("purchasereturned", "suppliercreditnote"),
];

const fn posting(from: &'static str, to: &'static str) -> Posting {
    Posting { from, to }
}
