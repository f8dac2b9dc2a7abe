use crate::catalogue::UnknownName;
use crate::json::Kind;
use crate::validate::rule::rule;
use crate::validate::{AuthContext, Context, Finding, Sink};

rule! {
    /// An auth has an unknown type, or none.
    ///
    /// ## What it does
    ///
    /// Reports an auth whose `type` is missing or not one that Postman knows. Examples are not
    /// checked. `jwt` and `asap`, which Postman runs and the official schema refuses, are allowed;
    /// `--schema official` reports them as `schema-conformance`.
    ///
    /// ## Why it matters
    ///
    /// An auth of an unknown type signs nothing, and one without a type counts as inherited.
    /// Neither is noticed until the service answers 401.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "auth": { "type": "aws4", "awsv4": [ … ] } }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "auth": { "type": "awsv4", "awsv4": [ … ] } }
    /// ```
    AUTH_TYPE_UNKNOWN {
        id: "auth-type-unknown",
        group: Auth,
        severity: Error,
        profile: Import,
        fixable: No,
        check: Auth(check),
    }
}

const TYPES: [&str; 11] = [
    "apikey", "awsv4", "basic", "bearer", "digest", "edgegrid", "hawk", "noauth", "ntlm", "oauth1",
    "oauth2",
];

/// Types that Postman runs and the schema does not have.
const RUN_ONLY: [&str; 2] = ["asap", "jwt"];

/// Whether Postman knows an auth of that type.
pub(super) fn is_auth_type(kind: &str) -> bool {
    TYPES.contains(&kind) || RUN_ONLY.contains(&kind)
}

fn check<'d>(_: &Context<'d>, declared: &AuthContext<'_, 'd>, sink: &mut Sink<'d>) {
    let auth = declared.auth;
    if declared.example.is_some() || auth.value.kind() != Kind::Object {
        return;
    }
    let Some(kind) = auth.kind() else {
        let at = auth.value.get("type").unwrap_or(auth.value);
        let finding = Finding::new(at, "the auth has no type, so it counts as inherited");
        sink.report(finding.help("give it a `type`, or leave out `auth` to inherit"));
        return;
    };
    if is_auth_type(&kind) {
        return;
    }
    let at = auth.value.get("type").unwrap_or(auth.value);
    let finding = Finding::new(at, format!("`{kind}` is not an auth type"));
    let near = UnknownName::new("auth type", &kind, TYPES).suggestion;
    sink.report(finding.help(match near {
        _ if kind == "inherit" => "leave out `auth` to inherit".to_owned(),
        _ if kind == "none" => "did you mean `noauth`?".to_owned(),
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("use one of {}", TYPES.join(", ")),
    }));
}
