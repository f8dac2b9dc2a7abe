//! Groups of detail rows.

#![allow(
    clippy::wildcard_imports,
    reason = "groups are made of the dictionary's fields"
)]

use crate::catalogue::Field;
use crate::sqlaccount::dictionary::*;

/// What every row of an item document starts with.
pub(crate) const ITEM_ROW: &[Field] = &[
    DTLKEY,
    ROW_DOCKEY,
    SEQ,
    STYLEID,
    NUMBER,
    ITEMCODE,
    LOCATION,
    BATCH,
    PROJECT,
    ROW_DESCRIPTION,
    DESCRIPTION2,
    DESCRIPTION3,
];

/// Quantity, unit and price.
pub(crate) const ROW_QUANTITY: &[Field] = &[QTY, UOM, RATE, SQTY, SUOMQTY, UNITPRICE];

/// Discount and tax codes of a row.
pub(crate) const ROW_DISCOUNT: &[Field] =
    &[DISC, TAX, TARIFF, TAXEXEMPTIONREASON, IRBM_CLASSIFICATION];

/// Tax rate and amounts of a row.
pub(crate) const ROW_TAX: &[Field] = &[
    TAXRATE,
    TAXAMT,
    LOCALTAXAMT,
    EXEMPTED_TAXRATE,
    EXEMPTED_TAXAMT,
    TAXINCLUSIVE,
    AMOUNT,
    LOCALAMOUNT,
];

/// From which document a row came, and remarks.
pub(crate) const ROW_TRANSFER: &[Field] = &[
    PRINTABLE,
    FROMDOCTYPE,
    FROMDOCKEY,
    FROMDTLKEY,
    TRANSFERABLE,
    REMARK1,
    REMARK2,
    COMPANYITEMCODE,
];

/// Withholding tax of a row.
pub(crate) const WITHHOLDING_TAX: &[Field] = &[
    WHTAX,
    WHTAXRATE,
    WHLOCALTAXAMT,
    WHTAXACCOUNTDR,
    WHTAXACCOUNTCR,
];

/// A document that is knocked off.
pub(crate) const KNOCKOFF_ROW: &[Field] = &[
    AGENT,
    AREA,
    KNOCKOFF_DOCAMT,
    ORIGINALOUTSTANDING,
    CURRENCYCODE,
    CURRENCYRATE,
    DOCUMENT_OUTSTANDING,
    KOAMT,
    ACTUALLOCALKOAMT,
    LOCALKOAMT,
    KOTAXDATE,
    GAINLOSS,
    GAINLOSSPOSTDATE,
    LOCALOUTSTANDING,
    KNOCKOFF,
];

/// What is repeated of the document that is knocked off.
pub(crate) const KNOCKOFF_DOCUMENT: &[Field] = &[
    DOCNOEX,
    KNOCKOFF_DESCRIPTION,
    DUEDATE,
    PROJECT,
    KNOCKOFF_UPDATECOUNT,
];

/// A component of a product.
pub(crate) const COMPONENT_ROW: &[Field] = &[
    BOMQTY,
    QTY,
    SUOMQTY,
    UOM,
    RATE,
    SQTY,
    UNITCOST,
    OVERHEADCOST,
    COST_AMOUNT,
    ISWASTAGE,
    PRINTABLE,
    REMARK1,
    REMARK2,
    CHANGED,
];

/// A row posted to an account.
pub(crate) const LEDGER_ROW: &[Field] = &[
    DTLKEY,
    ROW_DOCKEY,
    SEQ,
    ACCOUNT,
    PROJECT,
    ROW_DESCRIPTION.size(80),
    TAX,
    TARIFF,
];

/// Amount with tax, and where the row came from.
pub(crate) const LEDGER_ROW_END: &[Field] = &[AMOUNTWITHTAX, FROMDTLKEY, CHANGED];

/// A movement of a deposit.
pub(crate) const DEPOSIT_ROW: &[Field] = &[
    DTLKEY,
    DEPOSIT_ROW_DOCNO,
    TRANSTYPE,
    DEPOSIT_ROW_DOCDATE,
    DEPOSIT_ROW_POSTDATE,
    ACCOUNT.unsized_(),
    ROW_DESCRIPTION.unsized_(),
    CHEQUENUMBER,
    CURRENCYCODE,
    CURRENCYRATE,
    BANKCHARGE,
    BANKCHARGEACCOUNT,
    DEPOSIT_ROW_AMOUNT,
    PAYMENTAMOUNT,
    LOCALAMOUNT,
    GAINLOSS,
    GAINLOSSPOSTDATE,
];

/// A row of a payment or receipt voucher.
pub(crate) const VOUCHER_ROW: &[Field] = &[
    DTLKEY,
    ROW_DOCKEY,
    SEQ,
    ACCOUNT_CODE,
    AREA,
    AGENT,
    PROJECT,
    ROW_DESCRIPTION.size(80),
    GST_DOCDATE,
    GST_DOCNO,
    ROW_COMPANYNAME,
    REGISTERNO,
    GSTNO,
    PERMITNO,
    COUNTRY,
    TAX,
    TARIFF,
    IRBM_CLASSIFICATION,
];

/// Amounts of a voucher row.
pub(crate) const VOUCHER_ROW_END: &[Field] = &[
    AMOUNTWITHTAX,
    LOCALAMOUNTWITHTAX,
    CURRENCYCODE,
    CURRENCYRATE,
    CURRENCYAMOUNT,
    OCR,
    CHANGED,
];
