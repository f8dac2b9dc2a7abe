//! The collection's variables: what people set, and what the test scripts set.

use super::Signing;
use crate::catalogue::Resource;
use crate::postman::Variable;

/// The maximum number of rows of one array whose keys an Update body names.
const MOST_ROWS: usize = 2;

/// The variable that holds the key of the record that Create made.
pub(super) fn key_variable(resource: &Resource) -> Option<String> {
    let key = resource.key_field().filter(|_| resource.creates())?;
    let path = resource.path.replace('/', "_");
    Some(format!("{path}_{key}"))
}

/// The value of the key variable until Create has run: the key of no record, so that neither Update
/// nor Delete can touch one of the company's own.
pub(super) fn initial_key(resource: &Resource) -> &'static str {
    match resource.key {
        Some(key) if key.is_number() => "0",
        _ => "not-created",
    }
}

/// The variable that holds the key of the row at `index` of the record last read.
pub(super) fn row_variable(key: &str, index: usize) -> Option<String> {
    (index < MOST_ROWS).then(|| format!("{key}_{}", index + 1))
}

/// A collection variable of text.
pub(super) fn variable(key: &str, value: &str, description: &str) -> Variable {
    Variable {
        key: key.to_owned(),
        value: value.to_owned(),
        kind: "string",
        description: description.to_owned(),
    }
}

/// The variables that people set, as name, value, description and whether the value is a secret.
pub(super) fn settings<'a>(
    signing: &Signing<'a>,
) -> [(&'static str, &'a str, &'static str, bool); 6] {
    [
        (
            "host",
            signing.host,
            "The service: scheme and host, without a slash at the end.",
            false,
        ),
        (
            "access_key",
            "your_access_key",
            signing.credentials.access_key,
            true,
        ),
        (
            "secret_key",
            "your_secret_key",
            signing.credentials.secret_key,
            true,
        ),
        (
            "region",
            signing.region,
            "Region of the signature's scope.",
            false,
        ),
        (
            "service",
            signing.service,
            "Service of the signature's scope.",
            false,
        ),
        ("session_token", "", signing.credentials.session_token, true),
    ]
}
