//! A cURL command that shows whether new keys work.

use super::{at, by_curl, curl_request};
use crate::client::BaseUrl;
use crate::curl::{CurlRequest, Shell};
use crate::sigv4::{Credentials, Request, SignatureLocation, Signing, sign};
use crate::sqlaccount;

/// What is requested to see whether keys and service work.
const HEALTHCHECK: &str = "/healthcheck";

/// A cURL command for `GET /healthcheck` at `base`, signed now: what the program's Copy button gives.
pub(in crate::cli) fn signed_healthcheck(
    base: &str,
    credentials: &Credentials,
) -> anyhow::Result<String> {
    let base = BaseUrl::parse(base)?;
    let (authority, target) = (base.authority(), base.target(HEALTHCHECK));
    let service = sqlaccount::catalogue().service;
    let request = Request {
        method: "GET",
        target: &target,
        headers: &[("Host", &authority)],
        body: b"",
    };
    let signing = Signing {
        credentials,
        region: service.region,
        service: service.name,
        time: at(None),
        location: SignatureLocation::Header,
    };
    let signed = sign(&request, &signing)?;
    let command = curl_request(&base, request.method, signed);
    Ok(command.command(Shell::Bash)?)
}

/// The same, with the signature left to curl.
pub(in crate::cli) fn template_healthcheck(base: &str) -> anyhow::Result<String> {
    let base = BaseUrl::parse(base)?;
    let service = sqlaccount::catalogue().service;
    let request = CurlRequest {
        method: "GET".to_owned(),
        url: format!("{}{}", base.origin(), base.target(HEALTHCHECK)),
        ..CurlRequest::default()
    };
    let signing = by_curl(service.region, service.name);
    Ok(request.signing_command(Shell::Bash, &signing)?)
}
