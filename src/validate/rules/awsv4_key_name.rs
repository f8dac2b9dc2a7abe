use std::collections::BTreeMap;

use crate::validate::awsv4::{ATTRIBUTES, is_blank, suggest};
use crate::validate::edit::replace_text;
use crate::validate::rule::rule;
use crate::validate::{AuthContext, Context, Finding, Sink};

rule! {
    /// An `awsv4` auth has an unknown parameter.
    ///
    /// ## What it does
    ///
    /// Reports parameters other than `accessKey`, `secretKey`, `sessionToken`, `service`, `region`
    /// and `addAuthDataToQuery`. Meaningless leftovers of old versions of Postman are allowed.
    ///
    /// ## Why it matters
    ///
    /// The official schema accepts any name, and the signer ignores unknown ones, so the request is
    /// signed without a key or for the wrong region.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "key": "accesskey", "value": "{{access_key}}", "type": "string" }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "key": "accessKey", "value": "{{access_key}}", "type": "string" }
    /// ```
    ///
    /// ## Fix
    ///
    /// Unsafe, because the signature changes: renames it if the intended name is clear and not in
    /// use.
    AWSV4_KEY_NAME {
        id: "awsv4-key-name",
        group: Auth,
        severity: Error,
        profile: Run,
        fixable: Unsafe,
        check: Auth(check),
    }
}

/// What old versions of Postman have written; it does nothing, and was never meant for the signer.
pub(super) const LEFTOVERS: [&str; 5] = [
    "saveToRequest",
    "saveHelperData",
    "id",
    "time",
    "showPassword",
];

fn check<'d>(_: &Context<'d>, declared: &AuthContext<'_, 'd>, sink: &mut Sink<'d>) {
    if declared.example.is_some() || !declared.auth.is("awsv4") {
        return;
    }
    let parameters = declared.auth.parameters();
    let mut claims: BTreeMap<&str, usize> = BTreeMap::new();
    for name in parameters.iter().filter_map(|one| suggest(&one.key)) {
        *claims.entry(name).or_default() += 1;
    }
    for parameter in &parameters {
        let key = parameter.key.as_ref();
        if ATTRIBUTES.contains(&key) || LEFTOVERS.contains(&key) {
            continue;
        }
        let message = format!("`{key}` is not a parameter of `awsv4`, so the signer ignores it");
        let finding = Finding::new(parameter.key_value, message);
        let Some(name) = suggest(key) else {
            sink.report(finding.help(format!("the signer reads {}", ATTRIBUTES.join(", "))));
            continue;
        };
        // Renamed, it would clash with one of that name, or with another that is renamed too.
        let is_taken = claims.get(name).is_some_and(|count| *count > 1);
        let finding = finding.help(format!("did you mean `{name}`?"));
        // An empty key is an error of its own, which the right name would bring to light.
        sink.report(if is_taken || is_blank(parameter.value) {
            finding
        } else {
            let edit = replace_text(parameter.key_value, name);
            finding.unsafe_fix(format!("rename it to `{name}`"), vec![edit])
        });
    }
}
