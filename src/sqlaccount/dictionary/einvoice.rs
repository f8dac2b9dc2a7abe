//! e-Invoice: MyInvois and Peppol.

use crate::catalogue::Field;
use crate::sqlaccount::builds::TAX_AUTHORITY;

pub(crate) const EIV_UTC: Field = Field::timestamp("eiv_utc")
    .about("Time the document was submitted to e-Invoice, in UTC.")
    .example("2026-01-22T09:33:24.108Z")
    .assigned();
pub(crate) const EIV_RECEIVED_UTC: Field = Field::timestamp("eiv_received_utc")
    .about("Time the tax authority received the e-Invoice, in UTC.")
    .example("2026-01-22T09:33:25.310Z")
    .assigned();
pub(crate) const EIV_VALIDATED_UTC: Field = Field::timestamp("eiv_validated_utc")
    .about("Time the tax authority validated the e-Invoice, in UTC.")
    .example("2026-01-22T09:33:27.042Z")
    .assigned();
pub(crate) const IRBM_STATUS: Field = Field::integer("irbm_status")
    .about("State of the document at MyInvois, where 2 means valid.")
    .example("2")
    .assigned()
    .until(TAX_AUTHORITY);
pub(crate) const TA_STATUS: Field = Field::integer("ta_status")
    .about("State of the document at the tax authority, where 2 means valid.")
    .example("2")
    .assigned()
    .renamed("irbm_status")
    .since(TAX_AUTHORITY);
pub(crate) const TA_UUID: Field = Field::text("ta_uuid")
    .size(26)
    .about("Identifier that the tax authority gave to the document.")
    .example("X7K2M9Q4T1V8B3N6C5Z0W2R4Y1")
    .assigned()
    .renamed("irbm_uuid")
    .since(TAX_AUTHORITY);
pub(crate) const IRBM_INTERNALID: Field = Field::text("irbm_internalid")
    .about("Own reference under which the document was sent to MyInvois.")
    .example("IV-00027")
    .assigned();
pub(crate) const IRBM_UUID: Field = Field::text("irbm_uuid")
    .size(26)
    .about("Identifier that MyInvois gave to the document.")
    .example("X7K2M9Q4T1V8B3N6C5Z0W2R4Y1")
    .assigned()
    .until(TAX_AUTHORITY);
pub(crate) const IRBM_LONGID: Field = Field::text("irbm_longid")
    .size(50)
    .about("Long identifier used in the MyInvois validation link.")
    .example("X7K2M9Q4T1V8B3N6C5Z0W2R4Y11769074404")
    .assigned();
pub(crate) const EIVREQUEST_UUID: Field = Field::text("eivrequest_uuid")
    .about("Identifier of the request for an e-Invoice made by the buyer.")
    .example("7b1c2d3e-4f50-4a61-8b72-93c4d5e6f702")
    .assigned();
pub(crate) const PEPPOL_UUID: Field = Field::text("peppol_uuid")
    .about("Identifier of the document in the Peppol network.")
    .example("7b1c2d3e-4f50-4a61-8b72-93c4d5e6f703")
    .assigned();
pub(crate) const PEPPOL_DOCUUID: Field = Field::text("peppol_docuuid")
    .about("Identifier of the Peppol message that carries the document.")
    .example("7b1c2d3e-4f50-4a61-8b72-93c4d5e6f704")
    .assigned();
