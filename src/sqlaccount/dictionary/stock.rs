//! Stock items, their groups and their detail rows.

use crate::catalogue::Field;

pub(crate) const EXPDATE: Field = Field::date("expdate")
    .about("Date on which the batch expires.")
    .example("2028-01-31");
pub(crate) const MFGDATE: Field = Field::date("mfgdate")
    .about("Date on which the batch was made.")
    .example("2026-01-05");
pub(crate) const SALES: Field = Field::text("sales")
    .about("Account for invoiced sales of the group.")
    .example("500-000")
    .refers_to("account");
pub(crate) const SALESRETURNED: Field = Field::text("salesreturned")
    .about("Account for sales returns of the group.")
    .example("510-000")
    .refers_to("account");
pub(crate) const CASHSALES: Field = Field::text("cashsales")
    .about("Account for cash sales of the group.")
    .example("500-000")
    .refers_to("account");
pub(crate) const PURCHASE: Field = Field::text("purchase")
    .about("Account for invoiced purchases of the group.")
    .example("610-000")
    .refers_to("account");
pub(crate) const CASHPURCHASE: Field = Field::text("cashpurchase")
    .about("Account for cash purchases of the group.")
    .example("610-000")
    .refers_to("account");
pub(crate) const PURCHASERETURNED: Field = Field::text("purchasereturned")
    .about("Account for purchase returns of the group.")
    .example("612-000")
    .refers_to("account");
pub(crate) const BALANCESTOCK: Field = Field::text("balancestock")
    .about("Balance sheet account for the stock of the group.")
    .example("330-000")
    .refers_to("account");
// The vendor's field list has 1 for FIFO; one client reads it as weighted average.
pub(crate) const COSTINGMETHOD: Field = Field::integer("costingmethod")
    .about("Method by which stock is valued.")
    .example("1")
    .codes(&[
        ("0", "Fixed cost"),
        ("1", "FIFO"),
        ("2", "Weighted average"),
    ])
    .or("1");
pub(crate) const STOCKGROUP: Field = Field::text("stockgroup")
    .size(20)
    .about("Stock group that supplies the posting accounts of the item.")
    .example("DEFAULT")
    .refers_to("stockgroup")
    .or("DEFAULT");
pub(crate) const STOCKCONTROL: Field = Field::boolean("stockcontrol")
    .about("Whether stock quantities are kept for the item.")
    .example("true")
    .or("true");
pub(crate) const SHELF: Field = Field::text("shelf")
    .size(40)
    .about("Shelf or bin where the item is kept.")
    .example("A-03");
pub(crate) const MINQTY: Field = Field::decimal("minqty")
    .scale(4)
    .about("Smallest quantity to keep in stock.")
    .example("5.0000")
    .or("0.0000");
pub(crate) const MAXQTY: Field = Field::decimal("maxqty")
    .scale(4)
    .about("Largest quantity to keep in stock.")
    .example("100.0000")
    .or("0.0000");
pub(crate) const SUOM: Field = Field::text("suom")
    .size(10)
    .about("Secondary unit of measure of the item.")
    .example("CTN");
pub(crate) const REORDERLEVEL: Field = Field::decimal("reorderlevel")
    .scale(4)
    .about("Stock level at which the item should be ordered again.")
    .example("10.0000")
    .or("0.0000");
pub(crate) const REORDERQTY: Field = Field::decimal("reorderqty")
    .scale(4)
    .about("Quantity to order when the reorder level is reached.")
    .example("50.0000")
    .or("0.0000");
pub(crate) const SLTAX: Field = Field::text("sltax")
    .size(10)
    .about("Tax code proposed when the item is sold.")
    .example("SV")
    .refers_to("tax")
    .or("SR");
pub(crate) const PHTAX: Field = Field::text("phtax")
    .size(10)
    .about("Tax code proposed when the item is bought.")
    .example("ST")
    .refers_to("tax")
    .or("TX");
