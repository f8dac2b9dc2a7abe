use super::secret_detected::SECRET_DETECTED;
use crate::json::Value;
use crate::postman::effective::secret::{Secret, is_credential};
use crate::validate::awsv4::suggest;
use crate::validate::edit::{define_variable, replace_text};
use crate::validate::rule::rule;
use crate::validate::{AuthContext, Context, Finding, Sink};

rule! {
    /// A credential of an `awsv4` auth is hard-coded.
    ///
    /// ## What it does
    ///
    /// Reports an `accessKey`, `secretKey` or `sessionToken` that is not a `{{variable}}`, also
    /// under a misspelt name and in the requests of saved examples. The value is never shown. A
    /// placeholder such as `<access key>` or `accessKey` is allowed, and what `secret-detected`
    /// reports is not reported twice.
    ///
    /// ## Why it matters
    ///
    /// Anyone who gets the file can sign on the owner's behalf, and nobody else can use the
    /// collection without editing it.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "key": "secretKey", "value": "wJalrXUtnFEMI…", "type": "string" }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "key": "secretKey", "value": "{{secret_key}}", "type": "string" }
    /// ```
    ///
    /// ## Fix
    ///
    /// Unsafe: replaces it with a variable, a defined one if possible, otherwise a new collection
    /// variable without a value. Set its value in an environment, and revoke the credential if it
    /// was ever shared. Not offered if another auth has a different credential of that name, since
    /// one variable cannot hold both.
    AWSV4_CREDENTIAL_LITERAL {
        id: "awsv4-credential-literal",
        group: Auth,
        severity: Error,
        profile: Run,
        fixable: Unsafe,
        check: Auth(check),
    }
}

fn check<'d>(context: &Context<'d>, declared: &AuthContext<'_, 'd>, sink: &mut Sink<'d>) {
    if !declared.auth.is("awsv4") {
        return;
    }
    for parameter in declared.auth.parameters() {
        // Under a misspelt name it is read by people all the same.
        let suggestion = suggest(&parameter.key).filter(|name| is_credential("awsv4", name));
        let Some(attribute) = suggestion else {
            continue;
        };
        let secrets = secrets_in(context, parameter.value);
        // Placeholders and variables are not secret.
        let is_known =
            SECRET_DETECTED.is_on(context.settings) && secrets.iter().any(|one| one.is_reported);
        if secrets.is_empty() || is_known {
            continue;
        }
        let name = &parameter.key;
        let variable = context.signing().name_for(attribute);
        let is_defined = context.variables().is_defined(variable);
        let token = format!("{{{{{variable}}}}}");
        let help = if is_defined {
            format!("use `{token}`")
        } else {
            format!("use `{token}`, and set it in an environment")
        };
        let message = format!("`{name}` is hard-coded instead of a variable");
        if secrets.iter().any(|one| one.has_rivals) {
            let help = "use a separate variable for each of the keys";
            sink.report(Finding::new(parameter.value, message).help(help));
            continue;
        }
        let finding = Finding::new(parameter.value, message).help(help);
        let mut edits = vec![replace_text(parameter.value, &token)];
        if !is_defined {
            let Some(definition) = define_variable(context.collection.value, variable, "") else {
                sink.report(finding);
                continue;
            };
            edits.push(definition);
        }
        sink.report(finding.unsafe_fix(format!("replace it with `{token}`"), edits));
    }
}

/// The secrets of the document that are inside of `value`.
fn secrets_in<'c>(context: &'c Context, value: Value) -> &'c [Secret<'c>] {
    let secrets = context.secrets();
    let span = value.span();
    let first = secrets.partition_point(|one| one.span.start < span.start);
    let rest = secrets.get(first..).unwrap_or_default();
    let count = rest.iter().take_while(|one| one.span.end <= span.end);
    rest.get(..count.count()).unwrap_or_default()
}
