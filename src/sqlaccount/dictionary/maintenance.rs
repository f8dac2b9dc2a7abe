//! What is looked after under Maintenance, and the chart of accounts.

use crate::catalogue::Field;

pub(crate) const CONTROLTYPE: Field = Field::integer("controltype")
    .about("What happens when the credit limit or the overdue limit is exceeded; 9 suspends the party.")
    .example("4")
    .codes(&[("0", "Credit limit unblock, overdue limit unblock"), ("1", "Credit limit unblock, overdue limit block"), ("2", "Credit limit unblock, overdue limit override"), ("3", "Credit limit block, overdue limit unblock"), ("4", "Credit limit block, overdue limit block"), ("5", "Credit limit block, overdue limit override"), ("6", "Credit limit override, overdue limit unblock"), ("7", "Credit limit override, overdue limit block"), ("8", "Credit limit override, overdue limit override"), ("9", "Suspended")]);
pub(crate) const SUSPENDMSG: Field = Field::text("suspendmsg")
    .size(150)
    .about("Message shown to the user when the rule stops a document.")
    .example("Account on hold, call finance");
pub(crate) const BANK: Field = Field::text("bank")
    .size(11)
    .about("Code of the bank that keeps the account.")
    .example("MBBEMYKL");
pub(crate) const ACCNO: Field = Field::text("accno")
    .size(34)
    .about("Number of the account at the bank, as text.")
    .example("514012345678");
pub(crate) const ACCNAME: Field = Field::text("accname")
    .size(60)
    .about("Name of the bank account holder.")
    .example("Aman Jaya Trading Sdn Bhd");
pub(crate) const ID: Field = Field::text("id")
    .size(30)
    .about("Identity number registered with the bank account, of the kind given by idtype.")
    .example("202001012345");
pub(crate) const REF: Field = Field::text("ref")
    .about("Free reference of the row.")
    .example("CHQ-000123");
pub(crate) const GIRO: Field =
    Field::blob("giro").about("Internal electronic payment data as an opaque base64 blob.");
pub(crate) const ISACTIVE: Field = Field::boolean("isactive")
    .about("Whether the record may still be used for new entries.")
    .example("true")
    .or("true");
pub(crate) const ISDEFAULT: Field = Field::boolean("isdefault")
    .about("Whether the record is the one used by default.")
    .example("false")
    .or("false");
pub(crate) const SYMBOL: Field = Field::text("symbol")
    .size(6)
    .about("Sign printed in front of amounts in this currency.")
    .example("RM");
pub(crate) const ISOCODE: Field = Field::text("isocode")
    .size(3)
    .about("Three-letter ISO 4217 code of the currency.")
    .example("MYR")
    .or("MYR");
pub(crate) const COLOR: Field = Field::integer("color")
    .about("Display colour as a decimal number.")
    .example("255");
pub(crate) const BUYINGRATE: Field = Field::decimal("buyingrate")
    .scale(6)
    .about("Rate to local currency used on the buying side.")
    .example("1.000000")
    .or("1.000000");
pub(crate) const SELLINGRATE: Field = Field::decimal("sellingrate")
    .scale(6)
    .about("Rate to local currency used on the selling side.")
    .example("1.000000")
    .or("1.000000");
pub(crate) const FCGAINACCOUNT: Field = Field::text("fcgainaccount")
    .about("General ledger account for foreign exchange gains.")
    .example("530-000")
    .refers_to("account");
pub(crate) const FCLOSSACCOUNT: Field = Field::text("fclossaccount")
    .about("General ledger account for foreign exchange losses.")
    .example("908-000")
    .refers_to("account");
pub(crate) const DATEFROM: Field = Field::date("datefrom")
    .about("First day on which the rate or price applies.")
    .example("2026-01-01");
pub(crate) const DATETO: Field = Field::date("dateto")
    .about("Last day on which the rate or price applies.")
    .example("2026-12-31");
pub(crate) const OVERDRAFTLIMIT: Field = Field::decimal("overdraftlimit")
    .scale(2)
    .about("Overdraft the bank allows on the account.")
    .example("50000.00");
pub(crate) const DATA: Field =
    Field::blob("data").about("Internal settings of the payment method as an opaque base64 blob.");
pub(crate) const BANKID: Field = Field::text("bankid")
    .about("Identifier of the bank behind the payment method.")
    .example("MBBEMYKL");
