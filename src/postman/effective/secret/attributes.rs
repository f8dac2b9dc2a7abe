//! Which attributes of an auth are credentials, and which are public.

/// The credentials of the auths that Postman knows, as its own editor masks them. All other
/// attributes are public: the name of an API key's header, users, client ids, URLs, scopes, regions.
const CREDENTIALS: &[(&str, &[&str])] = &[
    ("apikey", &["value"]),
    ("asap", &["privateKey"]),
    ("basic", &["password"]),
    ("bearer", &["token"]),
    ("digest", &["password"]),
    ("edgegrid", &["accessToken", "clientToken", "clientSecret"]),
    ("hawk", &["authKey"]),
    ("jwt", &["secret", "privateKey", "token"]),
    ("ntlm", &["password"]),
    (
        "oauth1",
        &["consumerSecret", "token", "tokenSecret", "privateKey"],
    ),
    (
        "oauth2",
        &[
            "accessToken",
            "refreshToken",
            "idToken",
            "clientSecret",
            "password",
            "code",
            "assertion",
        ],
    ),
];

/// Parts of the names of what is public in an `awsv4` auth.
const PUBLIC_OF_AWS: &[&str] = &["service", "region", "query"];

/// Whether the attribute called `name` of an auth of the type `kind` is a credential. For a type that
/// is not known, the name decides.
pub(crate) fn is_credential(kind: &str, name: &str) -> bool {
    // Integrators misspell these, and whatever is not plainly something else is a key.
    if kind == "awsv4" {
        let lower = name.to_ascii_lowercase();
        return !PUBLIC_OF_AWS.iter().any(|part| lower.contains(part));
    }
    match CREDENTIALS.iter().find(|(known, _)| *known == kind) {
        Some((_, credentials)) => credentials.contains(&name),
        None => super::name::name_signal(name).is_some(),
    }
}

#[cfg(test)]
mod tests {
    use super::{CREDENTIALS, is_credential};

    #[test]
    fn types_are_in_order_and_once() {
        assert!(CREDENTIALS.is_sorted_by(|(one, _), (next, _)| one < next));
    }

    #[test]
    fn a_name_is_public_and_a_key_is_not() {
        assert!(is_credential("apikey", "value"));
        assert!(!is_credential("apikey", "key"));
        assert!(!is_credential("oauth2", "accessTokenUrl"));
        assert!(is_credential("awsv4", "secertKey"));
        assert!(!is_credential("awsv4", "serviceName"));
        assert!(is_credential("new", "secret"));
        assert!(!is_credential("new", "region"));
    }
}
