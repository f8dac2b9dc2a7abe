//! Commands and programs that show whether new keys work.

use super::{at, by_curl, curl_request, program_text};
use crate::client::BaseUrl;
use crate::curl::{CurlRequest, Shell};
use crate::program::Language;
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

/// The same as programs: the title and the text of each.
pub(in crate::cli) fn healthcheck_programs(
    base: &str,
) -> anyhow::Result<Vec<(&'static str, String)>> {
    let base = BaseUrl::parse(base)?;
    let (authority, target) = (base.authority(), base.target(HEALTHCHECK));
    let service = sqlaccount::catalogue().service;
    let request = Request {
        method: "GET",
        target: &target,
        headers: &[("Host", &authority)],
        body: b"",
    };
    let text = |language| program_text(&base, &request, service.region, service.name, language);
    let all = Language::ALL.into_iter();
    all.map(|language| Ok((language.title(), text(language)?)))
        .collect()
}
