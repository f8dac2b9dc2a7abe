//! Groups of master records.

#![allow(
    clippy::wildcard_imports,
    reason = "groups are made of the dictionary's fields"
)]

use crate::catalogue::Field;
use crate::sqlaccount::dictionary::*;

/// A code, its description and whether it is in use.
pub(crate) const CODE_AND_DESCRIPTION: &[Field] = &[CODE, DESCRIPTION, ATTACHMENTS, ISACTIVE];

/// A customer or a supplier.
pub(crate) const PARTY_RECORD: &[Field] = &[
    PARTY_OWN_CODE,
    CONTROLACCOUNT,
    COMPANYNAME,
    COMPANYNAME2,
    COMPANYCATEGORY,
    AREA,
    AGENT,
    BIZNATURE,
    CREDITTERM,
    CREDITLIMIT,
    OVERDUELIMIT,
    STATEMENTTYPE,
    CURRENCYCODE,
    PARTY_OUTSTANDING,
    ALLOWEXCEEDCREDITLIMIT,
    ADDPDCTOCRLIMIT,
    AGINGON,
    PRICETAG,
    CREATIONDATE,
    TAX,
    TAXEXEMPTNO,
    TAXEXPDATE,
    BRN,
    BRN2,
    GSTNO,
    SALESTAXNO,
    SERVICETAXNO,
    TIN,
    IDTYPE,
    IDNO,
    TOURISMNO,
    SIC,
    SUBMISSIONTYPE,
    IRBM_CLASSIFICATION,
    INFOREQUEST_UUID,
    PEPPOLID,
    BUSINESSUNIT,
    TAXAREA,
    ATTACHMENTS,
    REMARK,
    NOTE,
    PARTY_STATUS,
    LASTMODIFIED,
    DIRTY.record_only(),
];

/// An address of a customer or a supplier.
pub(crate) const BRANCH: &[Field] = &[
    DTLKEY,
    OWNER_CODE,
    BRANCHTYPE,
    BRANCHNAME,
    ADDRESS1.size(60),
    ADDRESS2.size(60),
    ADDRESS3.size(60),
    ADDRESS4.size(60),
    POSTCODE,
    CITY,
    STATE,
    COUNTRY,
    GEOCOORDINATE,
    ATTENTION,
    PHONE1.size(200),
    PHONE2,
    MOBILE,
    FAX1,
    FAX2,
    EMAIL,
];

/// What happens when a limit is exceeded, for one kind of document.
pub(crate) const CREDIT_CONTROL: &[Field] = &[
    DTLKEY,
    OWNER_CODE,
    CREDIT_CONTROL_DOCTYPE,
    CONTROLTYPE,
    SUSPENDMSG,
];

/// A bank account of a customer or a supplier.
pub(crate) const BANK_ACCOUNT: &[Field] = &[
    ROW_AUTOKEY,
    OWNER_CODE,
    BANK,
    ACCNO,
    ACCNAME,
    BANK_IDTYPE,
    ID,
    ISACTIVE,
    GIRO,
    REF,
];

/// The tax code of a tariff for one customer or supplier.
pub(crate) const PARTY_TARIFF: &[Field] =
    &[ROW_AUTOKEY, OWNER_CODE.unsized_(), TARIFF, TAX, ROWVER];

/// The price for a quantity.
pub(crate) const PRICE: &[Field] = &[SEQ, PRICETAG, UOM, PRICE_QTY, STOCKVALUE, DISCOUNT];

/// When a price is valid.
pub(crate) const PRICE_PERIOD: &[Field] = &[DATEFROM, DATETO, NOTE];

/// Four address lines, postcode, city, state and country.
pub(crate) const POSTAL_ADDRESS: &[Field] = &[
    ADDRESS1.unsized_(),
    ADDRESS2.unsized_(),
    ADDRESS3.unsized_(),
    ADDRESS4.unsized_(),
    POSTCODE,
    CITY,
    STATE,
    COUNTRY,
];
