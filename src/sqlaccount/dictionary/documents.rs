//! Fields of the head of documents.

use crate::catalogue::Field;
use crate::sqlaccount::builds::{LONG_NUMBERS, VENDORS};

pub(crate) const DOCNO: Field = Field::text("docno")
    .size(50)
    .about("Document number; leave it empty on create and the numbering set assigns the next one.")
    .example("IV-00027")
    .since(LONG_NUMBERS);
pub(crate) const DOCNO_20: Field = DOCNO.size(20).until(LONG_NUMBERS);
pub(crate) const KNOCKOFF_DOCNO: Field = Field::text("docno")
    .size(20)
    .about("Number of the document being knocked off; together with doctype it identifies that document.")
    .example("IV-00027");
pub(crate) const DEPOSIT_ROW_DOCNO: Field = Field::text("docno")
    .size(20)
    .about("Number of the document recorded on this deposit row.")
    .example("OR-00015");
pub(crate) const DOCNOEX: Field = Field::text("docnoex")
    .size(20)
    .about("Second document number, such as the number printed on the other party's paper.")
    .example("BK-88120");
pub(crate) const DOCDATE: Field = Field::date("docdate")
    .about("Date of the document, as printed on it.")
    .example("2026-01-22");
pub(crate) const KNOCKOFF_DOCDATE: Field = Field::date("docdate")
    .about("Date of the document being knocked off, filled in by the service.")
    .example("2026-01-22")
    .assigned();
pub(crate) const DEPOSIT_ROW_DOCDATE: Field = Field::date("docdate")
    .about("Date of the transaction recorded on this deposit row.")
    .example("2026-01-22");
pub(crate) const POSTDATE: Field = Field::date("postdate")
    .about("Date the document is posted to the ledger or stock; the document date is used when omitted.")
    .example("2026-01-22");
pub(crate) const KNOCKOFF_POSTDATE: Field = Field::date("postdate")
    .about("Posting date of the document being knocked off, filled in by the service.")
    .example("2026-01-22")
    .assigned();
pub(crate) const DEPOSIT_ROW_POSTDATE: Field = Field::date("postdate")
    .about("Posting date of the transaction recorded on this deposit row.")
    .example("2026-01-22");
pub(crate) const TAXDATE: Field = Field::date("taxdate")
    .about("Date that decides the tax period; the document date is used when omitted.")
    .example("2026-01-22");
pub(crate) const DUEDATE: Field = Field::date("duedate")
    .about("Date on which payment falls due, normally worked out from the credit terms.")
    .example("2026-02-21");
pub(crate) const VOUCHER_DOCTYPE: Field = Field::text("doctype")
    .size(2)
    .about("Kind of cash book voucher: PV for payments and OR for receipts.")
    .example("PV")
    .codes(&[("PV", "Payment voucher"), ("OR", "Official receipt")]);
pub(crate) const NOTE_DOCTYPE: Field = Field::integer("doctype")
    .about("Origin of the debit or credit note: 0 for a normal note, 1 when it comes from a journal entry.")
    .example("0")
    .codes(&[("0", "Normal"), ("1", "Journal entry")])
    .or("0");
pub(crate) const CREDIT_CONTROL_DOCTYPE: Field = Field::text("doctype")
    .size(2)
    .about("Type of sales document that the credit control rule applies to.")
    .example("IV")
    .codes(&[
        ("QT", "Quotation"),
        ("SO", "Sales order"),
        ("DO", "Delivery order"),
        ("IV", "Sales invoice"),
        ("CS", "Cash sales"),
        ("DN", "Debit note"),
    ]);
pub(crate) const CUSTOMER_KNOCKOFF_DOCTYPE: Field = Field::text("doctype")
    .size(2)
    .about("Type of the customer document being knocked off: an invoice or a debit note.")
    .example("IV")
    .codes(&[("IV", "Customer invoice"), ("DN", "Customer debit note")]);
pub(crate) const SUPPLIER_KNOCKOFF_DOCTYPE: Field = Field::text("doctype")
    .size(2)
    .about("Type of the supplier document being knocked off: an invoice or a debit note.")
    .example("PI")
    .codes(&[("PI", "Supplier invoice"), ("SD", "Supplier debit note")]);
pub(crate) const CUSTOMER_REFUND_DOCTYPE: Field = Field::text("doctype")
    .size(2)
    .about("Type of the customer document that is paid back: a credit note or a payment.")
    .example("CN")
    .codes(&[("CN", "Customer credit note"), ("PM", "Customer payment")]);
pub(crate) const SUPPLIER_REFUND_DOCTYPE: Field = Field::text("doctype")
    .size(2)
    .about("Type of the supplier document that is paid back: a credit note or a payment.")
    .example("SC")
    .codes(&[("SC", "Supplier credit note"), ("SP", "Supplier payment")]);
pub(crate) const DESCRIPTION: Field = Field::text("description")
    .about("Name or short text of the master record.")
    .example("Lim Wei Jian");
