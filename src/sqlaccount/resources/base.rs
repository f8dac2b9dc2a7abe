//! What most resources have in common: an entry states what it differs in.

use crate::catalogue::{Detail, Key, Method, ResourceEntry, ResourceKind};
use crate::sqlaccount::dictionary::SERIALNUMBER;

/// A business code that the caller chooses.
pub(super) const BY_CODE: Key = Key::chosen("code");
/// A document's number.
pub(super) const BY_DOCKEY: Key = Key::number("dockey");
/// A row's number.
pub(super) const BY_AUTOKEY: Key = Key::number("autokey");

/// The serial numbers of a row of goods that are bought or sold.
pub(super) const SERIAL_NUMBERS: Detail = Detail {
    fields: &[&[SERIALNUMBER]],
    sdk_mandatory: &["serialnumber"],
    ..STOCK_SERIAL_NUMBERS
};

/// The serial numbers of a row of goods that stay in stock.
pub(super) const STOCK_SERIAL_NUMBERS: Detail = Detail {
    name: "sdsserialnumber",
    title: "Serial numbers",
    fields: &[&[SERIALNUMBER.unsized_()]],
    ..Detail::BASE
};

/// A record that other records name by its code.
pub(super) const MASTER: ResourceEntry = ResourceEntry {
    kind: ResourceKind::Master,
    key: Some(BY_CODE),
    methods: Method::ALL,
    ..SYSTEM
};

/// A numbered document.
pub(super) const DOCUMENT: ResourceEntry = ResourceEntry {
    kind: ResourceKind::Document,
    key: Some(BY_DOCKEY),
    ..MASTER
};

/// A computed report.
pub(super) const REPORT: ResourceEntry = ResourceEntry {
    kind: ResourceKind::Report,
    ..SYSTEM
};

/// Facts about the service or the company.
pub(super) const SYSTEM: ResourceEntry = ResourceEntry {
    kind: ResourceKind::System,
    reads_by_filter: true,
    ..ResourceEntry::BASE
};
