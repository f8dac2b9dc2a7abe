//! Which build of the service is meant.

use crate::catalogue::{Build, Catalogue};
use crate::sqlaccount;

/// The build of the service.
#[derive(Clone, Debug, Default, clap::Args)]
pub(super) struct BuildArgs {
    /// Build of the service, such as 6.2026.1100 [default: the newest known].
    ///
    /// Some fields have other names and sizes in earlier builds, or are not there yet.
    #[arg(long, value_name = "BUILD")]
    build: Option<Build>,
}

impl BuildArgs {
    /// The API as that build has it.
    pub(super) fn catalogue(&self) -> Catalogue {
        let catalogue = sqlaccount::catalogue();
        match &self.build {
            Some(build) => catalogue.of_build(build.clone()),
            None => catalogue,
        }
    }
}
