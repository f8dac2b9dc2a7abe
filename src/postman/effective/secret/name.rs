//! Whether a name indicates a secret.

use super::decoded::Decoded;

/// How clearly a name indicates a secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NameSignal {
    /// `password`, `client_secret`, `X-Api-Key`: any literal there is one.
    Plainly(&'static str),
    /// `session`, `signature`, `encryption_key`: it is one if it looks like one.
    Vaguely(&'static str),
}

impl NameSignal {
    /// The kind of secret, with its article.
    pub(super) fn kind(self) -> &'static str {
        match self {
            Self::Plainly(kind) | Self::Vaguely(kind) => kind,
        }
    }
}

pub(super) const PASSWORD: &str = "a password";
pub(super) const TOKEN: &str = "a token";
pub(super) const COOKIE: &str = "a session cookie";

/// The endings of names of secrets, in lower case without punctuation, and the kinds of secrets.
const NAMES: &[(&str, &str)] = &[
    ("password", PASSWORD),
    ("passwd", PASSWORD),
    ("pwd", PASSWORD),
    ("passphrase", PASSWORD),
    ("secretaccesskey", "a secret key"),
    ("secretkey", "a secret key"),
    ("privatekey", "a private key"),
    ("secret", "a secret"),
    ("accesskey", "an access key"),
    ("accesskeyid", "an access key"),
    ("apikey", "an API key"),
    ("apitoken", "an API token"),
    ("token", TOKEN),
    ("authorization", "an authorization"),
];

/// Names that are just as clear but have so many other uses that they only decide what is hidden,
/// not what is reported.
const PLAIN: &[(&str, &str)] = &[
    ("passcode", PASSWORD),
    ("otp", PASSWORD),
    ("authkey", "a key"),
    ("bearer", TOKEN),
    ("jwt", TOKEN),
    ("credential", "a credential"),
    ("credentials", "a credential"),
    ("passwords", PASSWORD),
    ("secrets", "a secret"),
    ("apikeys", "an API key"),
];

/// The same for whole names.
const WHOLE: &[(&str, &str)] = &[("pass", PASSWORD), ("pin", PASSWORD), ("pincode", PASSWORD)];

/// Names of what may be a secret.
const VAGUE: &[(&str, &str)] = &[
    ("session", COOKIE),
    ("sessionid", COOKIE),
    ("sessid", COOKIE),
    ("sid", COOKIE),
    ("cookie", COOKIE),
    ("signature", "a signature"),
    ("auth", TOKEN),
    ("subscriptionkey", "a key"),
    ("functionskey", "a key"),
    ("encryptionkey", "a key"),
    ("signingkey", "a key"),
    ("accountkey", "a key"),
    ("consumerkey", "a key"),
    ("sharedkey", "a key"),
    ("masterkey", "a key"),
    ("licensekey", "a key"),
    ("hmackey", "a key"),
];

/// Tokens that give no access: for paging, for the version of a record, or against forged forms.
const HARMLESS: &[&str] = &[
    "pagetoken",
    "pagingtoken",
    "paginationtoken",
    "nexttoken",
    "starttoken",
    "endtoken",
    "resumetoken",
    "continuationtoken",
    "synctoken",
    "updatetoken",
    "concurrencytoken",
    "csrftoken",
    "xsrftoken",
    "postmantoken",
    "cursortoken",
    "devicetoken",
    "publictoken",
    "publicapikey",
    "requestverificationtoken",
];

/// The kind of secret that a name indicates, if any.
pub(crate) fn kind_of_name(name: &str) -> Option<&'static str> {
    let normalised = normalised(name);
    if is_harmless(&normalised) {
        return None;
    }
    ending(NAMES, &normalised)
}

/// How clearly a name indicates a secret; broader than [`kind_of_name`], because what is
/// hidden by mistake does less harm than what is shown by mistake.
pub(super) fn name_signal(name: &str) -> Option<NameSignal> {
    let mut normalised = normalised(name);
    if is_harmless(&normalised) {
        return None;
    }
    // `password_1`, `API_TOKEN_PROD`, `tokenAdmin`.
    loop {
        let found = ending(NAMES, &normalised)
            .or_else(|| ending(PLAIN, &normalised))
            .or_else(|| same(WHOLE, &normalised));
        if let Some(kind) = found {
            return Some(NameSignal::Plainly(kind));
        }
        if let Some(kind) = ending(VAGUE, &normalised) {
            return Some(NameSignal::Vaguely(kind));
        }
        let end = normalised
            .trim_end_matches(|c: char| c.is_ascii_digit())
            .len();
        let qualifier = QUALIFIERS.iter().find(|one| normalised.ends_with(**one));
        let end = end.min(normalised.len() - qualifier.map_or(0, |one| one.len()));
        if end == normalised.len() || end == 0 {
            return None;
        }
        normalised.truncate(end);
    }
}

/// Whether any literal under that name is hidden.
pub(crate) fn is_secret_name(name: &str) -> bool {
    matches!(name_signal(name), Some(NameSignal::Plainly(_)))
}

/// What may be behind the part of a name that says what it is.
const QUALIFIERS: &[&str] = &[
    "production",
    "staging",
    "sandbox",
    "confirmation",
    "confirm",
    "again",
    "admin",
    "header",
    "value",
    "prod",
    "live",
    "test",
    "dev",
    "uat",
    "old",
    "new",
];

fn is_harmless(normalised: &str) -> bool {
    HARMLESS
        .iter()
        .any(|harmless| normalised.ends_with(harmless))
}

fn ending(names: &'static [(&str, &'static str)], normalised: &str) -> Option<&'static str> {
    let found = names.iter().find(|(end, _)| normalised.ends_with(end));
    found.map(|(_, kind)| *kind)
}

fn same(names: &'static [(&str, &'static str)], normalised: &str) -> Option<&'static str> {
    let found = names.iter().find(|(name, _)| normalised == *name);
    found.map(|(_, kind)| *kind)
}

/// A name in lower case without punctuation; `user%5Bpassword%5D` is one.
pub(super) fn normalised(name: &str) -> String {
    let decoded = Decoded::of(name);
    let name = decoded.as_ref().map_or(name, |decoded| &decoded.text);
    let letters = name.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::{NameSignal, kind_of_name, name_signal};

    #[test]
    fn names_that_speak_of_secrets_are_known() {
        for name in [
            "secretKey",
            "client_secret",
            "X-Api-Key",
            "Authorization",
            "DB_PASSWORD",
        ] {
            assert!(kind_of_name(name).is_some(), "{name}");
        }
        for name in [
            "tokenUrl",
            "token_type",
            "secretary",
            "nextPageToken",
            "pagingToken",
            "Postman-Token",
        ] {
            assert!(kind_of_name(name).is_none(), "{name}");
            assert!(name_signal(name).is_none(), "{name}");
        }
    }

    #[test]
    fn what_is_hidden_goes_by_more_names() {
        for name in ["password2", "API_TOKEN_PROD", "tokenTest1", "PIN", "jwt"] {
            assert!(
                matches!(name_signal(name), Some(NameSignal::Plainly(_))),
                "{name}"
            );
        }
        for name in ["JSESSIONID", "Set-Cookie", "Ocp-Apim-Subscription-Key"] {
            assert!(
                matches!(name_signal(name), Some(NameSignal::Vaguely(_))),
                "{name}"
            );
        }
        for name in ["1", "", "spinning", "primary_key", "author", "shipping"] {
            assert_eq!(name_signal(name), None, "{name}");
        }
    }
}
