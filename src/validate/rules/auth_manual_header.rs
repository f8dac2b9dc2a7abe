use std::borrow::Cow;

use crate::json::Value;
use crate::postman::view::{Auth, tokens};
use crate::validate::edit::remove_element;
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, RequestContext, Sink};

rule! {
    /// A header is set manually that the auth replaces.
    ///
    /// ## What it does
    ///
    /// Reports an enabled `Authorization` header of a request that is sent with a `bearer`, `basic`,
    /// `oauth1`, `oauth2`, `hawk`, `ntlm` or `edgegrid` auth, its own or an inherited one, and a
    /// header with the name that an `apikey` auth sets. An auth without a token sets no header and
    /// is not reported. With `digest`, the header is sent until the server asks for another.
    /// `awsv4-manual-header` covers `awsv4`. Examples are not checked.
    ///
    /// ## Why it matters
    ///
    /// Postman removes the header before it adds that of the auth. Whoever changes the header is
    /// surprised that the old credential is still sent.
    ///
    /// ## Example
    ///
    /// ```json
    /// {
    ///   "auth": { "type": "bearer", "bearer": [{ "key": "token", "value": "{{token}}" }] },
    ///   "header": [{ "key": "Authorization", "value": "Basic {{credentials}}" }]
    /// }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "auth": { "type": "noauth" }, "header": [{ "key": "Authorization", "value": "Basic {{credentials}}" }] }
    /// ```
    ///
    /// ## Fix
    ///
    /// Unsafe, because the header is sent if the auth has no value: removes the header.
    AUTH_MANUAL_HEADER {
        id: "auth-manual-header",
        group: Auth,
        severity: Warning,
        profile: Run,
        fixable: Unsafe,
        check: Request(check),
    }
}

fn check<'d>(context: &Context<'d>, sent: &RequestContext<'_, 'd>, sink: &mut Sink<'d>) {
    if sent.example.is_some() || sent.headers().is_empty() {
        return;
    }
    let Some(auth) = sent.visit.ancestors().auth() else {
        return;
    };
    let Some((kind, name)) = auth.kind().zip(header_of(context, auth)) else {
        return;
    };
    for header in sent.headers() {
        if !header.is_enabled || !header.is(&name) {
            continue;
        }
        let key = &header.key;
        let message = format!("`{}` is not sent: the `{kind}` auth replaces it", key.text);
        let by = auth.value.get("type").unwrap_or(auth.value);
        let finding = Finding::new(key.at, message)
            .span(key.span())
            .label(by, "replaced by this auth")
            .help("remove the header, or set the auth of the request to `noauth`");
        let edit = header.is_listed().then(|| remove_element(header.entry));
        sink.report(match edit.flatten() {
            Some(edit) => finding.unsafe_fix("remove the header", vec![edit]),
            None => finding,
        });
    }
}

/// The header that `auth` sets; `None` where it has not what it needs for one (`lib/authorizer` of
/// postman-runtime 7.56).
fn header_of<'d>(context: &Context<'d>, auth: Auth<'d>) -> Option<Cow<'d, str>> {
    let text = |name: &str| auth.parameter(name).and_then(Value::as_str);
    let has = |name: &str| text(name).is_some_and(|value| is_set(context, &value));
    let sets = match auth.kind()?.as_ref() {
        "basic" | "ntlm" => true,
        "bearer" => has("token"),
        "oauth1" => has("consumerKey") && (has("consumerSecret") || has("privateKey")),
        "oauth2" => {
            let is_mac = text("tokenType").is_some_and(|kind| kind.eq_ignore_ascii_case("mac"));
            has("accessToken") && !is_mac
        }
        "hawk" => has("authId") && has("authKey"),
        "edgegrid" => has("accessToken") && has("clientToken") && has("clientSecret"),
        "apikey" => return text("key").filter(|_| text("in").is_none_or(|place| place != "query")),
        _ => false,
    };
    sets.then_some(Cow::Borrowed("Authorization"))
}

/// Whether there is anything in a value once its variables are replaced.
fn is_set(context: &Context, value: &str) -> bool {
    let is_filled_later = || tokens(value).any(|token| context.variables().is_replaced(token.name));
    !context.scopes().substitute(value).is_empty() || is_filled_later()
}