pub(crate) const STOCKMATRIX: Field = Field::text("stockmatrix")
    .size(15)
    .about("Code of the size or colour matrix of the item.")
    .example("COLOUR");
pub(crate) const DEFUOM_ST: Field = Field::text("defuom_st")
    .size(10)
    .about("Unit of measure proposed in stock documents.")
    .example("UNIT");
pub(crate) const DEFUOM_SL: Field = Field::text("defuom_sl")
    .size(10)
    .about("Unit of measure proposed in sales documents.")
    .example("UNIT");
pub(crate) const DEFUOM_PH: Field = Field::text("defuom_ph")
    .size(10)
    .about("Unit of measure proposed in purchase documents.")
    .example("UNIT");
pub(crate) const SCRIPTCODE: Field = Field::text("scriptcode")
    .size(15)
    .about("Code of the user script attached to the item.")
    .example("ROUTER");
pub(crate) const PICTURE: Field = Field::blob("picture").about("Picture of the item as base64.");
pub(crate) const PICTURECLASS: Field = Field::text("pictureclass")
    .size(10)
    .about("Internal class name of the picture format.")
    .example("TJPEGImage");
pub(crate) const REFCOST: Field = Field::decimal("refcost")
    .scale(8)
    .about("Reference cost of one unit in local currency.")
    .example("180.00000000");
pub(crate) const REFPRICE: Field = Field::decimal("refprice")
    .scale(8)
    .about("Reference selling price of one unit in local currency.")
    .example("250.00000000");
pub(crate) const ITEMTYPE: Field = Field::text("itemtype")
    .size(1)
    .about("Kind of item: a dash for a normal item, B for a bill of material.")
    .example("-")
    .codes(&[("-", "Normal"), ("B", "Bill of material")])
    .or("-");
pub(crate) const LEADTIME: Field = Field::integer("leadtime")
    .about("Days between ordering and receiving the item.")
    .example("7")
    .or("0");
pub(crate) const BOM_LEADTIME: Field = Field::integer("bom_leadtime")
    .about("Days needed to assemble the item.")
    .example("2")
    .or("0");
pub(crate) const BOM_ASMCOST: Field = Field::decimal("bom_asmcost")
    .scale(8)
    .about("Cost of assembling one unit.")
    .example("5.00000000")
    .or("0.00000000");
pub(crate) const BALSQTY: Field = Field::decimal("balsqty")
    .scale(4)
    .about("Quantity on hand in the base unit.")
    .example("22.0000")
    .or("0.0000")
    .assigned();
pub(crate) const BALSUOMQTY: Field = Field::decimal("balsuomqty")
    .scale(4)
    .about("Quantity on hand in the secondary unit.")
    .example("0.0000")
    .or("0.0000")
    .assigned();
pub(crate) const BARCODE: Field = Field::text("barcode")
    .size(10)
    .about("Barcode of the item, or of one of its units of measure.")
    .example("9551234567");
pub(crate) const MINCOST: Field = Field::decimal("mincost")
    .scale(8)
    .about("Lowest cost accepted for one unit.")
    .example("150.00000000");
pub(crate) const MAXCOST: Field = Field::decimal("maxcost")
    .scale(8)
    .about("Highest cost accepted for one unit.")
    .example("200.00000000");
pub(crate) const MINPRICE: Field = Field::decimal("minprice")
    .scale(8)
    .about("Lowest selling price accepted for one unit.")
    .example("220.00000000");
pub(crate) const MAXPRICE: Field = Field::decimal("maxprice")
    .scale(8)
    .about("Highest selling price accepted for one unit.")
    .example("300.00000000");
pub(crate) const ISBASE: Field = Field::boolean("isbase")
    .about("Whether this is the base unit; an item needs one such row with rate 1.")
    .example("true")
    .or("true");
pub(crate) const COST: Field = Field::decimal("cost")
    .scale(8)
    .about("Cost of one unit of the opening balance.")
    .example("180.00000000");
