//! What the console shows and other rooms write.

use crate::cli::curl;
use crate::generate::{Options, collection, to_valid_json};
use crate::sandbox::http::Exporter;
use crate::sigv4::Credentials;
use crate::sqlaccount;

/// Collection, cURLs and programs as the commands `generate` and `curl` write them.
pub(super) struct CliExporter;

impl Exporter for CliExporter {
    fn collection(&self, host: &str) -> Result<String, String> {
        postman_collection(host).map_err(|error| format!("{error:#}"))
    }

    fn signed_curl(&self, host: &str, credentials: &Credentials) -> Result<String, String> {
        curl::signed_healthcheck(host, credentials).map_err(|error| format!("{error:#}"))
    }

    fn template_curl(&self, host: &str) -> Result<String, String> {
        curl::template_healthcheck(host).map_err(|error| format!("{error:#}"))
    }

    fn programs(&self, host: &str) -> Result<Vec<(&'static str, String)>, String> {
        curl::healthcheck_programs(host).map_err(|error| format!("{error:#}"))
    }
}

fn postman_collection(host: &str) -> anyhow::Result<String> {
    let options = Options {
        host: Some(crate::cli::generate::host(host)?),
        ..Options::default()
    };
    let made = collection(&sqlaccount::catalogue(), &options)?;
    Ok(to_valid_json(&made)?)
}
