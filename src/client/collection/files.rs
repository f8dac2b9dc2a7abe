//! Files that a body names.

use super::CollectionError;

/// Where the content of files comes from.
pub struct Files<'f> {
    /// The bytes of the file at a path, or why they cannot be had.
    pub read: &'f dyn Fn(&str) -> Result<Vec<u8>, String>,
}

impl Files<'_> {
    pub(super) fn read(&self, path: &str) -> Result<Vec<u8>, CollectionError> {
        (self.read)(path).map_err(|reason| CollectionError::File {
            path: path.to_owned(),
            reason,
        })
    }
}
