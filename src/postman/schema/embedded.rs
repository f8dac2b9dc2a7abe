use serde_json::Value;

use crate::postman::view::Version;

const V2_0_0: &str = include_str!("../../../schemas/postman-collection-v2.0.0.json");
const V2_1_0: &str = include_str!("../../../schemas/postman-collection-v2.1.0.json");

/// The official schema of that version.
pub(super) fn official(version: Version) -> Result<Value, String> {
    let text = match version {
        Version::V2_0 => V2_0_0,
        Version::V2_1 => V2_1_0,
    };
    serde_json::from_str(text).map_err(|error| error.to_string())
}
