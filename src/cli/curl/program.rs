//! A request as a program.

use super::{ACCESS_KEY_VARIABLE, SECRET_KEY_VARIABLE, target_to_send};
use crate::client::BaseUrl;
use crate::program::{Language, Program};
use crate::sigv4::Request;

/// The program that signs `request` and sends it to `base`.
pub(super) fn program_text(
    base: &BaseUrl,
    request: &Request<'_>,
    region: &str,
    service: &str,
    language: Language,
) -> anyhow::Result<String> {
    let mut headers = request.headers.iter();
    let content_type = headers.find(|(name, _)| *name == "Content-Type");
    let program = Program {
        method: request.method,
        origin: &base.origin(),
        target: &target_to_send(request, region, service)?,
        content_type: content_type.map(|(_, value)| *value),
        body: request.body,
        region,
        service,
        access_key_variable: ACCESS_KEY_VARIABLE,
        secret_key_variable: SECRET_KEY_VARIABLE,
    };
    Ok(program.text(language)?)
}
