//! The auth that a request is sent with.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use zeroize::Zeroizing;

use crate::client::Call;
use crate::json::{Kind, Value};
use crate::postman::view::{Auth, Item};
use crate::sigv4::{Place, percent_encode};

use super::find::Found;
use super::variables::plain;
use super::{CollectionError, Variables};

/// AWS Signature Version 4 as the collection says it, variables filled in; a key may be empty.
pub struct AwsAuth {
    /// The access key.
    pub access_key: String,
    /// The secret key.
    pub secret_key: Zeroizing<String>,
    /// The token of a session; empty for none.
    pub session_token: Zeroizing<String>,
    /// The region; Postman's own default where none is said.
    pub region: String,
    /// The service; likewise.
    pub service: String,
    /// Where the signature goes.
    pub place: Place,
}

/// The nearest auth that decides: the request's, a folder's, the collection's.
pub(super) fn effective<'d>(found: &Found<'d>) -> Option<Auth<'d>> {
    let around = found.folders.iter().rev();
    let own = std::iter::once(&found.item).chain(around);
    let mut auths = own
        .map(Item::own_auth)
        .chain([Auth::of(found.collection.value)]);
    auths.find_map(|auth| auth.filter(|auth| auth.is_typed()))
}

/// Puts `auth` into `call` or its `url`; what signs is given back, because it comes last.
pub(super) fn apply(
    auth: Auth<'_>,
    variables: &Variables<'_, '_>,
    call: &mut Call,
    url: &mut String,
) -> Result<Option<AwsAuth>, CollectionError> {
    let value = |name: &str| {
        let text = auth.parameter(name).map(plain).unwrap_or_default();
        variables.substitute(&text)
    };
    let or = |text: String, usual: &str| {
        if text.is_empty() {
            usual.to_owned()
        } else {
            text
        }
    };
    match auth.kind().as_deref() {
        Some("noauth") | None => {}
        Some("basic") => {
            let pair = format!("{}:{}", value("username")?, value("password")?);
            set(
                call,
                "Authorization",
                format!("Basic {}", STANDARD.encode(pair)),
            );
        }
        Some("bearer") => set(call, "Authorization", format!("Bearer {}", value("token")?)),
        Some("apikey") => {
            let (key, secret) = (value("key")?, value("value")?);
            if key.is_empty() {
                return Ok(None);
            }
            if value("in")? == "query" {
                add(url, &key, &secret);
            } else {
                set(call, &key, secret);
            }
        }
        Some("oauth2") => {
            let token = value("accessToken")?;
            if token.is_empty() {
                return Err(CollectionError::NoToken);
            }
            let prefix = auth.parameter("headerPrefix");
            let prefix = match prefix.filter(|prefix| !prefix.is_null()) {
                Some(_) => value("headerPrefix")?,
                None => "Bearer".to_owned(),
            };
            if value("addTokenTo")? == "queryParams" {
                add(url, "access_token", &token);
            } else {
                let text = format!("{} {token}", prefix.trim());
                set(call, "Authorization", text.trim_start().to_owned());
            }
        }
        Some("awsv4") => {
            return Ok(Some(AwsAuth {
                access_key: value("accessKey")?,
                secret_key: Zeroizing::new(value("secretKey")?),
                session_token: Zeroizing::new(value("sessionToken")?),
                region: or(value("region")?, "us-east-1"),
                service: or(value("service")?, "execute-api"),
                place: Place::in_query(auth.parameter("addAuthDataToQuery").is_some_and(is_true)),
            }));
        }
        Some(other) => return Err(CollectionError::Auth(other.to_owned())),
    }
    Ok(None)
}

/// Any value that JavaScript takes for true, and text is one, `"false"` too.
fn is_true(value: Value) -> bool {
    match value.kind() {
        Kind::Bool => value.as_bool() == Some(true),
        Kind::String => !value.is_str(""),
        _ => false,
    }
}

fn add(url: &mut String, key: &str, value: &str) {
    url.push(if url.contains('?') { '&' } else { '?' });
    url.extend([&percent_encode(key), "=", &percent_encode(value)]);
}

fn set(call: &mut Call, name: &str, value: String) {
    call.headers
        .retain(|(other, _)| !other.eq_ignore_ascii_case(name));
    call.headers.push((name.to_owned(), value));
}
