use crate::diagnostic::Edit;
use crate::postman::effective::secret::{Secret, Zone, secrets};
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, Sink};

rule! {
    /// A password, a key or a token stands in plain sight.
    ///
    /// ## What it does
    ///
    /// Looks through the whole file: auth, headers, URLs, bodies, variables, saved examples, scripts
    /// and descriptions. It knows keys by the form that AWS, SQL Account, GitHub, GitLab, Slack,
    /// Stripe, Google, Postman, Twilio, SendGrid and others give them, JSON Web Tokens and private
    /// keys; and random values of what is called `secret`, `password`, `token`, `apiKey`,
    /// `Authorization` and the like. Placeholders and `{{variables}}` are none. The secret itself is
    /// never shown: its kind, its place and a fingerprint, by which the same one is recognised
    /// elsewhere.
    ///
    /// ## Why it matters
    ///
    /// Collections are mailed, committed and published. Saved examples carry the token of the day on
    /// which they were saved, and a variable of the type *secret* is masked on the screen, but
    /// exported as it is.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "key": "secretKey", "value": "8f0c…", "type": "string" }
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
    /// Unsafe: the secret is replaced by a variable that has yet to be defined, in variables by
    /// nothing, in saved examples and descriptions by `<redacted>`. Scripts are left alone. A secret
    /// that has been shared has to be revoked all the same.
    SECRET_DETECTED {
        id: "secret-detected",
        group: Secrets,
        severity: Error,
        profile: Publish,
        fixable: Unsafe,
        check: Document(check),
    }
}

fn check<'d>(context: &Context<'d>, sink: &mut Sink<'d>) {
    for secret in secrets(context.document) {
        let names = secret.names.clone();
        sink.report_in(names, finding(&secret));
    }
}

fn finding<'d>(secret: &Secret<'d>) -> Finding<'d> {
    let (kind, place) = (secret.kind, secret.zone.words());
    let message = match &secret.name {
        Some(name) => format!("`{name}` {place} holds what looks like {kind}"),
        None => format!("{kind} stands {place}"),
    };
    let finding = Finding::new(
        secret.at,
        format!("{message} (fingerprint {})", secret.fingerprint),
    )
    .span(secret.span.clone());
    let edit = |text: String| {
        vec![Edit {
            span: secret.span.clone(),
            text,
        }]
    };
    match secret.zone {
        Zone::Script => {
            finding.help("read it from a variable, and revoke it if it has been shared")
        }
        Zone::Variable => finding
            .help("leave the variable empty, and revoke the secret if it has been shared")
            .unsafe_fix("empty the variable", edit(String::new())),
        Zone::Example | Zone::Description => finding
            .help("replace it by something made up, and revoke it if it has been shared")
            .unsafe_fix("replace it by `<redacted>`", edit("<redacted>".into())),
        _ => {
            let variable = variable(secret);
            finding
                .help("put it into a variable of an environment that is not shared, and revoke it if it has been")
                .unsafe_fix(format!("replace it by `{variable}`"), edit(variable.clone()))
        }
    }
}

/// A variable that is called like the secret, or like its kind.
fn variable(secret: &Secret) -> String {
    let kind = secret.kind.split_once(' ').map(|(_, kind)| kind);
    let lower = kind.unwrap_or_default().to_lowercase();
    let mut name = String::new();
    for c in secret.name.as_deref().unwrap_or(&lower).chars() {
        let starts_word =
            c.is_ascii_uppercase() && name.ends_with(|c: char| c.is_ascii_lowercase());
        if starts_word || !c.is_ascii_alphanumeric() {
            name.push('_');
        }
        if c.is_ascii_alphanumeric() {
            name.push(c.to_ascii_lowercase());
        }
    }
    format!("{{{{{name}}}}}")
}
