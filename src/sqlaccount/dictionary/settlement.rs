//! The payment of cash documents and the deposit of orders.

use crate::catalogue::Field;

pub(crate) const P_DOCNO: Field = Field::text("p_docno")
    .size(20)
    .about("Number of the payment created with the document; assigned by SQL Account.")
    .example("OR-00015")
    .assigned();
pub(crate) const P_PAYMENTMETHOD: Field = Field::text("p_paymentmethod")
    .size(10)
    .about("Bank or cash account that receives the payment; empty when nothing is paid.")
    .example("310-001")
    .refers_to("pmmethod");
pub(crate) const P_CHEQUENUMBER: Field = Field::text("p_chequenumber")
    .size(20)
    .about("Cheque or transfer number of the payment.")
    .example("000123");
pub(crate) const P_PAYMENTPROJECT: Field = Field::text("p_paymentproject")
    .size(20)
    .about("Project of the payment side; four dashes mean none.")
    .example("P-2026-01")
    .refers_to("project")
    .or("----");
pub(crate) const P_BANKCHARGE: Field = Field::decimal("p_bankcharge")
    .scale(2)
    .about("Bank fee of the payment.")
    .example("0.00")
    .or("0.00");
pub(crate) const P_BANKCHARGEACCOUNT: Field = Field::text("p_bankchargeaccount")
    .about("General ledger account for the bank fee of the payment.")
    .example("908-000")
    .refers_to("account");
pub(crate) const P_AMOUNT: Field = Field::decimal("p_amount")
    .scale(2)
    .about("Amount settled by the payment.")
    .example("540.00")
    .or("0.00");
pub(crate) const P_PAIDAMOUNT: Field = Field::decimal("p_paidamount")
    .scale(2)
    .about("Money handed over by the customer; the rest is change.")
    .example("600.00")
    .or("0.00");
pub(crate) const D_DOCNO: Field = Field::text("d_docno")
    .about("Number of the deposit created with the order; assigned by SQL Account.")
    .example("OR-00014")
    .assigned();
pub(crate) const D_PAYMENTMETHOD: Field = Field::text("d_paymentmethod")
    .about("Bank or cash account that receives the deposit.")
    .example("310-001")
    .refers_to("pmmethod");
pub(crate) const D_CHEQUENUMBER: Field = Field::text("d_chequenumber")
    .about("Cheque or transfer number of the deposit.")
    .example("000120");
pub(crate) const D_PAYMENTPROJECT: Field = Field::text("d_paymentproject")
    .about("Project of the deposit side; four dashes mean none.")
    .example("P-2026-01")
    .refers_to("project");
pub(crate) const D_BANKCHARGE: Field = Field::decimal("d_bankcharge")
    .scale(2)
    .about("Bank fee of the deposit.")
    .example("0.00");
pub(crate) const D_BANKCHARGEACCOUNT: Field = Field::text("d_bankchargeaccount")
    .about("General ledger account for the bank fee of the deposit.")
    .example("908-000")
    .refers_to("account");
pub(crate) const D_AMOUNT: Field = Field::decimal("d_amount")
    .scale(2)
    .about("Deposit paid on the document.")
    .example("100.00")
    .or("0.00");