pub(crate) const ASSET_COST: Field = Field::decimal("cost")
    .scale(8)
    .about("Purchase cost of the asset.")
    .example("5000.00000000");
pub(crate) const UTDCOST: Field = Field::decimal("utdcost")
    .scale(8)
    .about("Value of the opening balance, which is quantity times cost.")
    .example("3600.00000000");
pub(crate) const TOTAL: Field = Field::decimal("total")
    .scale(8)
    .about("Total value of the opening balance row.")
    .example("3600.00000000");
pub(crate) const CUSTOMER_TAGTYPE: Field = Field::text("tagtype")
    .size(1)
    .about("Internal marker for a customer price, always C in this array.")
    .example("C")
    .codes(&[("C", "Customer"), ("S", "Supplier")])
    .or("C");
pub(crate) const SUPPLIER_TAGTYPE: Field = Field::text("tagtype")
    .size(1)
    .about("Internal marker for a supplier price, always S in this array.")
    .example("S")
    .codes(&[("C", "Customer"), ("S", "Supplier")])
    .or("S");
pub(crate) const STOCKVALUE: Field = Field::decimal("stockvalue")
    .scale(8)
    .about("Special price of one unit before discount.")
    .example("240.00000000");
pub(crate) const DISCOUNT: Field = Field::text("discount")
    .size(20)
    .about("Discount on the special price as text.")
    .example("5%");
pub(crate) const CUSTOMER_COMPANY: Field = Field::text("company")
    .size(10)
    .about("Customer the price or item code is for; price rows may name a price tag instead.")
    .example("300-A0001")
    .refers_to("customer");
pub(crate) const SUPPLIER_COMPANY: Field = Field::text("company")
    .size(10)
    .about("Supplier the price or item code is for; price rows may name a price tag instead.")
    .example("400-A0001")
    .refers_to("supplier");
pub(crate) const CATEGORY: Field = Field::text("category")
    .size(15)
    .about("Stock category the item belongs to.")
    .example("NETWORK")
    .refers_to("stockcategory");
pub(crate) const SUBCODE: Field = Field::text("subcode")
    .size(30)
    .about("Item used as a component in the bill of material.")
    .example("ANT-002")
    .refers_to("stockitem");
pub(crate) const BOMPACKAGE: Field = Field::text("bompackage")
    .size(30)
    .about("Name of the bill of material variant.")
    .example("STD");
pub(crate) const OVERHEADCOST: Field = Field::decimal("overheadcost")
    .scale(8)
    .about("Overhead added to the cost of the component.")
    .example("0.00000000")
    .or("0.00000000");
pub(crate) const ISWASTAGE: Field = Field::boolean("iswastage")
    .about("Whether the row is wastage rather than a component.")
    .example("false")
    .or("false");
pub(crate) const ALTCODE: Field = Field::text("altcode")
    .size(30)
    .about("Item that may be used instead of this one.")
    .example("ANT-003")
    .refers_to("stockitem");
pub(crate) const CUSTOMER_CTYPE: Field = Field::text("ctype")
    .size(1)
    .about("Internal marker for a customer item code, always C in this array.")
    .example("C")
    .codes(&[("C", "Customer"), ("S", "Supplier")])
    .or("C");
pub(crate) const SUPPLIER_CTYPE: Field = Field::text("ctype")
    .size(1)
    .about("Internal marker for a supplier item code, always S in this array.")
    .example("S")
    .codes(&[("C", "Customer"), ("S", "Supplier")])
    .or("S");
pub(crate) const ASMCOST: Field = Field::decimal("asmcost")
    .scale(8)
    .about("Cost of assembling, added to the cost of the components.")
    .example("5.00000000");
pub(crate) const MULTIPLY: Field = Field::decimal("multiply")
    .scale(4)
    .about("Factor by which the component quantities are multiplied.")
    .example("1.0000");
pub(crate) const BOMQTY: Field = Field::decimal("bomqty")
    .scale(4)
    .about("Component quantity according to the bill of material.")
    .example("2.0000");
