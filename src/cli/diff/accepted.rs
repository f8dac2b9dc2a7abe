use std::path::Path;

use anyhow::{Context, anyhow, bail};
use serde::Deserialize;

use crate::cli::clock::is_over;
use crate::cli::input::read;
use crate::cli::output::eprint;

/// An ignore file: `[[accept]]` with `fingerprint`, `reason` and perhaps `expires`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Accepted {
    #[serde(default)]
    accept: Vec<One>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct One {
    fingerprint: String,
    reason: String,
    /// The last day on which it is accepted, in UTC.
    expires: Option<String>,
    #[serde(skip)]
    is_expired: bool,
}

impl Accepted {
    pub(super) fn read(path: &Path) -> anyhow::Result<Self> {
        let named = || format!("cannot use the ignore file `{}`", path.display());
        let text = String::from_utf8(read(path)?).with_context(named)?;
        let mut accepted: Self = toml::from_str(&text).with_context(named)?;
        for one in &mut accepted.accept {
            if one.reason.trim().is_empty() {
                bail!(
                    "{}: `{}` has no reason; say why it is accepted",
                    named(),
                    one.fingerprint
                );
            }
            if let Some(until) = &one.expires {
                one.is_expired = is_over(until).ok_or_else(|| {
                    anyhow!(
                        "{}: `{until}` is no date; write it like 2027-01-31",
                        named()
                    )
                })?;
                if one.is_expired {
                    eprint(&format!(
                        "`{}` was accepted until {until} and counts again",
                        one.fingerprint
                    ));
                }
            }
        }
        Ok(accepted)
    }

    pub(super) fn has(&self, fingerprint: &str) -> bool {
        self.accept
            .iter()
            .any(|one| one.fingerprint == fingerprint && !one.is_expired)
    }
}
