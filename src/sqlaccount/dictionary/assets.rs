//! Fixed assets.

use crate::catalogue::Field;

pub(crate) const ASSET: Field = Field::integer("asset")
    .about("Numeric key (autokey) of the asset that is disposed of.")
    .example("12")
    .refers_to("assetitem");
pub(crate) const ASSETGROUP: Field = Field::integer("assetgroup")
    .about("Numeric key (autokey) of the asset group.")
    .example("3")
    .refers_to("assetgroup");
pub(crate) const ACCUMDEPR: Field = Field::decimal("accumdepr")
    .scale(2)
    .about("Depreciation accumulated up to the disposal.")
    .example("3000.00");
pub(crate) const NETBOOK: Field = Field::decimal("netbook")
    .scale(2)
    .about("Book value left at the disposal.")
    .example("2000.00");
pub(crate) const GAINLOSSACC: Field = Field::text("gainlossacc")
    .about("General ledger account for the profit or loss on disposal.")
    .example("530-000")
    .refers_to("account");
pub(crate) const DEPRMETHOD: Field = Field::text("deprmethod")
    .about("Method of depreciation; its codes are not documented.")
    .example("SL");
pub(crate) const ASSETACC: Field = Field::text("assetacc")
    .about("General ledger account that holds the cost of the assets.")
    .example("200-200")
    .refers_to("account");
pub(crate) const ACCUMDEPRACC: Field = Field::text("accumdepracc")
    .about("General ledger account for accumulated depreciation.")
    .example("200-205")
    .refers_to("account");
pub(crate) const DEPRACC: Field = Field::text("depracc")
    .about("General ledger account for the depreciation expense.")
    .example("908-000")
    .refers_to("account");
pub(crate) const DISPOSALGAINACC: Field = Field::text("disposalgainacc")
    .about("General ledger account for gains on disposal.")
    .example("530-000")
    .refers_to("account");
pub(crate) const DISPOSALLOSSACC: Field = Field::text("disposallossacc")
    .about("General ledger account for losses on disposal.")
    .example("908-000")
    .refers_to("account");
pub(crate) const ACQUIREDATE: Field = Field::date("acquiredate")
    .about("Date the asset was bought.")
    .example("2023-01-22");
pub(crate) const USEFULLIFE: Field = Field::decimal("usefullife")
    .scale(2)
    .about("Expected life of the asset; the unit is not documented.")
    .example("5.00");
pub(crate) const DEPRRATE: Field = Field::decimal("deprrate")
    .scale(2)
    .about("Depreciation rate of the asset in percent.")
    .example("20.00");
pub(crate) const DEPRFREQUENCY: Field = Field::text("deprfrequency")
    .about("How often depreciation is posted; its codes are not documented.")
    .example("M");
pub(crate) const RESIDUAL: Field = Field::decimal("residual")
    .scale(2)
    .about("Value expected to remain at the end of the useful life.")
    .example("0.00");
pub(crate) const STATUSDATE: Field = Field::date("statusdate")
    .about("Date since which the asset has its present state.")
    .example("2026-01-22");
pub(crate) const PHOTO: Field = Field::blob("photo").about("Photograph of the asset as base64.");
