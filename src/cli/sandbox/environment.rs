//! The Postman environment of a sandbox.

use std::path::Path;

use zeroize::Zeroizing;

use crate::cli::output::write_private;
use crate::generate::{Options, environment, to_json};
use crate::sandbox::keys::{KeyPair, Keyring};
use crate::sqlaccount;

/// Writes an environment with both keys for the service at `host`, readable by its owner only. A
/// pair that cannot be written is revoked, because nobody knows it.
pub(in crate::cli) async fn write_environment(
    path: &Path,
    host: &str,
    keyring: &Keyring,
    pair: &KeyPair,
) -> anyhow::Result<()> {
    let written = environment_json(host, pair).and_then(|text| write_private(path, &text));
    if written.is_err() {
        keyring.revoke(&pair.access_key).await?;
    }
    written
}

fn environment_json(host: &str, pair: &KeyPair) -> anyhow::Result<Zeroizing<String>> {
    let options = Options {
        host: Some(host.to_owned()),
        ..Options::default()
    };
    let mut environment = environment(&sqlaccount::catalogue(), &options);
    for variable in &mut environment.values {
        match variable.key.as_str() {
            "access_key" => variable.value.clone_from(&pair.access_key),
            "secret_key" => variable.value = pair.secret_key.to_string(),
            _ => {}
        }
    }
    Ok(Zeroizing::new(to_json(&environment)?))
}
