//! Which service to call, and how its requests are signed.

use clap::ValueEnum;

use super::environment::EnvironmentValues;
use crate::catalogue::Service;
use crate::client::BaseUrl;

#[derive(Debug, clap::Args)]
pub(super) struct ServiceArgs {
    /// Scheme and host of the service.
    #[arg(long, value_name = "URL")]
    pub(super) host: Option<String>,
    /// AWS region to sign for.
    #[arg(long)]
    pub(super) region: Option<String>,
    /// AWS service name to sign for.
    #[arg(long)]
    pub(super) service: Option<String>,
    /// Where to put the signature.
    #[arg(long, value_enum, default_value_t)]
    auth_in: AuthIn,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum AuthIn {
    /// The Authorization header.
    #[default]
    Header,
    /// Query parameters.
    Query,
}

/// How a service is reached, and for what its requests are signed.
pub(super) struct ServiceSettings {
    pub(super) base: BaseUrl,
    pub(super) region: String,
    pub(super) service: String,
}

impl ServiceArgs {
    /// Whether to sign in the query instead of the header.
    pub(super) fn signs_in_query(&self) -> bool {
        self.auth_in == AuthIn::Query
    }

    /// Each from the command line, else from the environment file, else from the catalogue.
    pub(super) fn resolve(
        &self,
        environment: &EnvironmentValues,
        defaults: &Service,
    ) -> anyhow::Result<ServiceSettings> {
        let choose = |given: &Option<String>, key, default: &str| {
            given
                .clone()
                .or_else(|| environment.public_value(key))
                .unwrap_or_else(|| default.to_owned())
        };
        Ok(ServiceSettings {
            base: BaseUrl::parse(&choose(&self.host, "host", defaults.host))?,
            region: choose(&self.region, "region", defaults.region),
            service: choose(&self.service, "service", defaults.name),
        })
    }
}
