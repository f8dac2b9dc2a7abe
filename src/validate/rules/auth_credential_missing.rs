use crate::diagnostic::Edit;
use crate::postman::view::{Auth, Parameter};
use crate::validate::edit::replace_text;
use crate::validate::request::nearest;
use crate::validate::rule::rule;
use crate::validate::{AuthContext, Context, Finding, Sink};

rule! {
    /// An auth has no parameter for its credential.
    ///
    /// ## What it does
    ///
    /// Reports a `bearer` auth without `token`, `basic` without `username` and `password`, `digest`
    /// and `ntlm` without `username`, `apikey` without `key` or `value`, `hawk` without `authId` or
    /// `authKey`, and `oauth2` whose `accessToken` has a different name. Parameters with an empty
    /// value are allowed, since whoever runs the collection fills them in. Examples are not
    /// checked.
    ///
    /// ## Why it matters
    ///
    /// The official schema accepts any name. Postman ignores unknown names and sends the request
    /// without a credential.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "type": "bearer", "bearer": [{ "key": "access_token", "value": "{{token}}", "type": "string" }] }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "type": "bearer", "bearer": [{ "key": "token", "value": "{{token}}", "type": "string" }] }
    /// ```
    ///
    /// ## Fix
    ///
    /// Unsafe, because the credential is then sent: renames the parameter if its intended name is
    /// clear.
    AUTH_CREDENTIAL_MISSING {
        id: "auth-credential-missing",
        group: Auth,
        severity: Error,
        profile: Run,
        fixable: Unsafe,
        check: Auth(check),
    }
}

/// A parameter, and other names that people give it, in lower case and without separators.
type ParameterNames = (&'static str, &'static [&'static str]);

const USERNAME: ParameterNames = ("username", &["user", "login", "userid", "name"]);
const PASSWORD: ParameterNames = ("password", &["pass", "pwd", "passwd", "secret"]);

/// The parameters that a type needs: one of each list.
fn required(kind: &str) -> &'static [&'static [ParameterNames]] {
    match kind {
        "bearer" => &[&[(
            "token",
            &[
                "accesstoken",
                "bearertoken",
                "authtoken",
                "bearer",
                "jwt",
                "value",
            ],
        )]],
        "basic" => &[&[USERNAME, PASSWORD]],
        "digest" | "ntlm" => &[&[USERNAME]],
        "apikey" => &[
            &[("key", &["name", "header", "headername", "keyname"])],
            &[("value", &["apikey", "token", "val"])],
        ],
        "hawk" => &[
            &[("authId", &["id", "hawkid"])],
            &[("authKey", &["key", "hawkkey"])],
        ],
        "oauth2" => &[&[("accessToken", &["accesstoken", "token"])]],
        _ => &[],
    }
}

fn check<'d>(_: &Context<'d>, declared: &AuthContext<'_, 'd>, sink: &mut Sink<'d>) {
    let auth = declared.auth;
    let kind = auth.kind().unwrap_or_default();
    if declared.example.is_some() || auth.attributes().is_none() {
        return;
    }
    let parameters = auth.parameters();
    for names in required(&kind) {
        let has = |name: &str| parameters.iter().any(|one| one.key == name);
        if names.iter().any(|(name, _)| has(name)) {
            continue;
        }
        let suggestion: Vec<_> = names
            .iter()
            .filter_map(|names| Some((misspelt(&kind, names, &parameters)?, names.0)))
            .collect();
        // The app asks for a token of its own, and does not export it.
        if kind == "oauth2" && suggestion.is_empty() {
            continue;
        }
        sink.report(finding(auth, &kind, names, &suggestion));
    }
}

/// Whether one of the parameters that its type needs is not there, under any name.
pub(super) fn lacks_credential(auth: Auth) -> bool {
    let parameters = auth.parameters();
    let has = |name: &str| parameters.iter().any(|one| one.key == name);
    let mut required = required(&auth.kind().unwrap_or_default()).iter();
    required.any(|names| !names.iter().any(|(name, _)| has(name)))
}

fn finding<'d>(
    auth: Auth<'d>,
    kind: &str,
    names: &[ParameterNames],
    suggestion: &[(&Parameter<'d>, &'static str)],
) -> Finding<'d> {
    let shown: Vec<String> = names.iter().map(|(name, _)| format!("`{name}`")).collect();
    let missing = match shown.as_slice() {
        [one] => format!("no {one}"),
        all => format!("neither {}", all.join(" nor ")),
    };
    let message = format!("the `{kind}` auth has {missing}, so no credential is sent");
    let Some((first, name)) = suggestion.first() else {
        let at = auth.value.get("type").unwrap_or(auth.value);
        return Finding::new(at, message).help(format!("add {}", shown.join(" and ")));
    };
    let edits: Vec<Edit> = suggestion
        .iter()
        .map(|(parameter, name)| replace_text(parameter.key_value, name))
        .collect();
    let to: Vec<String> = suggestion
        .iter()
        .map(|(_, name)| format!("`{name}`"))
        .collect();
    Finding::new(first.key_value, message)
        .help(format!("did you mean `{name}` instead of `{}`?", first.key))
        .unsafe_fix(format!("name it {}", to.join(" and ")), edits)
}

/// The one parameter that is a misspelling of `name`.
fn misspelt<'p, 'd>(
    kind: &str,
    (name, others): &ParameterNames,
    parameters: &'p [Parameter<'d>],
) -> Option<&'p Parameter<'d>> {
    let is_another = |key: &str| {
        let all = required(kind).iter().flat_map(|names| names.iter());
        all.map(|(known, _)| *known).any(|known| known == key)
    };
    let mut found = parameters.iter().filter(|one| {
        let normalised: String = one
            .key
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .map(|c| c.to_ascii_lowercase())
            .collect();
        let lower = name.to_ascii_lowercase();
        let is_misspelt = others.contains(&normalised.as_str())
            || normalised == lower
            || nearest(&normalised, [lower.as_str()]).is_some();
        is_misspelt && !is_another(&one.key)
    });
    let first = found.next()?;
    found.next().is_none().then_some(first)
}
