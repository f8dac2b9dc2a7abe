//! Rows of documents.

use crate::catalogue::Field;

pub(crate) const STYLEID: Field = Field::text("styleid")
    .size(5)
    .about("Internal identifier of the print style of the row.")
    .example("1");
pub(crate) const NUMBER: Field = Field::text("number")
    .size(5)
    .about("Row number label as printed on the document.")
    .example("1");
pub(crate) const ITEMCODE: Field = Field::text("itemcode")
    .size(30)
    .about("Stock item of the row; the row takes texts and units from that item.")
    .example("ANT-001")
    .refers_to("stockitem");
pub(crate) const PRODUCT_ITEMCODE: Field = Field::text("itemcode")
    .size(30)
    .about("Stock item that is assembled, taken apart or ordered.")
    .example("ANT-001")
    .refers_to("stockitem");
pub(crate) const REPORT_ITEMCODE: Field = Field::text("itemcode")
    .about("Stock item to inquire about.")
    .example("ANT-001")
    .refers_to("stockitem");
pub(crate) const LOCATION: Field = Field::text("location")
    .size(20)
    .about("Stock location; four dashes mean the default location.")
    .example("KL-WH")
    .refers_to("location")
    .or("----");
pub(crate) const FROMLOCATION: Field = Field::text("fromlocation")
    .size(20)
    .about("Stock location the goods leave; four dashes mean the default location.")
    .example("KL-WH")
    .refers_to("location")
    .or("----");
pub(crate) const TOLOCATION: Field = Field::text("tolocation")
    .size(20)
    .about("Stock location the goods arrive at; four dashes mean the default location.")
    .example("JB-WH")
    .refers_to("location")
    .or("----");
pub(crate) const BATCH: Field = Field::text("batch")
    .size(30)
    .about("Batch or lot the goods belong to; empty when batches are not used.")
    .example("B2026-01")
    .refers_to("batch");
pub(crate) const QTY: Field = Field::decimal("qty")
    .scale(4)
    .about("Quantity of the row in its unit of measure.")
    .example("2.0000")
    .or("1.0000");
pub(crate) const PRODUCT_QTY: Field = Field::decimal("qty")
    .scale(4)
    .about("Quantity of the product to assemble, take apart or order.")
    .example("10.0000");
pub(crate) const ASSET_QTY: Field = Field::decimal("qty")
    .scale(4)
    .about("Number of units of the asset.")
    .example("1.0000");
pub(crate) const PRICE_QTY: Field = Field::decimal("qty")
    .scale(4)
    .about("Quantity from which the special price applies.")
    .example("1.0000")
    .or("1.0000");
pub(crate) const OPENING_QTY: Field = Field::decimal("qty")
    .scale(4)
    .about("Opening quantity in the base unit.")
    .example("20.0000");
pub(crate) const COMPONENT_QTY: Field = Field::decimal("qty")
    .scale(4)
    .about("Quantity of the component needed for one unit of the item.")
    .example("2.0000");
pub(crate) const SUOMQTY: Field = Field::decimal("suomqty")
    .scale(4)
    .about("Quantity expressed in the secondary unit of measure.")
    .example("0.0000")
    .or("0.0000");
pub(crate) const UOM: Field = Field::text("uom")
    .size(10)
    .about("Unit of measure; it must be one of the units listed in the sdsuom rows of the item.")
    .example("UNIT");
pub(crate) const ITEM_UOM: Field = Field::text("uom")
    .size(10)
    .about("Base unit of measure of the item, shown only when one record is read.")
    .example("UNIT");
pub(crate) const RATE: Field = Field::decimal("rate")
    .scale(4)
    .about("Number of base units in one unit of this measure.")
    .example("1.0000")
    .or("1.0000");
pub(crate) const SQTY: Field = Field::decimal("sqty")
    .scale(4)
    .about("Quantity in the base unit, which is qty times rate.")
    .example("2.0000");
pub(crate) const UNITPRICE: Field = Field::decimal("unitprice")
    .scale(8)
    .about("Price of one unit in document currency.")
    .example("250.00000000");
pub(crate) const UNITAMOUNT: Field = Field::decimal("unitamount")
    .scale(8)
    .about("Price of one unit on the template row.")
    .example("250.00000000");
pub(crate) const UNITCOST: Field = Field::decimal("unitcost")
    .scale(8)
    .about("Cost of one unit in local currency.")
    .example("180.00000000");
pub(crate) const DISC: Field = Field::text("disc")
    .size(20)
    .about("Discount as text: an amount, a percentage or a chain such as 5%+3%.")
    .example("0%");
pub(crate) const PRINTABLE: Field = Field::boolean("printable")
    .about("Whether the row appears on the printed document.")
    .example("true")
    .or("true");
pub(crate) const BOOKQTY: Field = Field::decimal("bookqty")
    .scale(4)
    .about("Quantity according to the books before the count.")
    .example("20.0000")
    .or("0.0000");
