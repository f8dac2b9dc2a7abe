//! Knock-offs and transfers: rows that use up other documents.

use crate::catalogue::{Link, LinkedRow};

/// Kinds of documents are those of the vendor's field list and of the names of its reports and
/// objects. Any kind of document can be used up; a row that is transferred grows `offsetqty` where its
/// source has it, which is seen live of orders. That refunds use up credit notes and payments is what
/// the vendor says of taking them back.
pub(super) const LINKS: &[Link] = &[
    Link {
        detail: "sdsknockoff",
        kind: "doctype",
        targets: &[
            ("IV", "customerinvoice"),
            ("DN", "customerdebitnote"),
            ("CN", "customercreditnote"),
            ("PM", "customerpayment"),
            ("PI", "supplierinvoice"),
            ("SD", "supplierdebitnote"),
            ("SC", "suppliercreditnote"),
            ("SP", "supplierpayment"),
        ],
        aliases: &[("PV", "SP")],
        document: ("docno", "docno"),
        same: Some("code"),
        row: None,
        amount: "koamt",
        grows: "paymentamt",
        locked: "This document has been knocked off by other documents. Modification of STATUS is \
                 not allowed",
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
            ("ED", "extradeliveryorder"),
            ("IV", "salesinvoice"),
            ("CS", "cashsales"),
            ("DN", "salesdebitnote"),
            ("CN", "salescreditnote"),
            ("PQ", "purchaserequest"),
            ("PO", "purchaseorder"),
            ("GR", "goodsreceived"),
            ("EG", "extragoodsreceived"),
            ("PI", "purchaseinvoice"),
            ("CP", "cashpurchase"),
            ("SD", "purchasedebitnote"),
            ("SC", "purchasereturned"),
            ("JO", "joborder"),
        ],
        // A client in the field sends the number; only this one is known.
        aliases: &[("30", "SO"), ("PR", "PQ")],
        document: ("fromdockey", "dockey"),
        same: Some("code"),
        row: Some(LinkedRow {
            column: "fromdtlkey",
            detail: "sdsdocdetail",
            key: "dtlkey",
            whole: "sqty",
            unit: "qty",
            same: &["itemcode"],
            too_much: "Transferred qty cannot be more than Balance qty",
        }),
        amount: "sqty",
        grows: "offsetqty",
        // The vendor's own spelling.
        locked: "This document has been transfered to other documents. Modification of STATUS is \
                 not allowed",
        left: &[],
        remaining: None,
        filled: &[],
    },
];
