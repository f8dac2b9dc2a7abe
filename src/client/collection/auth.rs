//! The auth that a request is sent with.

use std::borrow::Cow;

use zeroize::Zeroizing;

use crate::postman::effective::url::WireUrl;
use crate::postman::effective::{TypedValue, typed_attributes};
use crate::postman::view::Auth;
use crate::sigv4::SignatureLocation;

use super::headers::Headers;
use super::url::basic;
use super::{CollectionError, Variables};

/// AWS Signature Version 4 as the collection configures it, variables replaced; a key may be empty.
pub struct AwsAuth {
    /// The access key.
    pub access_key: String,
    /// The secret key.
    pub secret_key: Zeroizing<String>,
    /// The session token; empty for none.
    pub session_token: Zeroizing<String>,
    /// The region; Postman's default if none is given.
    pub region: String,
    /// The service; likewise.
    pub service: String,
    /// Where the signature goes.
    pub location: SignatureLocation,
}

/// Puts `auth` into the headers or the address; a signature is returned, because signing comes last.
pub(super) fn apply(
    auth: Auth<'_>,
    variables: &Variables<'_, '_>,
    headers: &mut Headers,
    url: &mut WireUrl,
) -> Result<Option<AwsAuth>, CollectionError> {
    let kind = variables.substitute(&auth.kind().unwrap_or_default())?;
    let attributes = Attributes {
        all: typed_attributes(auth, &kind),
        variables,
    };
    match kind.as_str() {
        "noauth" | "" => {}
        "basic" => {
            let (user, password) = (attributes.get("username")?, attributes.get("password")?);
            headers.replace(
                "Authorization",
                basic(user.truthy_text(), password.truthy_text()),
            );
        }
        "bearer" => {
            let token = attributes.get("token")?;
            if token.is_truthy() {
                headers.replace("Authorization", format!("Bearer {}", token.truthy_text()));
            }
        }
        "apikey" => api_key(&attributes, headers, url)?,
        "oauth2" => oauth2(&attributes, headers, url)?,
        "awsv4" => return aws(&attributes).map(Some),
        _ => return Err(CollectionError::Auth(kind)),
    }
    Ok(None)
}

fn api_key(
    attributes: &Attributes<'_, '_>,
    headers: &mut Headers,
    url: &mut WireUrl,
) -> Result<(), CollectionError> {
    let (key, value) = (attributes.get("key")?, attributes.get("value")?);
    if !key.is_truthy() && !value.is_truthy() {
        return Ok(());
    }
    if attributes.get("in")?.text() == Some("query") {
        // A name that is not text is only used in a header.
        let name = match &key {
            TypedValue::Text(text) => text.as_ref(),
            _ => "",
        };
        let value = match &value {
            TypedValue::Text(text) => Some(text.as_ref()),
            _ => None,
        };
        url.remove_parameter(name);
        url.add_parameter(name, value);
    } else {
        let nothing = if value == TypedValue::Null {
            "null"
        } else {
            ""
        };
        let name = key.text().unwrap_or_default();
        headers.replace(name, value.text().unwrap_or(nothing).to_owned());
    }
    Ok(())
}

fn oauth2(
    attributes: &Attributes<'_, '_>,
    headers: &mut Headers,
    url: &mut WireUrl,
) -> Result<(), CollectionError> {
    let token = attributes.get("accessToken")?;
    if !token.is_truthy() {
        return Err(CollectionError::NoToken);
    }
    let token = token.truthy_text();
    let (place, kind) = (attributes.get("addTokenTo")?, attributes.get("tokenType")?);
    if kind.truthy_text().eq_ignore_ascii_case("mac") {
        return Err(CollectionError::Auth(
            "oauth2 with tokens of type MAC".to_owned(),
        ));
    }
    let prefix = attributes.get("headerPrefix")?;
    let prefix = prefix.text().unwrap_or("Bearer").trim();
    match place.truthy_text() {
        "" | "header" => {
            let text = format!("{prefix} {token}");
            headers.replace("Authorization", text.trim_start().to_owned());
        }
        "queryParams" => {
            headers.remove("Authorization");
            url.remove_parameter("access_token");
            url.add_parameter("access_token", Some(token));
        }
        other => return Err(CollectionError::TokenPlace(other.to_owned())),
    }
    Ok(())
}

fn aws(attributes: &Attributes<'_, '_>) -> Result<AwsAuth, CollectionError> {
    let text = |name| Ok(attributes.get(name)?.truthy_text().to_owned());
    let or = |text: String, usual: &str| match text.as_str() {
        "" => usual.to_owned(),
        _ => text,
    };
    let is_in_query = attributes.get("addAuthDataToQuery")?.is_truthy();
    Ok(AwsAuth {
        access_key: text("accessKey")?,
        secret_key: Zeroizing::new(text("secretKey")?),
        session_token: Zeroizing::new(text("sessionToken")?),
        region: or(text("region")?, "us-east-1"),
        service: or(text("service")?, "execute-api"),
        location: SignatureLocation::in_query(is_in_query),
    })
}

/// The attributes of an auth. Variables are replaced on request only, because what is not sent
/// needs no value.
struct Attributes<'d, 'v> {
    all: Vec<(Cow<'d, str>, TypedValue<'d>)>,
    variables: &'v Variables<'v, 'v>,
}

impl<'d> Attributes<'d, '_> {
    fn get(&self, name: &str) -> Result<TypedValue<'d>, CollectionError> {
        let is_it = |(key, _): &&(Cow<'d, str>, TypedValue<'d>)| {
            key == name || self.variables.substitute(key).is_ok_and(|key| key == name)
        };
        Ok(match self.all.iter().rfind(is_it) {
            None => TypedValue::Undefined,
            Some((_, TypedValue::Text(text))) => {
                TypedValue::Text(Cow::Owned(self.variables.substitute(text)?))
            }
            Some((_, other)) => other.clone(),
        })
    }
}
