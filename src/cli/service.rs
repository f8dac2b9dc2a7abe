//! Which service is meant, and for what its requests are signed.

use super::environment::EnvironmentValues;
use crate::catalogue::Service;
use crate::client::Base;

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

/// A service, as it was named.
pub(super) struct Named {
    pub(super) base: Base,
    pub(super) region: String,
    pub(super) service: String,
}

impl ServiceArgs {
    /// Each from the command line, else from the environment file, else from the catalogue.
    pub(super) fn named(
        &self,
        environment: &EnvironmentValues,
        usual: &Service,
    ) -> anyhow::Result<Named> {
        let named = |given: &Option<String>, key, usual: &str| {
            given
                .clone()
                .or_else(|| environment.plain(key))
                .unwrap_or_else(|| usual.to_owned())
        };
        Ok(Named {
            base: Base::parse(&named(&self.host, "host", usual.host))?,
            region: named(&self.region, "region", usual.region),
            service: named(&self.service, "service", usual.name),
        })
    }
}
