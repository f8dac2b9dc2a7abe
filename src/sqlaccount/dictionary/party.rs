//! Customers and suppliers.

use crate::catalogue::Field;

pub(crate) const CONTROLACCOUNT: Field = Field::text("controlaccount")
    .size(10)
    .about("Debtors or creditors control account in the general ledger, such as 300-000.")
    .example("300-000")
    .refers_to("account");
pub(crate) const COMPANYNAME: Field = Field::text("companyname")
    .size(100)
    .about("Name of the customer, supplier, payee or company the record is about.")
    .example("Aman Jaya Trading Sdn Bhd");
pub(crate) const CASH_SALES_COMPANYNAME: Field = Field::text("companyname")
    .size(100)
    .about("Customer name shown on the cash sale; Cash Sales is used when omitted.")
    .example("Aman Jaya Trading Sdn Bhd")
    .or("Cash Sales");
pub(crate) const ROW_COMPANYNAME: Field = Field::text("companyname")
    .size(100)
    .about("Name of the company on the tax invoice behind the row.")
    .example("Aneka Komponen Sdn Bhd");
pub(crate) const COMPANYNAME2: Field = Field::text("companyname2")
    .size(100)
    .about("Second line of the company name.")
    .example("(Selayang Branch)");
pub(crate) const COMPANYCATEGORY: Field = Field::text("companycategory")
    .size(15)
    .about("Category that groups customers or suppliers; four dashes mean none.")
    .example("RETAIL")
    .refers_to("companycategory")
    .or("----");
pub(crate) const BIZNATURE: Field = Field::text("biznature")
    .size(100)
    .about("Nature of business in words.")
    .example("Wholesale of computer hardware");
pub(crate) const CREDITTERM: Field = Field::text("creditterm")
    .size(10)
    .about("Default credit terms given to or by the party.")
    .example("30 Days")
    .refers_to("terms")
    .or("30 Days");
pub(crate) const CREDITLIMIT: Field = Field::decimal("creditlimit")
    .scale(2)
    .about("Highest amount that may be outstanding, in local currency.")
    .example("30000.00")
    .or("30000.00");
pub(crate) const OVERDUELIMIT: Field = Field::decimal("overduelimit")
    .scale(2)
    .about("Highest amount that may be overdue, in local currency.")
    .example("5000.00")
    .or("0.00");
pub(crate) const STATEMENTTYPE: Field = Field::text("statementtype")
    .size(1)
    .about("Layout of the statement of account: open item or brought forward.")
    .example("O")
    .codes(&[("B", "Brought forward"), ("O", "Open item")])
    .or("O");
pub(crate) const AGINGON: Field = Field::text("agingon")
    .size(1)
    .about("Date from which ageing is counted.")
    .example("I")
    .codes(&[("I", "Invoice date"), ("D", "Due date")])
    .or("I");
pub(crate) const DOCUMENT_OUTSTANDING: Field = Field::decimal("outstanding")
    .scale(2)
    .about("Part of the document that is still unpaid, in document currency.")
    .example("240.00")
    .assigned();
pub(crate) const PARTY_OUTSTANDING: Field = Field::decimal("outstanding")
    .scale(2)
    .about("Balance the customer or supplier currently owes or is owed.")
    .example("240.00")
    .or("0.00")
    .assigned();
pub(crate) const ALLOWEXCEEDCREDITLIMIT: Field = Field::boolean("allowexceedcreditlimit")
    .about("Whether documents may exceed the credit limit.")
    .example("true")
    .or("true");
pub(crate) const ADDPDCTOCRLIMIT: Field = Field::boolean("addpdctocrlimit")
    .about("Whether post-dated cheques are added back to the credit limit.")
    .example("true")
    .or("true");
pub(crate) const PRICETAG: Field = Field::text("pricetag")
    .size(10)
    .about("Price tag that selects the price list.")
    .example("DEALER")
    .refers_to("pricetag");
pub(crate) const CREATIONDATE: Field = Field::date("creationdate")
    .about("Date the record was created; today when omitted.")
    .example("2026-01-02");
pub(crate) const TAXEXEMPTNO: Field = Field::text("taxexemptno")
    .size(50)
    .about("Number of the tax exemption certificate.")
    .example("CJ-P-2026-0012");
