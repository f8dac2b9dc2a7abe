use crate::diagnostic::Edit;
use crate::json::{Kind, Value};
use crate::postman::view::Auth;
use crate::validate::awsv4::{is_blank, suggest};
use crate::validate::edit::{add_elements, add_member, replace_text};
use crate::validate::rule::rule;
use crate::validate::{AuthContext, Context, Finding, Sink};

rule! {
    /// An `awsv4` auth lacks the region or service.
    ///
    /// ## What it does
    ///
    /// Reports an auth without `region` or `service`, or with an empty one.
    ///
    /// ## Why it matters
    ///
    /// Postman then silently signs for `us-east-1` and `execute-api`, and the service rejects the
    /// signature.
    ///
    /// ## Example
    ///
    /// ```json
    /// [{ "key": "accessKey", "value": "{{access_key}}" }, { "key": "secretKey", "value": … }]
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// [{ "key": "region", "value": "{{region}}" }, { "key": "service", "value": "{{service}}" }, … ]
    /// ```
    ///
    /// ## Fix
    ///
    /// Unsafe: uses a variable of the collection or an environment if one fits.
    AWSV4_REGION_SERVICE_MISSING {
        id: "awsv4-region-service-missing",
        group: Auth,
        severity: Warning,
        profile: Run,
        fixable: Unsafe,
        check: Auth(check),
    }
}

fn check<'d>(context: &Context<'d>, declared: &AuthContext<'_, 'd>, sink: &mut Sink<'d>) {
    let auth = declared.auth;
    let Some(list) = auth.attributes() else {
        return;
    };
    if declared.example.is_some() || !auth.is("awsv4") {
        return;
    }
    let parameters = auth.parameters();
    for (name, default) in [("region", "us-east-1"), ("service", "execute-api")] {
        let mut spelt = parameters.iter().rev();
        let own = spelt.find(|one| one.key == name).map(|one| one.value);
        let is_misspelt = parameters.iter().any(|one| suggest(&one.key) == Some(name));
        let is_empty = own.is_none_or(is_blank);
        if !is_empty || (own.is_none() && is_misspelt) {
            continue;
        }
        let said = if own.is_some() { "an empty" } else { "no" };
        let message = format!("the auth has {said} `{name}`, so Postman signs for `{default}`");
        let at = own.or_else(|| auth.value.get("type")).unwrap_or(list);
        let finding = Finding::new(at, message).help(format!("add `{name}`"));
        let fix = context.signing().existing_name(name).and_then(|variable| {
            let token = format!("{{{{{variable}}}}}");
            Some((added(auth, list, own, name, &token)?, token))
        });
        sink.report(match fix {
            Some((edit, token)) => finding.unsafe_fix(format!("sign for `{token}`"), vec![edit]),
            None => finding,
        });
    }
}

fn added(auth: Auth, list: Value, own: Option<Value>, name: &str, token: &str) -> Option<Edit> {
    // An entry without `value` is its own value; it has no text to replace.
    if let Some(own) = own {
        let is_value = matches!(own.kind(), Kind::String | Kind::Null);
        return is_value.then(|| replace_text(own, token));
    }
    let text = serde_json::Value::from(token);
    match auth.attributes()?.kind() {
        Kind::Object => add_member(list, name, &text.to_string()),
        Kind::Array => {
            let entry = format!(r#"{{"key": "{name}", "value": {text}, "type": "string"}}"#);
            add_elements(list, &[&entry])
        }
        _ => None,
    }
}
