//! Payments, knock-offs and deposits.

use crate::catalogue::Field;

pub(crate) const UNAPPLIEDAMT: Field = Field::decimal("unappliedamt")
    .scale(2)
    .about("Part of the payment or credit that has not been knocked off yet.")
    .example("0.00")
    .or("0.00")
    .assigned();
pub(crate) const PAYMENTAMT: Field = Field::decimal("paymentamt")
    .scale(2)
    .about("Amount already paid or credited against the document.")
    .example("300.00")
    .or("0.00")
    .assigned();
pub(crate) const ORIGINALOUTSTANDING: Field = Field::decimal("originaloutstanding")
    .scale(2)
    .about("Unpaid amount of the document before this knock-off.")
    .example("540.00")
    .assigned();
pub(crate) const KOAMT: Field = Field::decimal("koamt")
    .scale(2)
    .about("Amount to knock off, in document currency.")
    .example("300.00")
    .or("0.00");
pub(crate) const LOCALKOAMT: Field = Field::decimal("localkoamt")
    .scale(2)
    .about("Amount knocked off, converted to local currency.")
    .example("300.00");
pub(crate) const ACTUALLOCALKOAMT: Field = Field::decimal("actuallocalkoamt")
    .scale(2)
    .about("Amount knocked off in local currency as actually posted.")
    .example("300.00");
pub(crate) const KOTAXDATE: Field = Field::date("kotaxdate")
    .about("Tax date that applies to the knock-off.")
    .example("2026-01-22");
pub(crate) const GAINLOSS: Field = Field::decimal("gainloss")
    .scale(2)
    .about("Foreign exchange gain or loss in local currency.")
    .example("0.00");
pub(crate) const DISPOSAL_GAINLOSS: Field = Field::decimal("gainloss")
    .scale(2)
    .about("Profit or loss on the disposal of the asset.")
    .example("-500.00");
pub(crate) const GAINLOSSPOSTDATE: Field = Field::date("gainlosspostdate")
    .about("Date on which the foreign exchange gain or loss is posted.")
    .example("2026-01-22");
pub(crate) const LOCALOUTSTANDING: Field = Field::decimal("localoutstanding")
    .scale(2)
    .about("Unpaid amount of the document in local currency.")
    .example("240.00")
    .assigned();
pub(crate) const KNOCKOFF: Field = Field::boolean("knockoff")
    .about("Whether this row is applied; send true together with koamt.")
    .example("true")
    .or("true");
pub(crate) const DEPOSITACCOUNT: Field = Field::text("depositaccount")
    .about("General ledger account that holds the deposit.")
    .example("405-001")
    .refers_to("account");
pub(crate) const PAYMENTMETHOD: Field = Field::text("paymentmethod")
    .size(10)
    .about("Bank or cash account the money goes through.")
    .example("310-001")
    .refers_to("pmmethod");
pub(crate) const CHEQUENUMBER: Field = Field::text("chequenumber")
    .size(20)
    .about("Number of the cheque or transfer.")
    .example("000123");
pub(crate) const PAYMENTPROJECT: Field = Field::text("paymentproject")
    .size(20)
    .about("Project the bank or cash side is analysed under; four dashes mean none.")
    .example("P-2026-01")
    .refers_to("project")
    .or("----");
pub(crate) const BANKCHARGE: Field = Field::decimal("bankcharge")
    .scale(2)
    .about("Fee deducted by the bank.")
    .example("0.50")
    .or("0.00");
pub(crate) const BANKCHARGEACCOUNT: Field = Field::text("bankchargeaccount")
    .about("General ledger account for the bank fee.")
    .example("908-000")
    .refers_to("account");
pub(crate) const BOUNCEDDATE: Field = Field::date("bounceddate")
    .about("Date the cheque bounced; null when it did not.")
    .example("2026-01-30");
pub(crate) const TRANSTYPE: Field = Field::integer("transtype")
    .about("Internal number for what the row does with the deposit.")
    .example("0");
pub(crate) const PAYMENTAMOUNT: Field = Field::decimal("paymentamount")
    .scale(2)
    .about("Amount of the deposit row in the currency of the payment.")
    .example("100.00");
pub(crate) const BANKACC: Field = Field::integer("bankacc")
    .about("Internal link to the bank account of the customer or supplier.")
    .example("12");
pub(crate) const NONREFUNDABLE: Field = Field::boolean("nonrefundable")
    .about("Whether the payment can never be refunded.")
    .example("false")
    .or("false");
pub(crate) const BANKTRANSFERTYPE: Field = Field::integer("banktransfertype")
    .about("Kind of electronic bank transfer; its codes are not documented.")
    .example("0");
pub(crate) const BANKREFNO: Field = Field::text("bankrefno")
    .about("Reference number given by the bank.")
    .example("MBB260122001");
pub(crate) const BANKSTATUS: Field = Field::integer("bankstatus")
    .about("State of the electronic bank transfer; its codes are not documented.")
    .example("0")
    .assigned();
pub(crate) const BANKSTATUSDESC: Field = Field::text("bankstatusdesc")
    .about("State of the electronic bank transfer in words.")
    .example("Successful")
    .assigned();
pub(crate) const BANKACCOUNT: Field = Field::text("bankaccount")
    .about("Bank account that receives the refund.")
    .example("514012345678");
pub(crate) const DEPOSITKEY: Field = Field::integer("depositkey")
    .about("Internal link to the deposit the voucher belongs to; usable as an indexed filter.")
    .example("0");
pub(crate) const ACCOUNT: Field = Field::text("account")
    .size(10)
    .about("General ledger account the row is posted to.")
    .example("500-000")
    .refers_to("account");
pub(crate) const SHIPPER_ACCOUNT: Field = Field::text("account")
    .about(
        "Account text of the shipper, either a ledger account or the number held with the carrier.",
    )
    .example("400-A0001");
