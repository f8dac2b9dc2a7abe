use super::auth_credential_missing::lacks_credential;
use super::awsv4_key_name::LEFTOVERS;
use crate::validate::request::nearest;
use crate::validate::rule::rule;
use crate::validate::{AuthContext, Context, Finding, Sink};

rule! {
    /// An auth has a parameter that its type does not have.
    ///
    /// ## What it does
    ///
    /// Reports parameters of a `bearer` auth other than `token`, of `basic` other than `username` and
    /// `password`, of `apikey` other than `key`, `value` and `in`, and other spellings of the
    /// parameters of `oauth2`, such as `token_type`. Meaningless leftovers of old versions of Postman are
    /// allowed. If the credential itself is missing, `auth-credential-missing` says so, and
    /// `awsv4-key-name` covers `awsv4`. Examples are not checked.
    ///
    /// ## Why it matters
    ///
    /// The official schema accepts any name, and Postman ignores unknown ones.
    ///
    /// ## Example
    ///
    /// ```json
    /// {
    ///   "type": "apikey",
    ///   "apikey": [
    ///     { "key": "key", "value": "api_key" },
    ///     { "key": "value", "value": "{{api_key}}" },
    ///     { "key": "addTo", "value": "query" }
    ///   ]
    /// }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// {
    ///   "type": "apikey",
    ///   "apikey": [
    ///     { "key": "key", "value": "api_key" },
    ///     { "key": "value", "value": "{{api_key}}" },
    ///     { "key": "in", "value": "query" }
    ///   ]
    /// }
    /// ```
    AUTH_PARAMETER_UNKNOWN {
        id: "auth-parameter-unknown",
        group: Auth,
        severity: Warning,
        profile: Run,
        fixable: No,
        check: Auth(check),
    }
}

/// What the runtime reads of an `oauth2` auth.
const OAUTH2: [&str; 5] = [
    "accessToken",
    "addTokenTo",
    "headerPrefix",
    "tokenName",
    "tokenType",
];

fn known(kind: &str) -> &'static [&'static str] {
    match kind {
        "bearer" => &["token"],
        "basic" => &["username", "password"],
        "apikey" => &["key", "value", "in"],
        "oauth2" => &OAUTH2,
        _ => &[],
    }
}

fn check<'d>(_: &Context<'d>, declared: &AuthContext<'_, 'd>, sink: &mut Sink<'d>) {
    let auth = declared.auth;
    let kind = auth.kind().unwrap_or_default();
    let known = known(&kind);
    if declared.example.is_some() || known.is_empty() || lacks_credential(auth) {
        return;
    }
    for parameter in auth.parameters() {
        let key = parameter.key.as_ref();
        if key.is_empty() || known.contains(&key) || LEFTOVERS.contains(&key) {
            continue;
        }
        let suggestion = if kind == "oauth2" {
            // The app keeps much beside them, some of it with names that are not far from these.
            let meant = known.iter().copied().find(|name| is_spelling(key, name));
            let Some(meant) = meant else { continue };
            Some(meant)
        } else {
            nearest(key, known.iter().copied())
        };
        let message = format!("`{key}` is not a parameter of `{kind}`, so it is ignored");
        let finding = Finding::new(parameter.key_value, message);
        sink.report(match suggestion {
            Some(name) => finding.help(format!("did you mean `{name}`?")),
            None => finding.help(format!("use `{}`, or remove it", known.join("`, `"))),
        });
    }
}

/// Whether `key` is `name` in another case or with separators.
fn is_spelling(key: &str, name: &str) -> bool {
    let letters = key.chars().filter(|c| !matches!(c, '_' | '-' | ' '));
    let letters = letters.flat_map(char::to_lowercase);
    letters.eq(name.chars().flat_map(char::to_lowercase))
}
