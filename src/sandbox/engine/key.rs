//! Keys in paths.

use super::ApiError;
use crate::sandbox::database;
use crate::sandbox::records::Plan;
use crate::sandbox::records::value::{folded, number};

/// The condition that finds a record by the key in a path.
pub(super) fn by_key(plan: &Plan, key: &str) -> Result<(&'static str, database::Value), ApiError> {
    if !plan.has_number_key() {
        return Ok(("key", folded(key).into()));
    }
    let number = number(key).and_then(|number| i64::try_from(number).ok());
    let Some(number) = number else {
        let shown: String = key.chars().take(40).collect();
        return Err(ApiError::bad(format!(
            "'{shown}' is not a valid floating point value"
        )));
    };
    Ok(("id", number.into()))
}

/// Refuses a key that no record has.
pub(super) fn not_found(plan: &Plan, key: &str) -> ApiError {
    let shown: String = key.chars().take(40).collect();
    ApiError::not_found(&format!("{} '{shown}'", plan.resource.title))
}
