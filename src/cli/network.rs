//! How the network is used: timeouts, proxies, certificates.

use std::env;
use std::time::Duration;

use anyhow::bail;

use crate::client::{BaseUrl, Connection, Settings};

#[derive(Debug, clap::Args)]
pub(super) struct NetworkArgs {
    /// How long to wait for a response.
    #[arg(long, value_name = "SECONDS", default_value_t = 60, value_parser = clap::value_parser!(u64).range(1..=86_400))]
    timeout: u64,
    /// Accept any TLS certificate from localhost; repeat it for other hosts.
    #[arg(long, action = clap::ArgAction::Count)]
    insecure: u8,
}

impl NetworkArgs {
    /// The way to `base`. Proxies come from `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY`.
    pub(super) fn connection(
        &self,
        base: BaseUrl,
        user_agent: Option<&str>,
    ) -> anyhow::Result<Connection> {
        if self.insecure == 1 && !base.is_loopback() {
            bail!(
                "--insecure is for localhost: without certificate checks anyone can pose as {} and read your data (repeat the option to insist)",
                base.name()
            );
        }
        let settings = Settings {
            timeout: Duration::from_secs(self.timeout),
            proxy: proxy(&base, &|name| env::var(name).ok()),
            insecure: self.insecure > 0,
            user_agent: user_agent.map(str::to_owned),
        };
        Ok(Connection::new(base, &settings)?)
    }
}

/// The URL of the proxy for `base` from `variable`, in upper or lower case. This machine
/// itself never needs one.
fn proxy(base: &BaseUrl, variable: &dyn Fn(&str) -> Option<String>) -> Option<String> {
    let value = |name: &str| {
        let lower = variable(&name.to_lowercase());
        lower
            .or_else(|| variable(name))
            .filter(|value| !value.is_empty())
    };
    let passed_by = value("NO_PROXY").unwrap_or_default();
    let mut entries = passed_by.split(',').map(str::trim);
    if base.is_loopback() || entries.any(|entry| matches(entry, base)) {
        return None;
    }
    let own = if base.is_secure() {
        "HTTPS_PROXY"
    } else {
        "HTTP_PROXY"
    };
    value(own).or_else(|| value("ALL_PROXY"))
}

/// Whether an entry of `NO_PROXY` matches `base`: `*`, a host, or a domain with its subdomains.
fn matches(entry: &str, base: &BaseUrl) -> bool {
    let (entry, port) = match entry.rsplit_once(':') {
        Some((entry, port)) if !entry.contains(':') => (entry, Some(port)),
        _ => (entry, None),
    };
    if port.is_some_and(|port| port.parse() != Ok(base.port())) {
        return false;
    }
    let name = base.name().to_lowercase();
    if entry == "*" {
        return true;
    }
    let entry = entry
        .trim_start_matches("*.")
        .trim_start_matches('.')
        .to_lowercase();
    !entry.is_empty()
        && name
            .strip_suffix(&entry)
            .is_some_and(|before| before.is_empty() || before.ends_with('.'))
}

#[cfg(test)]
mod tests {
    use super::proxy;
    use crate::client::BaseUrl;

    #[test]
    fn the_variables_are_read_as_other_tools_read_them() {
        let found = |url: &str, variables: &[(&str, &str)]| {
            let variable = |name: &str| {
                let found = variables.iter().find(|(other, _)| *other == name);
                found.map(|(_, value)| (*value).to_owned())
            };
            proxy(&BaseUrl::parse(url).unwrap(), &variable)
        };
        let both = [
            ("HTTPS_PROXY", "s"),
            ("http_proxy", "p"),
            ("ALL_PROXY", "a"),
        ];
        assert_eq!(found("https://a.my", &both).as_deref(), Some("s"));
        assert_eq!(found("http://a.my", &both).as_deref(), Some("p"));
        assert_eq!(found("https://a.my", &both[1..]).as_deref(), Some("a"));
        assert_eq!(found("https://a.my", &[("HTTPS_PROXY", "")]), None);
        assert_eq!(found("http://localhost:8080", &both), None);
        for (entry, is_passed_by) in [
            ("sql.my", true),
            (".sql.my", true),
            ("*.sql.my", true),
            ("x, API.sql.my", true),
            ("api.sql.my:443", true),
            ("api.sql.my:80", false),
            ("ql.my", false),
            ("*", true),
            ("other,,", false),
        ] {
            let variables = [("HTTPS_PROXY", "s"), ("NO_PROXY", entry)];
            let none = found("https://api.sql.my", &variables).is_none();
            assert_eq!(none, is_passed_by, "{entry}");
        }
    }
}