pub(crate) const TAXEXPDATE: Field = Field::date("taxexpdate")
    .about("Date the tax exemption ends.")
    .example("2026-12-31");
pub(crate) const BRN: Field = Field::text("brn")
    .size(30)
    .about("Business registration number in the old format.")
    .example("1234567-X");
pub(crate) const BRN2: Field = Field::text("brn2")
    .size(30)
    .about("Business registration number in the new twelve-digit format.")
    .example("202001012345");
pub(crate) const GSTNO: Field = Field::text("gstno")
    .size(25)
    .about("Registration number under the former goods and services tax.")
    .example("001234567890");
pub(crate) const SALESTAXNO: Field = Field::text("salestaxno")
    .size(25)
    .about("Registration number of the party for sales tax.")
    .example("W10-1808-32000123");
pub(crate) const SERVICETAXNO: Field = Field::text("servicetaxno")
    .size(25)
    .about("Registration number of the party for service tax.")
    .example("W10-1808-32000456");
pub(crate) const TIN: Field = Field::text("tin")
    .size(14)
    .about("Tax identification number used for e-Invoice.")
    .example("C20880050010");
pub(crate) const IDTYPE: Field = Field::integer("idtype")
    .about("Kind of identity number held in idno.")
    .example("1")
    .codes(&[
        ("0", "None"),
        ("1", "Registration number"),
        ("2", "NRIC"),
        ("3", "Passport"),
        ("4", "Army"),
    ])
    .or("0");
pub(crate) const BANK_IDTYPE: Field = Field::text("idtype")
    .size(2)
    .about("Kind of identity number registered with the bank account.")
    .example("B")
    .codes(&[
        ("B", "Business registration number"),
        ("N", "New identity card"),
        ("O", "Old identity card"),
        ("P", "Passport"),
        ("C", "Police"),
        ("A", "Army"),
        ("J", "JomPAY"),
    ])
    .or("B");
pub(crate) const IDNO: Field = Field::text("idno")
    .size(20)
    .about("Identity number of the kind given by idtype.")
    .example("202001012345");
pub(crate) const TOURISMNO: Field = Field::text("tourismno")
    .size(17)
    .about("Registration number of the party for tourism tax.")
    .example("123-2026-10000001");
pub(crate) const SIC: Field = Field::text("sic")
    .size(10)
    .about("Malaysian industry code (MSIC) of the business.")
    .example("46510");
pub(crate) const SUBMISSIONTYPE: Field = Field::integer("submissiontype")
    .about("How the document goes to e-Invoice; on purchases 17 means self-billed.")
    .example("17")
    .codes(&[
        ("0", "None"),
        ("17", "e-Invoice (self-billed on purchases)"),
        ("18", "Consolidated e-Invoice"),
    ])
    .or("0");
pub(crate) const IRBM_CLASSIFICATION: Field = Field::text("irbm_classification")
    .size(3)
    .about("Three-digit e-Invoice classification code of the goods or service.")
    .example("022");
pub(crate) const INFOREQUEST_UUID: Field = Field::text("inforequest_uuid")
    .about("Identifier of the request that asked the party for its e-Invoice details.")
    .example("7b1c2d3e-4f50-4a61-8b72-93c4d5e6f701")
    .assigned();
pub(crate) const PEPPOLID: Field = Field::text("peppolid")
    .about("Participant identifier in the Peppol network.")
    .example("0230:202001012345");
pub(crate) const BUSINESSUNIT: Field = Field::text("businessunit")
    .about("Business unit used for reporting.")
    .example("HQ");
pub(crate) const TAXAREA: Field = Field::text("taxarea")
    .about("Tax area of the customer or supplier.")
    .example("MALAYSIA");
pub(crate) const BRANCHTYPE: Field = Field::text("branchtype")
    .size(1)
    .about("Kind of address; the first branch of a party is the billing address.")
    .example("B")
    .codes(&[("B", "Billing"), ("D", "Delivery")])
    .or("B");
pub(crate) const BRANCHNAME: Field = Field::text("branchname")
    .size(100)
    .about("Name of the address or branch, such as BILLING for the main address.")
    .example("BILLING")
    .or("BILLING");
