//! Knock-offs and transfers: rows that use up other documents.

use crate::catalogue::Link;

/// Kinds of documents are those of the vendor's field list (IV, DN, PI, SD); a refund's are our
/// guess. A row that is transferred grows `offsetqty` where its source has it, which is seen live of
/// orders.
pub(super) const LINKS: &[Link] = &[
    Link {
        detail: "sdsknockoff",
        kind: "doctype",
        targets: &[
            ("IV", "customerinvoice"),
            ("DN", "customerdebitnote"),
            ("CN", "customercreditnote"),
            ("PI", "supplierinvoice"),
            ("SD", "supplierdebitnote"),
            ("SC", "suppliercreditnote"),
        ],
        document: ("docno", "docno"),
        same: Some("code"),
        row: None,
        amount: "koamt",
        grows: "paymentamt",
        left: &["outstanding", "unappliedamt"],
        remaining: Some(("originaloutstanding", "outstanding")),
        filled: &[
            ("dockey", "dockey"),
            ("refdockey", "dockey"),
            ("docdate", "docdate"),
            ("agent", "agent"),
            ("area", "area"),
            ("docamt", "docamt"),
            ("currencycode", "currencycode"),
            ("currencyrate", "currencyrate"),
            ("docnoex", "docnoex"),
            ("description", "description"),
            ("duedate", "duedate"),
            ("project", "project"),
            ("updatecount", "updatecount"),
        ],
    },
    Link {
        detail: "sdsdocdetail",
        kind: "fromdoctype",
        targets: &[
            ("QT", "salesquotation"),
            ("SO", "salesorder"),
            ("DO", "deliveryorder"),
            ("IV", "salesinvoice"),
            ("CS", "cashsales"),
            ("PR", "purchaserequest"),
            ("PO", "purchaseorder"),
            ("GR", "goodsreceived"),
            ("PI", "purchaseinvoice"),
            ("CP", "cashpurchase"),
        ],
        document: ("fromdockey", "dockey"),
        same: None,
        row: Some(("fromdtlkey", "sdsdocdetail", "dtlkey")),
        amount: "qty",
        grows: "offsetqty",
        left: &[],
        remaining: None,
        filled: &[],
    },
];
