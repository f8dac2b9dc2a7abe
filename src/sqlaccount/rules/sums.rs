//! Sums that must be equal, amounts that cannot be negative, and sums over other records.

use crate::catalogue::{Balance, Counterpart, Floor, Single, Tally};

/// That debit and credit are equal is what a client in the field says; that a voucher is as much as
/// its rows is our guess.
pub(super) const BALANCES: &[Balance] = &[
    Balance {
        resource: "journalentry",
        detail: "sdsdocdetail",
        debit: "dr",
        credit: Counterpart::Column("cr"),
    },
    voucher("paymentvoucher"),
    voucher("receiptvoucher"),
];

const fn voucher(resource: &'static str) -> Balance {
    Balance {
        resource,
        detail: "sdsdocdetail",
        debit: "amountwithtax",
        credit: Counterpart::Field("docamt"),
    }
}

/// The documents that the vendor says cannot have a negative amount, though their rows can.
const AMOUNTS: &[&str] = &[
    "salesquotation",
    "salesorder",
    "deliveryorder",
    "extradeliveryorder",
    "salesinvoice",
    "cashsales",
    "salesdebitnote",
    "salescreditnote",
    "salescancellednote",
    "purchaserequest",
    "purchaseorder",
    "goodsreceived",
    "extragoodsreceived",
    "purchaseinvoice",
    "cashpurchase",
    "purchasedebitnote",
    "purchasereturned",
    "purchasecancellednote",
    "customerinvoice",
    "customerdebitnote",
    "customercreditnote",
    "customerpayment",
    "customercontra",
    "customerdeposit",
    "customerrefund",
    "supplierinvoice",
    "supplierdebitnote",
    "suppliercreditnote",
    "supplierpayment",
    "suppliercontra",
    "supplierdeposit",
    "supplierrefund",
    "paymentvoucher",
    "receiptvoucher",
];

pub(super) const FLOORS: &[Floor] = &[
    Floor {
        field: "docamt",
        detail: None,
        only: AMOUNTS,
        message: "the amount of a document cannot be negative",
    },
    Floor {
        field: "koamt",
        detail: Some("sdsknockoff"),
        only: &[],
        message: "the amount of a knock-off cannot be negative",
    },
    Floor {
        field: "unappliedamt",
        detail: None,
        only: &[],
        message: "the knock-offs are more than the amount of the document",
    },
    Floor {
        field: "outstanding",
        detail: None,
        only: &[
            "customerinvoice",
            "customerdebitnote",
            "supplierinvoice",
            "supplierdebitnote",
        ],
        message: "This document has been knocked off by other documents: its amount cannot be less \
                  than what they knock off",
    },
];

/// A client in the field says that an item needs one base unit, of rate 1.
pub(super) const SINGLES: &[Single] = &[Single {
    resource: "stockitem",
    detail: "sdsuom",
    flag: "isbase",
    having: ("rate", 1),
    unique: "uom",
}];

/// A balance is what is unpaid, less what is paid or credited but not yet knocked off.
pub(super) const TALLIES: &[Tally] = &[
    Tally {
        resource: "customer",
        field: "outstanding",
        by: "code",
        adds: &[
            ("customerinvoice", "outstanding"),
            ("customerdebitnote", "outstanding"),
            ("customerrefund", "unappliedamt"),
        ],
        subtracts: &[
            ("customercreditnote", "unappliedamt"),
            ("customerpayment", "unappliedamt"),
            ("customercontra", "unappliedamt"),
        ],
    },
    Tally {
        resource: "supplier",
        field: "outstanding",
        by: "code",
        adds: &[
            ("supplierinvoice", "outstanding"),
            ("supplierdebitnote", "outstanding"),
            ("supplierrefund", "unappliedamt"),
        ],
        subtracts: &[
            ("suppliercreditnote", "unappliedamt"),
            ("supplierpayment", "unappliedamt"),
            ("suppliercontra", "unappliedamt"),
        ],
    },
];
