//! Codes, keys, counters and what else the service keeps for itself.

use crate::catalogue::Field;

pub(crate) const CODE: Field = Field::text("code")
    .size(10)
    .about("Code that identifies the record, chosen by the client.")
    .example("LIM");
pub(crate) const PARTY_OWN_CODE: Field = Field::text("code")
    .size(10)
    .about("Code of the customer or supplier itself, such as 300-A0001; it cannot safely be changed after create.")
    .example("300-A0001");
pub(crate) const ITEM_OWN_CODE: Field = Field::text("code")
    .size(30)
    .about("Code of the stock item itself; document rows quote it as itemcode.")
    .example("ANT-001");
pub(crate) const ACCOUNT_OWN_CODE: Field = Field::text("code")
    .size(10)
    .about("Account number of the general ledger account itself.")
    .example("500-000");
pub(crate) const PMMETHOD_OWN_CODE: Field = Field::text("code")
    .size(10)
    .about("Code of the payment method itself, which is the bank or cash account in the general ledger.")
    .example("310-001")
    .refers_to("account");
pub(crate) const CUSTOMER_CODE: Field = Field::text("code")
    .size(10)
    .about("Customer the document is made out to.")
    .example("300-A0001")
    .refers_to("customer");
pub(crate) const CASH_SALES_CODE: Field = Field::text("code")
    .size(10)
    .about("Customer of the cash sale; the walk-in cash customer 300-C0001 is used unless another one is sent.")
    .example("300-A0001")
    .refers_to("customer")
    .or("300-C0001");
pub(crate) const SUPPLIER_CODE: Field = Field::text("code")
    .size(10)
    .about("Supplier the document is received from or made out to.")
    .example("400-A0001")
    .refers_to("supplier");
pub(crate) const ACCOUNT_CODE: Field = Field::text("code")
    .size(10)
    .about("General ledger account that the journal or voucher row is posted to.")
    .example("908-000")
    .refers_to("account");
pub(crate) const OWNER_CODE: Field = Field::text("code")
    .size(10)
    .about(
        "Code of the master record that the row belongs to; usually filled from the parent record.",
    )
    .example("300-A0001");
pub(crate) const ITEM_OWNER_CODE: Field = Field::text("code")
    .size(30)
    .about("Code of the stock item that the row belongs to; usually filled from the parent item.")
    .example("ANT-001")
    .refers_to("stockitem");
pub(crate) const DOCKEY: Field = Field::integer("dockey")
    .about("Numeric key assigned to the record by SQL Account; it goes into the path where the resource is keyed by dockey.")
    .example("27")
    .or("-1")
    .assigned();
pub(crate) const ROW_DOCKEY: Field = Field::integer("dockey")
    .about("Numeric key of the document the row belongs to; SQL Account fills it in.")
    .example("27")
    .or("-1")
    .assigned();
pub(crate) const KNOCKOFF_ROW_DOCKEY: Field = Field::integer("dockey")
    .about("Internal document key of the knock-off row; clients leave it out and identify the document by doctype and docno.")
    .example("27")
    .or("-1")
    .assigned();
pub(crate) const OPENING_DOCKEY: Field = Field::integer("dockey")
    .about("Internal key of the opening balance row; omit it on create.")
    .example("5")
    .or("-1")
    .assigned();
pub(crate) const AUTOKEY: Field = Field::integer("autokey")
    .about("Numeric key assigned to the record by SQL Account; it goes into the path of resources keyed by autokey.")
    .example("12")
    .assigned();
pub(crate) const ROW_AUTOKEY: Field = Field::integer("autokey")
    .about("Numeric key assigned to the detail row; omit it or send -1 to insert a row.")
    .example("12")
    .or("-1")
    .assigned();
pub(crate) const DTLKEY: Field = Field::integer("dtlkey")
    .about("Numeric key assigned to the detail row; send it back to update the row, omit it or send -1 to insert.")
    .example("101")
    .or("-1")
    .assigned();
pub(crate) const UNIQUEKEY: Field = Field::text("uniquekey")
    .size(12)
    .about("Internal identity of the knock-off row; leave it out when adding a row.")
    .example("31")
    .or("-1")
    .assigned();
pub(crate) const KNOCKOFFDOCKEY: Field = Field::integer("knockoffdockey")
    .about("Internal link to the knock-off record, apparently the document that does the knocking off.")
    .example("35")
    .or("-1")
    .assigned();
pub(crate) const REFDOCKEY: Field = Field::integer("refdockey")
    .about("Internal link to the knocked-off document, taken by known clients to be its dockey.")
    .example("27")
    .or("-1")
    .assigned();
pub(crate) const GLTRANSID: Field = Field::integer("gltransid")
    .about("Internal number of the general ledger transaction posted from the document.")
    .example("5012")
    .assigned();
// The vendor's FAQ and Python sample send the fetched value + 1, its Node samples the value itself.
pub(crate) const UPDATECOUNT: Field = Field::integer("updatecount")
    .about("Change counter that guards against overwriting; on update send the fetched value plus one.")
    .example("2")
    .or("0")
    .assigned();
pub(crate) const KNOCKOFF_UPDATECOUNT: Field = Field::integer("updatecount")
    .about("Change counter of the knocked-off document as seen when the row was read.")
    .example("2")
    .or("0")
    .assigned();
pub(crate) const ROWVER: Field = Field::integer("rowver")
    .about("Internal version number of the record, raised on every save.")
    .example("1")
    .assigned();
pub(crate) const LASTMODIFIED: Field = Field::integer("lastmodified")
    .about("Time of the last change as Unix seconds; used as a list filter for incremental sync.")
    .example("1769074404")
    .assigned();
pub(crate) const CHANGED: Field = Field::boolean("changed")
    .about("Internal flag of the editing dataset; clients can leave it out.")
    .example("false")
    .or("false")
    .assigned();
pub(crate) const DIRTY: Field = Field::boolean("dirty")
    .about("Internal flag of the editing dataset, seen only when one record is read.")
    .example("false")
    .assigned();
pub(crate) const DOCNOSETKEY: Field = Field::integer("docnosetkey")
    .about("Internal key of the numbering set used for the document; 0 means the default set.")
    .example("0");
pub(crate) const NEXTDOCNO: Field = Field::text("nextdocno")
    .size(30)
    .about("Internal next number of the numbering set; clients can leave it out.")
    .example("IV-00028")
    .assigned();
pub(crate) const PRINTCOUNT: Field = Field::integer("printcount")
    .about("Number of times the document has been printed.")
    .example("0")
    .or("0")
    .assigned();
pub(crate) const ATTACHMENTS: Field =
    Field::blob("attachments").about("Attached files as an opaque base64 blob; usually null.");
pub(crate) const APPROVESTATE: Field = Field::blob("approvestate")
    .about("Internal approval state as an opaque base64 blob; usually null.")
    .assigned();
pub(crate) const IM_SCAN_AUTOKEY: Field = Field::integer("im_scan_autokey")
    .about("Internal link to the scanned image the document was made from.")
    .example("0")
    .assigned();
// One client found that rows numbered 1, 2 lose their item code; the vendor's FAQ has 1, 2, 3.
pub(crate) const SEQ: Field = Field::integer("seq")
    .about("Sort position of the row; SQL Account numbers rows 1000, 2000, 3000 and so on.")
    .example("1000");
