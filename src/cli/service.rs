//! Which service is meant, and for what its requests are signed.

use super::environment::EnvironmentValues;
use crate::catalogue::Service;
use crate::client::BaseUrl;

#[derive(Debug, clap::Args)]
pub(super) struct ServiceArgs {
    /// Scheme and host of the service.
    #[arg(long, value_name = "URL")]
    host: Option<String>,
    /// Region of the signature's scope.
    #[arg(long)]
    region: Option<String>,
    /// Service of the signature's scope.
    #[arg(long)]
    service: Option<String>,
}

/// How a service is reached, and for what its requests are signed.
pub(super) struct ServiceSettings {
    pub(super) base: BaseUrl,
    pub(super) region: String,
    pub(super) service: String,
}

impl ServiceArgs {
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
