/// Whether a host is one's own machine or network, where plain HTTP and home-made certificates are
/// usual.
pub(crate) fn is_local(host: &str) -> bool {
    let host = host.trim().trim_matches(['[', ']']).to_ascii_lowercase();
    if let Ok(address) = host.parse::<std::net::Ipv4Addr>() {
        return address.is_loopback()
            || address.is_private()
            || address.is_link_local()
            || address.is_unspecified();
    }
    let suffixes = [
        ".local",
        ".localhost",
        ".test",
        ".internal",
        ".lan",
        ".localdomain",
    ];
    // A name without a dot is resolved by the own network, a container's name above all.
    !host.contains('.') || suffixes.iter().any(|suffix| host.ends_with(suffix))
}

#[cfg(test)]
mod tests {
    use super::is_local;

    #[test]
    fn own_machines_are_local() {
        for host in [
            "localhost",
            "127.0.0.1",
            "[::1]",
            "10.1.2.3",
            "api.local",
            "web",
        ] {
            assert!(is_local(host), "{host}");
        }
        for host in ["example.com", "8.8.8.8", "localhost.example.com"] {
            assert!(!is_local(host), "{host}");
        }
    }
}
