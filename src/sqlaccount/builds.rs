//! The builds of SQL Account that changed the API, from the vendor's changelogs.
//!
//! Changelogs name columns of the database; that the JSON name is the same in lower case is our
//! guess. What the vendor announces without a name is not in the catalogue: the reorder quantity by
//! location (1093), the months of an asset's useful life (1086), the form of attachments of sales
//! documents (1100).

use crate::catalogue::{Build, Mark};

/// All, from the first release of the API on.
pub(super) const BUILDS: &[Build] = &[
    Build::new("5.2025.1038.875", 1038),
    Build::new("5.2025.1042.879", 1042),
    Build::new("5.2025.1054.889", 1054),
    Build::new("5.2026.1065.891", 1065),
    B1068,
    B1085,
    Build::new("5.2026.1086.897", 1086),
    Build::new("6.2026.1093.900", 1093),
    B1097,
    Build::new("6.2026.1100.905", 1100),
];

const B1068: Build = Build::new("5.2026.1068.892", 1068);
const B1085: Build = Build::new("5.2026.1085.897", 1085);
const B1097: Build = Build::new("6.2026.1097.902", 1097);

static FROM_1068: Build = B1068;
static FROM_1085: Build = B1085;
static FROM_1097: Build = B1097;

/// When stock and production documents got the time of their last change.
pub(super) const STOCK_TIMES: Mark = Mark::known(&FROM_1068);
/// When numbers and references of documents became 50 characters long.
pub(super) const LONG_NUMBERS: Mark = Mark::known(&FROM_1085);
/// When sales and purchase documents got the vendor's identifier.
pub(super) const VENDORS: Mark = Mark::guessed(&FROM_1085);
/// When MyInvois fields were renamed.
pub(super) const TAX_AUTHORITY: Mark = Mark::known(&FROM_1097);