pub(crate) const DOCUMENT_DESCRIPTION: Field = Field::text("description")
    .size(150)
    .about("Heading of the document; SQL Account fills in the document name, such as Sales, when omitted.")
    .example("Sales");
pub(crate) const ROW_DESCRIPTION: Field = Field::text("description")
    .size(200)
    .about("Text of the row, normally the item name or the purpose of the posting.")
    .example("Wireless Router AX3000");
pub(crate) const KNOCKOFF_DESCRIPTION: Field = Field::text("description")
    .size(150)
    .about("Heading of the document being knocked off, filled in by the service.")
    .example("Sales")
    .assigned();
pub(crate) const DESCRIPTION2: Field = Field::text("description2")
    .size(200)
    .about("Second line of the description, printed below the first.")
    .example("Dual band, 4 LAN ports");
pub(crate) const DESCRIPTION3: Field =
    Field::blob("description3").about("Long description as base64 of rich text; usually null.");
pub(crate) const NOTE: Field =
    Field::blob("note").about("Free note as base64 of rich text; usually null.");
pub(crate) const CANCELLED: Field = Field::boolean("cancelled")
    .about("Whether the document is void; send true in an update to cancel it.")
    .example("false")
    .or("false");
pub(crate) const DOCUMENT_STATUS: Field = Field::integer("status")
    .about("State of the document: active, closed or cancelled.")
    .example("0")
    .codes(&[("0", "Active"), ("1", "Closed"), ("2", "Cancelled")]);
pub(crate) const PARTY_STATUS: Field = Field::text("status")
    .size(1)
    .about("State of the customer or supplier as one letter.")
    .example("A")
    .codes(&[
        ("A", "Active"),
        ("I", "Inactive"),
        ("S", "Suspended"),
        ("P", "Prospect"),
        ("N", "Pending"),
    ])
    .or("A");
pub(crate) const ASSET_STATUS: Field = Field::text("status")
    .about("State of the fixed asset; its codes are not documented.")
    .example("A");
pub(crate) const DOCAMT: Field = Field::decimal("docamt")
    .scale(2)
    .about("Total of the document in document currency, any tax included.")
    .example("540.00");
pub(crate) const KNOCKOFF_DOCAMT: Field = Field::decimal("docamt")
    .scale(2)
    .about("Total of the document being knocked off, filled in by the service.")
    .example("540.00")
    .assigned();
pub(crate) const LOCALDOCAMT: Field = Field::decimal("localdocamt")
    .scale(2)
    .about("Document total in local currency, which is docamt times currencyrate.")
    .example("540.00");
pub(crate) const CURRENCYCODE: Field = Field::text("currencycode")
    .size(6)
    .about("Currency of the record; four dashes stand for the local currency.")
    .example("----")
    .refers_to("currency")
    .or("----");
pub(crate) const CURRENCYRATE: Field = Field::decimal("currencyrate")
    .scale(6)
    .about("Exchange rate from document currency to local currency.")
    .example("1.000000")
    .or("1.000000");
pub(crate) const COMPANYCURRENCYRATE: Field = Field::decimal("companycurrencyrate")
    .scale(6)
    .about("Exchange rate between the currency of the customer or supplier and the local currency.")
    .example("1.000000");
pub(crate) const COMPANYCURRENCYCODE: Field = Field::text("companycurrencycode")
    .about("Currency in which the account of the customer or supplier is kept.")
    .example("----")
    .refers_to("currency");
pub(crate) const AREA: Field = Field::text("area")
    .size(10)
    .about("Sales area; four dashes mean none.")
    .example("KL")
    .refers_to("area")
    .or("----");
pub(crate) const AGENT: Field = Field::text("agent")
    .size(10)
    .about("Sales agent in charge; four dashes mean none.")
    .example("LIM")
    .refers_to("agent")
    .or("----");
pub(crate) const PROJECT: Field = Field::text("project")
    .size(20)
    .about("Project the amount is analysed under; four dashes mean none.")
    .example("P-2026-01")
    .refers_to("project")
    .or("----");
pub(crate) const JOURNAL: Field = Field::text("journal")
    .size(150)
    .about(
        "Journal that the posting goes into; documents get it from their type or payment method.",
    )
    .example("SALES")
    .codes(&[
        ("BANK", "Bank"),
        ("CASH", "Cash"),
        ("GENERAL", "General"),
        ("PURCHASE", "Purchase"),
        ("SALES", "Sales"),
    ]);
pub(crate) const TERMS: Field = Field::text("terms")
    .size(10)
    .about("Credit terms of the document, from which the due date follows.")
    .example("30 Days")
    .refers_to("terms");
pub(crate) const SHIPPER: Field = Field::text("shipper")
    .size(30)
    .about("Carrier that delivers the goods; four dashes mean none.")
    .example("SHIP-01")
    .refers_to("shipper")
    .or("----");
pub(crate) const VALIDITY: Field = Field::text("validity")
    .size(150)
    .about("Free text saying how long the offer is valid.")
    .example("30 days from date of quotation");
