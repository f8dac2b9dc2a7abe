use crate::json::Value;
use crate::postman::view::{Auth, tokens};
use crate::validate::edit::replace_text;
use crate::validate::rule::rule;
use crate::validate::{AuthContext, Context, Finding, Sink};

rule! {
    /// A token starts with the prefix that the auth adds.
    ///
    /// ## What it does
    ///
    /// Reports the `token` of a `bearer` auth, and the `accessToken` of an `oauth2` auth that is
    /// sent with the prefix `Bearer`, if it starts with `Bearer` and a blank, as it is written or in
    /// the value of its variable. Examples are not checked.
    ///
    /// ## Why it matters
    ///
    /// Postman adds the prefix itself and sends `Bearer Bearer …`, which the server refuses.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "type": "bearer", "bearer": [{ "key": "token", "value": "Bearer {{token}}" }] }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "type": "bearer", "bearer": [{ "key": "token", "value": "{{token}}" }] }
    /// ```
    ///
    /// ## Fix
    ///
    /// Unsafe, because the header changes: removes the prefix, unless it is in the value of a
    /// variable.
    AUTH_TOKEN_PREFIX {
        id: "auth-token-prefix",
        group: Auth,
        severity: Error,
        profile: Run,
        fixable: Unsafe,
        check: Auth(check),
    }
}

fn check<'d>(context: &Context<'d>, declared: &AuthContext<'_, 'd>, sink: &mut Sink<'d>) {
    let auth = declared.auth;
    if declared.example.is_some() {
        return;
    }
    let name = match auth.kind().as_deref() {
        Some("bearer") => "token",
        Some("oauth2") if adds_prefix(auth) => "accessToken",
        _ => return,
    };
    let Some(at) = auth.parameter(name) else {
        return;
    };
    let Some(text) = at.as_str() else { return };
    let message = format!(
        "the token starts with `Bearer`, which the `{}` auth adds as well",
        auth.kind().unwrap_or_default()
    );
    if let Some(rest) = without_prefix(&text) {
        let finding = Finding::new(at, message).help("remove the prefix");
        sink.report(finding.unsafe_fix("remove the prefix", vec![replace_text(at, rest)]));
    } else if without_prefix(&context.scopes().substitute(&text)).is_some() {
        let variable = tokens(&text).next().map_or("", |token| token.name);
        let help = format!("remove the prefix from the value of `{variable}`");
        sink.report(Finding::new(at, message).help(help));
    }
}

/// Whether the token goes into a header behind `Bearer`.
fn adds_prefix(auth: Auth) -> bool {
    let text = |name: &str| auth.parameter(name).and_then(Value::as_str);
    let is_bearer = |prefix: &str| prefix.trim().eq_ignore_ascii_case("bearer");
    text("addTokenTo").is_none_or(|place| place != "queryParams")
        && text("headerPrefix").is_none_or(|prefix| is_bearer(&prefix))
}

/// The token behind the prefix.
fn without_prefix(token: &str) -> Option<&str> {
    let (prefix, rest) = token.trim_start().split_once(char::is_whitespace)?;
    let rest = rest.trim_start();
    (prefix.eq_ignore_ascii_case("bearer") && !rest.is_empty()).then_some(rest)
}
