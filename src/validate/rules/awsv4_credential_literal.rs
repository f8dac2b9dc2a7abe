use crate::postman::view::tokens;
use crate::validate::edit::replace_text;
use crate::validate::rule::rule;
use crate::validate::{Context, Declared, Finding, Sink};

rule! {
    /// A credential of an `awsv4` auth is written into the collection.
    ///
    /// ## What it does
    ///
    /// Reports an `accessKey`, `secretKey` or `sessionToken` that is no `{{variable}}`, also in the
    /// requests that saved examples keep. The value is never shown.
    ///
    /// ## Why it matters
    ///
    /// Whoever gets the file can sign in the owner's name; and nobody else can use the collection
    /// without editing it.
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
    /// Unsafe: puts a variable there, one that is defined where there is one; its value has to be
    /// set in an environment, and the credential, if it was ever shared, to be revoked.
    AWSV4_CREDENTIAL_LITERAL {
        id: "awsv4-credential-literal",
        group: Auth,
        severity: Error,
        profile: Run,
        fixable: Unsafe,
        check: Auth(check),
    }
}

const CREDENTIALS: [&str; 3] = ["accessKey", "secretKey", "sessionToken"];

fn check<'d>(context: &Context<'d>, declared: &Declared<'_, 'd>, sink: &mut Sink<'d>) {
    if !declared.auth.is("awsv4") {
        return;
    }
    for parameter in declared.auth.parameters() {
        let name = parameter.key.as_ref();
        let Some(text) = parameter
            .value
            .as_str()
            .filter(|_| CREDENTIALS.contains(&name))
        else {
            continue;
        };
        if text.is_empty() || tokens(&text).next().is_some() {
            continue;
        }
        let known = context.signing().holder_of(name);
        let token = format!("{{{{{}}}}}", known.unwrap_or(name));
        let help = match known {
            Some(_) => format!("use `{token}`"),
            None => format!("use `{token}`, and define it in an environment"),
        };
        let message = format!("`{name}` is written into the file instead of a variable");
        let finding = Finding::new(parameter.value, message).help(help);
        let edit = replace_text(parameter.value, &token);
        sink.report(finding.unsafe_fix(format!("replace it by `{token}`"), vec![edit]));
    }
}