pub(crate) const DELIVERYTERM: Field = Field::text("deliveryterm")
    .size(150)
    .about("Free text with the delivery terms.")
    .example("Ex warehouse, 7 working days");
pub(crate) const CC: Field = Field::text("cc")
    .size(150)
    .about("Names of the people who receive a copy.")
    .example("Puan Noraini, Accounts");
pub(crate) const INCOTERMS: Field = Field::text("incoterms")
    .size(3)
    .about("Three-letter Incoterms code for cross-border trade.")
    .example("FOB");
pub(crate) const DOCREF1: Field = Field::text("docref1")
    .size(50)
    .about("First free reference of the document, such as the purchase order of the customer.")
    .example("PO-7781")
    .since(LONG_NUMBERS);
pub(crate) const DOCREF1_25: Field = DOCREF1.size(25).until(LONG_NUMBERS);
pub(crate) const DOCREF2: Field = Field::text("docref2")
    .size(50)
    .about("Second free reference of the document.")
    .example("DO-00019")
    .since(LONG_NUMBERS);
pub(crate) const DOCREF2_25: Field = DOCREF2.size(25).until(LONG_NUMBERS);
pub(crate) const DOCREF3: Field = Field::text("docref3")
    .size(50)
    .about("Third free reference of the document.")
    .example("SITE-A")
    .since(LONG_NUMBERS);
pub(crate) const DOCREF3_25: Field = DOCREF3.size(25).until(LONG_NUMBERS);
pub(crate) const DOCREF4: Field = Field::text("docref4")
    .size(50)
    .about("Fourth free reference of the document.")
    .example("BATCH-1")
    .since(LONG_NUMBERS);
pub(crate) const DOCREF4_25: Field = DOCREF4.size(25).until(LONG_NUMBERS);
pub(crate) const TRANSFERABLE: Field = Field::boolean("transferable")
    .about("Whether the document or row may still be transferred to a later document.")
    .example("true")
    .or("true");
// The vendor's field list has two letters; one client sends 30 for a sales order.
pub(crate) const FROMDOCTYPE: Field = Field::text("fromdoctype")
    .size(2)
    .about("Two-letter type of the source document, such as SO; empty when entered directly.")
    .example("SO");
pub(crate) const FROMDOCKEY: Field = Field::integer("fromdockey")
    .about("Numeric key of the source document; 0 when entered directly.")
    .example("18");
pub(crate) const FROMDTLKEY: Field = Field::integer("fromdtlkey")
    .about("Numeric key of the source row this row was transferred from.")
    .example("64");
pub(crate) const FROMDOC: Field = Field::text("fromdoc")
    .about("Reference of the source document the note or voucher was raised from.")
    .example("IV-00027");
pub(crate) const FROMDOCNO: Field = Field::text("fromdocno")
    .about("Number of the document that earned or used the points.")
    .example("IV-00027");
pub(crate) const FROMDOCDATE: Field = Field::date("fromdocdate")
    .about("Date of the document that earned or used the points.")
    .example("2026-01-22");
pub(crate) const FROMDOCAMT: Field = Field::decimal("fromdocamt")
    .scale(2)
    .about("Amount of the document that earned or used the points.")
    .example("540.00");
pub(crate) const POINTS: Field = Field::decimal("points")
    .scale(2)
    .about("Number of member points earned, or used when negative.")
    .example("54.00");
pub(crate) const REMARK: Field = Field::text("remark")
    .size(80)
    .about("Free remark of one line.")
    .example("Call before delivery");
pub(crate) const REMARK1: Field = Field::text("remark1")
    .size(200)
    .about("First free remark of the record or row.")
    .example("Handle with care");
pub(crate) const REMARK2: Field = Field::text("remark2")
    .size(200)
    .about("Second free remark of the record or row.")
    .example("Two year warranty");
pub(crate) const REMARK3: Field = Field::text("remark3")
    .about("Third free remark of the points entry.")
    .example("Promotion January");
pub(crate) const AUTHBY: Field = Field::text("authby")
    .size(20)
    .about("Person who authorised the stock or production document.")
    .example("Siti Aminah");
pub(crate) const REASON: Field = Field::text("reason")
    .size(80)
    .about("Reason for the stock or production document.")
    .example("Annual stock count");
pub(crate) const WRITEOFF: Field = Field::boolean("writeoff")
    .about("Whether the adjustment writes stock off.")
    .example("false")
    .or("false");
pub(crate) const CANCELLEDDATE: Field = Field::date("cancelleddate")
    .about("Date the job order was cancelled.")
    .example("2026-02-05");
pub(crate) const CANCELLEDQTY: Field = Field::decimal("cancelledqty")
    .scale(4)
    .about("Quantity of the job order that was cancelled.")
    .example("1.0000");
pub(crate) const DOCUMENT_VENDORID: Field = Field::text("vendorid")
    .about(
        "Identifier of the vendor of the document; what the program puts here is not documented.",
    )
    .example("V-0001")
    .since(VENDORS);
