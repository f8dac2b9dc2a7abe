use super::ids::Ids;
use super::variables::settings;
use super::{Options, Signing};
use crate::catalogue::Catalogue;
use crate::postman::{Environment, EnvironmentValue};

/// The environment for the collection: the variables that people set, with hidden keys.
pub fn environment(catalogue: &Catalogue, options: &Options) -> Environment {
    let ids = Ids::new(catalogue, &options.known_ids);
    let signing = Signing::new(catalogue, options);
    let value = |(key, value, _, secret): (&str, &str, _, bool)| EnvironmentValue {
        key: key.to_owned(),
        value: value.to_owned(),
        kind: if secret { "secret" } else { "default" },
        enabled: true,
    };
    Environment {
        id: ids.named("environment"),
        name: catalogue.title.to_owned(),
        values: settings(&signing).into_iter().map(value).collect(),
        scope: "environment",
    }
}
