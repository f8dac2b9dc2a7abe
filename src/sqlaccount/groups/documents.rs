//! Groups that sales and purchase documents share, in the order in which the service has them.

#![allow(
    clippy::wildcard_imports,
    reason = "groups are made of the dictionary's fields"
)]

use crate::catalogue::Field;
use crate::sqlaccount::dictionary::*;

/// Keys, numbers and dates of a sales or purchase document.
pub(crate) const NUMBERS: &[Field] =
    &[DOCKEY, DOCNO_20, DOCNO, DOCNOEX, DOCDATE, POSTDATE, TAXDATE];

/// When the e-Invoice went out, arrived and was validated.
pub(crate) const EINVOICE_TIMES: &[Field] = &[EIV_UTC, EIV_RECEIVED_UTC, EIV_VALIDATED_UTC];

/// Where the document is addressed to.
pub(crate) const BILLING_ADDRESS: &[Field] = &[
    ADDRESS1, ADDRESS2, ADDRESS3, ADDRESS4, POSTCODE, CITY, STATE, COUNTRY, PHONE1, MOBILE, FAX1,
    ATTENTION,
];

/// By whom, for what and in which currency.
pub(crate) const ANALYSIS: &[Field] = &[
    AREA,
    AGENT,
    PROJECT,
    TERMS,
    CURRENCYCODE,
    CURRENCYRATE,
    SHIPPER,
];

/// State and total of the document.
pub(crate) const TOTALS: &[Field] = &[CANCELLED, DOCUMENT_STATUS, DOCAMT, LOCALDOCAMT];

/// Copies and references.
pub(crate) const REFERENCES: &[Field] = &[
    CC, DOCREF1_25, DOCREF1, DOCREF2_25, DOCREF2, DOCREF3_25, DOCREF3, DOCREF4_25, DOCREF4,
];

/// Where the goods go.
pub(crate) const DELIVERY_ADDRESS: &[Field] = &[
    BRANCHNAME, DADDRESS1, DADDRESS2, DADDRESS3, DADDRESS4, DPOSTCODE, DCITY, DSTATE, DCOUNTRY,
    DATTENTION, DPHONE1, DMOBILE, DFAX1,
];

/// The party's tax numbers.
pub(crate) const PARTY_TAX: &[Field] = &[
    TAXEXEMPTNO,
    SALESTAXNO,
    SERVICETAXNO,
    TIN,
    IDTYPE,
    IDNO,
    TOURISMNO,
    SIC,
    INCOTERMS,
];

/// The state of the document in MyInvois.
pub(crate) const EINVOICE_STATUS: &[Field] = &[
    SUBMISSIONTYPE,
    IRBM_STATUS,
    TA_STATUS,
    IRBM_INTERNALID,
    IRBM_UUID,
    TA_UUID,
    IRBM_LONGID,
];

/// Notes, attachments and approval.
pub(crate) const NOTES: &[Field] = &[BUSINESSUNIT, ATTACHMENTS, NOTE, APPROVESTATE];

/// Change counter, prints and time of the last change.
pub(crate) const COUNTERS: &[Field] = &[
    UPDATECOUNT,
    TRANSFERABLE,
    PRINTCOUNT,
    LASTMODIFIED,
    DOCUMENT_VENDORID,
];

/// The same of a document that is never transferred.
pub(crate) const COUNTERS_FINAL: &[Field] =
    &[UPDATECOUNT, PRINTCOUNT, LASTMODIFIED, DOCUMENT_VENDORID];

/// What the service shows in whole records only.
pub(crate) const INTERNAL: &[Field] = &[
    CHANGED.record_only(),
    DOCNOSETKEY.record_only(),
    NEXTDOCNO.record_only(),
];

/// The deposit of an order.
pub(crate) const ORDER_DEPOSIT: &[Field] = &[
    D_DOCNO,
    D_PAYMENTMETHOD,
    D_CHEQUENUMBER,
    D_PAYMENTPROJECT,
    D_BANKCHARGE,
    D_BANKCHARGEACCOUNT,
];

/// How a cash document was paid.
pub(crate) const CASH_PAYMENT: &[Field] = &[
    D_AMOUNT,
    P_DOCNO,
    P_PAYMENTMETHOD,
    P_CHEQUENUMBER,
    P_PAYMENTPROJECT,
    P_BANKCHARGE,
    P_BANKCHARGEACCOUNT,
    P_AMOUNT,
];

/// Costs of bringing the goods in.
pub(crate) const LANDING_COST: &[Field] = &[LANDINGCOST1, LANDINGCOST2, LOCALTOTALWITHCOST];
