//! What goes on the wire, in the form of the table's records.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use sqlacc_postman::client::collection::{AwsAuth, CollectionError, Resolved};
use sqlacc_postman::client::{Signer, WireRequest};
use sqlacc_postman::sigv4::{Credentials, Timestamp};

/// Headers that Postman adds of itself, with the values it gives them: no record has them.
const CLIENTS_OWN: [(&str, &[&str]); 4] = [
    ("accept", &["*/*"]),
    ("cache-control", &["no-cache"]),
    ("accept-encoding", &["gzip, deflate, br"]),
    ("connection", &["keep-alive", "close"]),
];

/// Our record of a request; `theirs` is read for what a mask has hidden in it.
pub(crate) fn outcome(resolved: Result<Resolved, CollectionError>, theirs: &Value) -> Value {
    let error = |error: &dyn std::fmt::Display| json!({"error": error.to_string()});
    let resolved = match resolved {
        Ok(resolved) => resolved,
        Err(reason) => return error(&reason),
    };
    let signer = resolved.aws.as_ref().map(signer);
    let now = Timestamp::parse("20260102T030405Z").unwrap();
    let wire = match WireRequest::of(&resolved.spec, &resolved.base, signer.as_ref(), now) {
        Ok(wire) => wire,
        Err(reason) => return error(&reason),
    };
    let scheme = if resolved.base.is_secure() {
        "https"
    } else {
        "http"
    };
    let name = match resolved.base.name() {
        name if name.contains(':') => format!("[{name}]"),
        name => name.to_owned(),
    };
    let port = resolved.base.port();
    let mut authority = format!("{name}:{port}");
    // A mask for small numbers also hides the port, and a port may have zeros in front.
    let their_port = theirs["to"].as_str().and_then(|to| to.rsplit(':').next());
    if let Some(text) = their_port.filter(|text| *text == "INT" || text.parse() == Ok(port)) {
        authority = format!("{name}:{text}");
    }
    let to = format!("{scheme}://{authority}");
    let boundary = wire.headers.iter().find_map(|(_, value)| {
        let boundary = value.strip_prefix("multipart/form-data; boundary=")?;
        (boundary.len() == 32).then(|| boundary.to_owned())
    });
    let masked = |text: &str| match &boundary {
        Some(boundary) => text.replace(boundary, "BOUNDARY"),
        None => text.to_owned(),
    };
    let names = [name, authority];
    let headers: Vec<_> = wire
        .headers
        .iter()
        .filter(|(key, value)| !is_clients(key, value, &names))
        .map(|(key, value)| json!([key, masked(value)]))
        .collect();
    let mut record = json!({"to": to, "method": wire.method, "target": wire.target});
    if !headers.is_empty() {
        record["headers"] = headers.into();
    }
    match std::str::from_utf8(wire.body) {
        Ok("") => {}
        Ok(text) => record["body"] = masked(text).into(),
        Err(_) => record["base64"] = STANDARD.encode(wire.body).into(),
    }
    without_signature_spaces(record)
}

fn signer(aws: &AwsAuth) -> Signer {
    Signer {
        credentials: Credentials::new(aws.access_key.as_str(), aws.secret_key.as_str())
            .with_session_token(aws.session_token.as_str()),
        region: aws.region.clone(),
        service: aws.service.clone(),
        location: aws.location,
    }
}

fn is_clients(key: &str, value: &str, names: &[String]) -> bool {
    let key = key.to_ascii_lowercase();
    let own = CLIENTS_OWN.iter().find(|(own, _)| *own == key);
    own.is_some_and(|(_, values)| values.contains(&value))
        || key == "host" && names.iter().any(|name| name == value)
}

/// A record as it is compared: names of headers in lower case and in one order, as neither means
/// anything, values without the blanks around them, and no space between the parts of a signature.
pub(crate) fn without_signature_spaces(mut record: Value) -> Value {
    let Some(headers) = record.get_mut("headers").and_then(Value::as_array_mut) else {
        return record;
    };
    for header in headers.iter_mut() {
        let name = header[0].as_str().unwrap().to_ascii_lowercase();
        let value = header[1].as_str().unwrap().trim().to_owned();
        let value = match value.strip_prefix("AWS4-HMAC-SHA256 ") {
            Some(parts) => format!("AWS4-HMAC-SHA256 {}", parts.replace(", ", ",")),
            None => value,
        };
        *header = json!([name, value]);
    }
    headers.sort_by(|one, next| one[0].as_str().cmp(&next[0].as_str()));
    record
}