pub(crate) const ORDOCNUMBER: Field = Field::integer("ordocnumber")
    .about("Internal key of the numbering set for receipts of this payment method.")
    .example("0");
pub(crate) const PVDOCNUMBER: Field = Field::integer("pvdocnumber")
    .about("Internal key of the numbering set for payment vouchers of this payment method.")
    .example("0");
pub(crate) const PROJECTVALUE: Field = Field::decimal("projectvalue")
    .scale(2)
    .about("Contract value of the project in local currency.")
    .example("100000.00");
pub(crate) const PROJECTCOST: Field = Field::decimal("projectcost")
    .scale(2)
    .about("Budgeted cost of the project in local currency.")
    .example("72000.00");
pub(crate) const TERMTYPE: Field = Field::text("termtype")
    .about("Rule by which the due date is counted.")
    .example("A")
    .codes(&[("A", "Days after the invoice date")]);
pub(crate) const TERMDAY: Field = Field::integer("termday")
    .about("Number of days in the credit terms.")
    .example("30");
pub(crate) const TERMMONTH: Field = Field::integer("termmonth")
    .about("Number of months in the credit terms.")
    .example("0");
pub(crate) const TAXACCOUNT: Field = Field::text("taxaccount")
    .about("General ledger account the tax is posted to.")
    .example("405-100")
    .refers_to("account");
pub(crate) const TAXRETURNACCOUNT: Field = Field::text("taxreturnaccount")
    .about("General ledger account used when the tax return is settled.")
    .example("405-200")
    .refers_to("account");
pub(crate) const TAXTYPE: Field = Field::integer("taxtype")
    .about("Number of the kind of tax; its codes are not documented.")
    .example("0");
pub(crate) const INPUTTAX: Field = Field::text("inputtax")
    .about("Account for tax paid on purchases, as the name suggests.")
    .example("405-110")
    .refers_to("account");
pub(crate) const OUTPUTTAX: Field = Field::text("outputtax")
    .about("Account for tax charged on sales, as the name suggests.")
    .example("405-120")
    .refers_to("account");
pub(crate) const TAXRATE: Field = Field::text("taxrate")
    .size(10)
    .about("Rate of the tax code in force on the row, as text, usually with a percent sign.")
    .example("8%");
pub(crate) const TAXRATE_PERCENT: Field = Field::decimal("taxrate")
    .scale(2)
    .about("Rate of the tax in percent.")
    .example("8.00");
pub(crate) const TAXINCLUSIVE: Field = Field::boolean("taxinclusive")
    .about("Whether the amount or price already contains the tax.")
    .example("false")
    .or("false");
pub(crate) const TAXACCOUNTDR: Field = Field::text("taxaccountdr")
    .about("Account debited with the withholding tax.")
    .example("908-000")
    .refers_to("account");
pub(crate) const TAXACCOUNTCR: Field = Field::text("taxaccountcr")
    .about("Account credited with the withholding tax.")
    .example("405-000")
    .refers_to("account");
pub(crate) const PARENT: Field = Field::integer("parent")
    .about("Numeric key (dockey) of the account above this one in the chart of accounts.")
    .example("60");
pub(crate) const ACCTYPE: Field = Field::text("acctype")
    .about("Class of the account in the chart of accounts.")
    .example("SA")
    .codes(&[
        ("CP", "Capital"),
        ("CA", "Current assets"),
        ("CL", "Current liabilities"),
        ("FA", "Fixed assets"),
        ("EP", "Expenses"),
        ("CO", "Cost of goods sold"),
        ("SA", "Sales"),
        ("OI", "Other income"),
        ("SL", "Sales adjustments"),
        ("RE", "Retained earnings"),
        ("OA", "Other assets"),
    ]);
pub(crate) const SPECIALACCTYPE: Field = Field::text("specialacctype")
    .about("Special role of the account; two spaces mean none.")
    .example("BA")
    .codes(&[
        ("  ", "None"),
        ("DC", "Debtor control"),
        ("CC", "Creditor control"),
        ("BA", "Bank"),
        ("CH", "Cash"),
        ("BS", "Balance stock"),
        ("AD", "Accumulated depreciation"),
    ]);
pub(crate) const CASHFLOWTYPE: Field = Field::integer("cashflowtype")
    .about("Class of the account in the cash flow statement; its codes are not documented.")
    .example("0");
