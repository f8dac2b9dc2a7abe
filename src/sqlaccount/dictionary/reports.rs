//! Parameters of reports; their meaning is read from their names.

use crate::catalogue::Field;

pub(crate) const REPORT_DATEFROM: Field = Field::date("datefrom")
    .about("First day of the report period.")
    .example("2026-01-01");
pub(crate) const REPORT_DATETO: Field = Field::date("dateto")
    .about("Last day of the report period, or the day the report is drawn up for.")
    .example("2026-01-31");
pub(crate) const REPORT_ITEM: Field = Field::text("item")
    .about("Item codes to include; empty means all items.")
    .example("ANT-001")
    .refers_to("stockitem");
pub(crate) const REPORT_LOCATION: Field = Field::text("location")
    .about("Stock locations to include; empty means all locations.")
    .example("KL-WH")
    .refers_to("location");
pub(crate) const REPORT_BATCH: Field = Field::text("batch")
    .about("Batches to include; empty means all batches.")
    .example("B2026-01")
    .refers_to("batch");
pub(crate) const REPORT_AGENT: Field = Field::text("agent")
    .about("Sales agents to include; empty means all agents.")
    .example("LIM")
    .refers_to("agent");
pub(crate) const REPORT_AREA: Field = Field::text("area")
    .about("Sales areas to include; empty means all areas.")
    .example("KL")
    .refers_to("area");
pub(crate) const REPORT_PROJECT: Field = Field::text("project")
    .about("Projects to include; empty means all projects.")
    .example("P-2026-01")
    .refers_to("project");
pub(crate) const REPORT_STOCKGROUP: Field = Field::text("stockgroup")
    .about("Stock groups to include; empty means all groups.")
    .example("DEFAULT")
    .refers_to("stockgroup");
pub(crate) const REPORT_ITEMCATEGORY: Field = Field::text("itemcategory")
    .about("Item categories to include; empty means all categories.")
    .example("NETWORK")
    .refers_to("stockcategory");
pub(crate) const REPORT_CATEGORY: Field = Field::text("category")
    .about("Stock categories used by the category filter.")
    .example("NETWORK")
    .refers_to("stockcategory");
pub(crate) const REPORT_HASCATEGORY: Field = Field::boolean("hascategory")
    .about("Whether to filter by category.")
    .example("false");
pub(crate) const REPORT_CATEGORYTPL: Field = Field::text("categorytpl")
    .about("Category template that arranges the report.")
    .example("STD");
pub(crate) const REPORT_PRINTINACTIVE: Field = Field::boolean("printinactive")
    .about("Whether to include items that are no longer active.")
    .example("false");
pub(crate) const REPORT_PRINTACTIVE: Field = Field::boolean("printactive")
    .about("Whether to include active items.")
    .example("true");
pub(crate) const REPORT_PRINTSTOCKCONTROL: Field = Field::boolean("printstockcontrol")
    .about("Whether to include items under stock control.")
    .example("true");
pub(crate) const REPORT_PRINTNONSTOCKCONTROL: Field = Field::boolean("printnonstockcontrol")
    .about("Whether to include items without stock control.")
    .example("false");
pub(crate) const REPORT_EXCLUDEXFDATE: Field = Field::boolean("excludexfdate")
    .about("Whether the dates of stock transfers are ignored when ageing.")
    .example("false");
pub(crate) const REPORT_SHOWQTY: Field = Field::boolean("showqty")
    .about("Whether the report shows quantities.")
    .example("true");
pub(crate) const REPORT_SHOWCOST: Field = Field::boolean("showcost")
    .about("Whether the report shows costs.")
    .example("true");
pub(crate) const REPORT_FIELDNOCLASS: Field = Field::text("fieldnoclass")
    .about("Choice of ageing columns; its values are not documented.")
    .example("1");
pub(crate) const REPORT_GROUPBY: Field = Field::text("groupby")
    .about("Names of the fields the report is grouped by.")
    .example("Location");
pub(crate) const REPORT_SORTBY: Field = Field::text("sortby")
    .about("Names of the fields the report is sorted by.")
    .example("ItemCode");
pub(crate) const REPORT_SELECTDATE: Field = Field::boolean("selectdate")
    .about("Whether the date range is applied.")
    .example("true");
pub(crate) const REPORT_DATEFROM_EXP: Field = Field::date("datefrom_exp")
    .about("First expiry date to include.")
    .example("2026-01-01");
pub(crate) const REPORT_DATETO_EXP: Field = Field::date("dateto_exp")
    .about("Last expiry date to include.")
    .example("2028-12-31");
pub(crate) const REPORT_SELECTDATE_MFG: Field = Field::boolean("selectdate_mfg")
    .about("Whether the range of manufacturing dates is applied.")
    .example("false");
pub(crate) const REPORT_DATEFROM_MFG: Field = Field::date("datefrom_mfg")
    .about("First manufacturing date to include.")
    .example("2026-01-01");
pub(crate) const REPORT_DATETO_MFG: Field = Field::date("dateto_mfg")
    .about("Last manufacturing date to include.")
    .example("2026-12-31");
pub(crate) const REPORT_INCLUDEZEROBALANCE: Field = Field::boolean("includezerobalance")
    .about("Whether to include items without stock on hand.")
    .example("false");
pub(crate) const REPORT_MERGESAMECOST: Field = Field::boolean("mergesamecost")
    .about("Whether rows of equal cost are merged into one.")
    .example("false");
pub(crate) const REPORT_CALCSERIALNUMBER: Field = Field::boolean("calcserialnumber")
    .about("Whether the serial numbers on hand are worked out.")
    .example("false");
pub(crate) const REPORT_HASSUPPLIER: Field = Field::boolean("hassupplier")
    .about("Whether to filter by supplier.")
    .example("false");
pub(crate) const REPORT_SUPPLIER: Field = Field::text("supplier")
    .about("Suppliers to include; empty means all suppliers.")
    .example("400-A0001")
    .refers_to("supplier");
pub(crate) const REPORT_INCLUDEZEROLEVEL: Field = Field::boolean("includezerolevel")
    .about("Whether to include items whose reorder level is zero.")
    .example("false");
pub(crate) const REPORT_QTYTYPE: Field = Field::text("qtytype")
    .about("Which stock quantity is compared; its values are not documented.")
    .example("0");
pub(crate) const REPORT_QTYLEVEL: Field = Field::text("qtylevel")
    .about("Which stock level it is compared with; its values are not documented.")
    .example("0");
