//! A cURL that shows whether new keys work.

use super::shell::Shell;
use super::{at, options, template};
use crate::client::BaseUrl;
use crate::sigv4::{Credentials, Request, SignatureLocation, Signing, sign};
use crate::sqlaccount;

/// What is asked to see whether keys and service work.
const HEALTHCHECK: &str = "/healthcheck";

/// A cURL for `GET /healthcheck` at `base`, signed now: what the program's Copy button gives.
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
    let mut options = options(&base, &signed.target, "GET");
    let sent = signed.headers.iter().filter(|(name, _)| name != "Host");
    options.extend(sent.map(|(name, value)| ("--header", format!("{name}: {value}"))));
    Ok(Shell::Bash.command(&options))
}

/// The same, with the signature left to curl.
pub(in crate::cli) fn template_healthcheck(base: &str) -> anyhow::Result<String> {
    let base = BaseUrl::parse(base)?;
    let target = base.target(HEALTHCHECK);
    let service = sqlaccount::catalogue().service;
    let scope = format!("{}:{}", service.region, service.name);
    let options = options(&base, &target, "GET");
    Ok(template::command(Shell::Bash, &scope, &options))
}
