//! Files of Postman environments and globals, whose values may be secrets.

use std::collections::HashMap;
use std::path::Path;

use anyhow::anyhow;
use zeroize::Zeroizing;

use super::input::read;
use crate::json::{Document, LineIndex};
use crate::postman::effective::{Environment, Scope, Scopes};
use crate::postman::view::ForeignFormat;

/// The content of an environment's file, wiped when it is dropped.
pub(super) struct EnvironmentFile {
    /// Its path as it is shown.
    pub(super) name: String,
    bytes: Zeroizing<Vec<u8>>,
}

impl EnvironmentFile {
    /// Reads the file at `path`.
    pub(super) fn read(path: &Path) -> anyhow::Result<Self> {
        Ok(Self {
            name: path.to_string_lossy().replace('\\', "/"),
            bytes: Zeroizing::new(read(path)?),
        })
    }

    /// Its content as JSON. The reason for a failure would quote the text, which may be
    /// the secret, so the error has the place only.
    pub(super) fn parse(&self) -> anyhow::Result<Document<'_>> {
        Document::parse(&self.bytes).map_err(|error| {
            let name = &self.name;
            if let Some((format, _)) = ForeignFormat::of_text(&self.bytes) {
                return anyhow!("`{name}` is {}, not an environment", format.what());
            }
            let place = LineIndex::new(&self.bytes).position(error.offset());
            anyhow!("cannot read the environment `{name}`: invalid JSON at {place}")
        })
    }

    /// The environment in `document`, its content.
    pub(super) fn environment<'d>(
        &self,
        document: &'d Document<'d>,
    ) -> anyhow::Result<Environment<'d>> {
        Environment::of(document).map_err(|error| anyhow!("`{}` {error}", self.name))
    }

    /// Its values for the service and the keys.
    pub(super) fn values(&self) -> anyhow::Result<EnvironmentValues> {
        let document = self.parse()?;
        let mut scopes = Scopes::default();
        scopes.add(Scope::Environment, self.environment(&document)?.variables());
        let value = |name: &'static str| {
            let text = Zeroizing::new(scopes.text(name)?.into_owned());
            let value = Zeroizing::new(scopes.substitute(&text).into_owned());
            (!value.is_empty()).then_some((name, value))
        };
        Ok(EnvironmentValues(
            NAMES.into_iter().filter_map(value).collect(),
        ))
    }
}

/// The variables of an environment that say where requests go and how they are signed.
const NAMES: [&str; 6] = [
    "access_key",
    "secret_key",
    "session_token",
    "host",
    "region",
    "service",
];

/// An environment's values for the service and the keys; wiped when dropped.
#[derive(Default)]
pub(super) struct EnvironmentValues(HashMap<&'static str, Zeroizing<String>>);

impl EnvironmentValues {
    /// The value of `name`, unless it is empty or disabled.
    pub(super) fn value(&self, name: &str) -> Option<Zeroizing<String>> {
        self.0.get(name).cloned()
    }

    /// The value of `name`, which is not secret.
    pub(super) fn public_value(&self, name: &str) -> Option<String> {
        self.value(name).map(|value| value.to_string())
    }
}