pub(crate) const PHYSICALQTY: Field = Field::decimal("physicalqty")
    .scale(4)
    .about("Quantity actually found in the stock count.")
    .example("22.0000")
    .or("0.0000");
pub(crate) const PERMITNO: Field = Field::text("permitno")
    .about("Number of the import, export or trade permit.")
    .example("PMT-2026-001");
pub(crate) const DELIVERYDATE: Field = Field::date("deliverydate")
    .about("Date on which the goods are to be delivered; the document date when omitted.")
    .example("2026-01-29");
pub(crate) const COMPANYITEMCODE: Field = Field::text("companyitemcode")
    .size(30)
    .about("Item code used by the customer or supplier for the same goods.")
    .example("AJ-RTR-3000");
pub(crate) const INITIALPURCHASECOST: Field = Field::decimal("initialpurchasecost")
    .scale(8)
    .about("Cost of the first purchase of the goods, kept for reference.")
    .example("180.00000000");
pub(crate) const RECEIVEQTY: Field = Field::decimal("receiveqty")
    .scale(4)
    .about("Quantity received, normally equal to qty.")
    .example("2.0000");
pub(crate) const RETURNQTY: Field = Field::decimal("returnqty")
    .scale(4)
    .about("Quantity sent back out of the quantity of the row.")
    .example("0.0000")
    .or("0.0000");
pub(crate) const OFFSETQTY: Field = Field::decimal("offsetqty")
    .scale(4)
    .about("Quantity already transferred to later documents.")
    .example("0.0000")
    .assigned();
pub(crate) const SERIALNUMBER: Field = Field::text("serialnumber")
    .size(30)
    .about("Serial number of one piece.")
    .example("SN26010001");
pub(crate) const TRACK_SERIALNUMBER: Field = Field::boolean("serialnumber")
    .about("Whether serial numbers are tracked for the item.")
    .example("false")
    .or("false");
pub(crate) const LANDINGCOST1: Field = Field::decimal("landingcost1")
    .scale(2)
    .about("First extra purchase cost, such as freight.")
    .example("50.00")
    .or("0.00");
pub(crate) const LANDINGCOST2: Field = Field::decimal("landingcost2")
    .scale(2)
    .about("Second extra purchase cost, such as duty.")
    .example("0.00")
    .or("0.00");
pub(crate) const LOCALTOTALWITHCOST: Field = Field::decimal("localtotalwithcost")
    .scale(2)
    .about("Document total in local currency including landing costs.")
    .example("590.00");
pub(crate) const IM_CURRENCYCODE: Field = Field::text("im_currencycode")
    .about("Currency of the import purchase behind the row.")
    .example("USD")
    .refers_to("currency");
pub(crate) const IM_CURRENCYRATE: Field = Field::decimal("im_currencyrate")
    .scale(6)
    .about("Exchange rate of the import purchase behind the row.")
    .example("4.450000");
pub(crate) const IM_PURCHASEAMT: Field = Field::decimal("im_purchaseamt")
    .scale(2)
    .about("Amount of the import purchase in its own currency.")
    .example("112.36");
pub(crate) const DR: Field = Field::decimal("dr")
    .scale(2)
    .about("Debit amount of the row in document currency; total debits must equal total credits.")
    .example("500.00");
pub(crate) const CR: Field = Field::decimal("cr")
    .scale(2)
    .about("Credit amount of the row in document currency; total debits must equal total credits.")
    .example("0.00");
pub(crate) const LOCALDR: Field = Field::decimal("localdr")
    .scale(2)
    .about("Debit amount of the row in local currency.")
    .example("500.00");
pub(crate) const LOCALCR: Field = Field::decimal("localcr")
    .scale(2)
    .about("Credit amount of the row in local currency.")
    .example("0.00");
pub(crate) const LOCALDRWITHTAX: Field = Field::decimal("localdrwithtax")
    .scale(2)
    .about("Debit amount including tax in local currency.")
    .example("540.00");
pub(crate) const LOCALCRWITHTAX: Field = Field::decimal("localcrwithtax")
    .scale(2)
    .about("Credit amount including tax in local currency.")
    .example("0.00");
pub(crate) const GST_DOCDATE: Field = Field::date("gst_docdate")
    .about("Date of the tax invoice behind the row.")
    .example("2026-01-22");
pub(crate) const GST_DOCNO: Field = Field::text("gst_docno")
    .about("Number of the tax invoice behind the row.")
    .example("BK-88120");
pub(crate) const REGISTERNO: Field = Field::text("registerno")
    .about("Business registration number on the tax invoice behind the row.")
    .example("199801004321");
pub(crate) const OCR: Field = Field::text("ocr")
    .about("Internal reference of the text recognised from a scanned image.")
    .example("OCR-0001");
