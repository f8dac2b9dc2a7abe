use super::auth_type_unknown::is_auth_type;
use crate::json::{Kind, Value};
use crate::postman::view::Auth;
use crate::validate::rule::rule;
use crate::validate::{AuthContext, Context, Finding, Sink};

rule! {
    /// An auth has no parameters of its type.
    ///
    /// ## What it does
    ///
    /// Reports an auth without a parameter list named after its type, one where this is not a list,
    /// and list entries without `key`. An unknown type is reported by `auth-type-unknown` alone.
    ///
    /// ## Why it matters
    ///
    /// The official schema accepts it, and the request is sent as if every parameter were empty.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "type": "bearer", "basic": [{ "key": "token", "value": "{{token}}" }] }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "type": "bearer", "bearer": [{ "key": "token", "value": "{{token}}" }] }
    /// ```
    AUTH_PARAMS_MISSING {
        id: "auth-params-missing",
        group: Auth,
        severity: Error,
        profile: Import,
        fixable: No,
        check: Auth(check),
    }
}

fn check<'d>(_: &Context<'d>, declared: &AuthContext<'_, 'd>, sink: &mut Sink<'d>) {
    let auth = declared.auth;
    let Some(kind) = auth
        .kind()
        .filter(|kind| kind != "noauth" && is_auth_type(kind))
    else {
        return;
    };
    if declared.example.is_some() {
        return;
    }
    match auth.attributes() {
        None => missing(auth, &kind, sink),
        Some(list) => match list.kind() {
            Kind::Object => {}
            Kind::Array => list.elements().for_each(|entry| unnamed(entry, sink)),
            _ => {
                let message = format!("`{kind}` is not a list, so the auth has no parameters");
                let finding = Finding::new(list, message);
                sink.report(finding.help("write a list of entries with `key` and `value`"));
            }
        },
    }
}

fn missing<'d>(auth: Auth<'d>, kind: &str, sink: &mut Sink<'d>) {
    let at = auth.value.get("type").unwrap_or(auth.value);
    let mut finding = Finding::new(at, format!("the `{kind}` auth has no `{kind}` parameters"));
    let other = auth.value.entries().find(|entry| {
        let holds = matches!(entry.value().kind(), Kind::Array | Kind::Object);
        holds && !entry.value().is_empty()
    });
    if let Some(other) = other {
        let message = format!("these are parameters of `{}`", other.key());
        finding = finding.label(other.key_value(), message);
    }
    sink.report(finding.help(format!("add a list `{kind}`, or correct the type")));
}

fn unnamed<'d>(entry: Value<'d>, sink: &mut Sink<'d>) {
    if entry.get("key").and_then(Value::as_str).is_none() {
        let message = "the auth parameter has no `key`, so it is ignored";
        sink.report(
            Finding::new(entry, message).help("write it as an object with `key` and `value`"),
        );
    }
}
