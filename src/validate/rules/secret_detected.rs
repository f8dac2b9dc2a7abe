use crate::diagnostic::Edit;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::postman::effective::secret::{Secret, Section};
use crate::postman::view::tokens;
use crate::validate::edit::define_variable;
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, Sink};

rule! {
    /// A password, key or token is in the file.
    ///
    /// ## What it does
    ///
    /// Searches the whole file: auth, headers, URLs, bodies, variables, saved examples, scripts,
    /// names and descriptions. It recognises the key formats of about a hundred providers, such as
    /// AWS, SQL Account, GitHub, GitLab, Slack, Stripe, Google, Azure and Postman; JSON Web Tokens,
    /// private keys, session cookies, and passwords in URLs, connection strings and Basic auth; the
    /// credentials of an auth; and random values named `secret`, `password`, `token`, `apiKey`,
    /// `Authorization` and the like. Placeholders, samples of specifications and manuals,
    /// `{{variables}}`, paging tokens, JSON Web Tokens that expired before 2024, encrypted messages,
    /// and a password in the body of a request that sets it are not reported.
    ///
    /// The secret itself is never shown, only its kind, its place and a fingerprint that identifies
    /// it elsewhere. Values that are unlikely to be secrets are not reported but still masked in
    /// all output.
    ///
    /// ## Why it matters
    ///
    /// Collections are mailed, committed and published. Saved examples contain the token that was
    /// used, and a variable of the type *secret* is masked on screen but exported in plain text.
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
    /// Unsafe: replaces each secret with a new collection variable without a value, empties
    /// variables, and writes `<redacted>` into saved examples and descriptions. Scripts and names
    /// are not changed. A secret that was shared must still be revoked.
    SECRET_DETECTED {
        id: "secret-detected",
        group: Secrets,
        severity: Error,
        profile: Run,
        fixable: Unsafe,
        check: Document(check),
    }
}

fn check<'d>(context: &Context<'d>, sink: &mut Sink<'d>) {
    let secrets = context.secrets();
    let reported = || secrets.iter().filter(|one| one.is_reported);
    if reported().next().is_none() {
        return;
    }
    let mut variables = NewVariables::of(context);
    for secret in reported() {
        let finding = finding(context, secret, &mut variables);
        sink.report_in(secret.names.clone(), finding);
    }
}

fn finding<'d>(
    context: &Context<'d>,
    secret: &Secret<'d>,
    variables: &mut NewVariables,
) -> Finding<'d> {
    let (kind, place) = (secret.kind, secret.section.description());
    let message = match &secret.name {
        Some(name) => format!("`{name}` {place} contains what looks like {kind}"),
        None => format!("found {kind} {place}"),
    };
    let finding = Finding::new(
        secret.at,
        format!("{message} (fingerprint {})", secret.fingerprint()),
    )
    .span(secret.span.clone());
    let edit = |span: &Range<usize>, text: &str| Edit {
        span: span.clone(),
        text: text.to_owned(),
    };
    match secret.section {
        Section::Script => finding.help("read it from a variable, and revoke it if it was shared"),
        // Links and scripts may go by a name.
        Section::Name => finding.help("rename it, and revoke the secret if it was shared"),
        Section::Variable => finding
            .help("leave the variable empty, and revoke the secret if it was shared")
            .unsafe_fix("empty the variable", vec![edit(&secret.span, "")]),
        Section::Example | Section::Description => finding
            .help("replace it with a made-up value, and revoke it if it was shared")
            .unsafe_fix(
                "replace it with `<redacted>`",
                vec![edit(&secret.span, "<redacted>")],
            ),
        _ => {
            let name = variables.name(secret);
            let variable = format!("{{{{{name}}}}}");
            let mut edits = vec![edit(&secret.private_span(), &variable)];
            edits.extend(secret.echoes().iter().map(|span| edit(span, &variable)));
            let finding = finding.help(
                "move it to a variable of an unshared environment, and revoke it if it was shared",
            );
            let Some(definition) = define_variable(context.collection.value, &name, "") else {
                return finding;
            };
            edits.push(definition);
            finding.unsafe_fix(format!("replace it with `{variable}`"), edits)
        }
    }
}

/// The variables that take the place of secrets: each its own, and none that is there already.
struct NewVariables<'d> {
    taken: HashSet<Cow<'d, str>>,
    by_secret: HashMap<(String, String), String>,
    numbers: HashMap<String, u32>,
}

impl<'d> NewVariables<'d> {
    fn of(context: &Context<'d>) -> Self {
        let used = tokens(context.document.text()).map(|token| Cow::Borrowed(token.name));
        let known = context.variables().names.iter();
        let known = known.map(|name| name.text.clone());
        Self {
            taken: used.chain(known).collect(),
            by_secret: HashMap::new(),
            numbers: HashMap::new(),
        }
    }

    /// The name of the variable for a secret: that of the secret, or of its kind, with a number where
    /// another secret has it.
    fn name(&mut self, secret: &Secret) -> String {
        let name = snake_case(secret);
        let key = (name, secret.fingerprint());
        if let Some(known) = self.by_secret.get(&key) {
            return known.clone();
        }
        // The numbers before were taken by others of that name.
        let number = self.numbers.entry(key.0.clone()).or_default();
        let free = loop {
            *number += 1;
            let name = match *number {
                1 => key.0.clone(),
                number => format!("{}_{number}", key.0),
            };
            if self.taken.insert(Cow::Owned(name.clone())) {
                break name;
            }
        };
        self.by_secret.insert(key, free.clone());
        free
    }
}

/// The name of a secret, or of its kind, as variables are written.
fn snake_case(secret: &Secret) -> String {
    let kind = secret.kind.split_once(' ').map(|(_, kind)| kind);
    let lower = kind.unwrap_or_default().to_lowercase();
    let text = secret.name.as_deref().unwrap_or(&lower);
    let mut name = String::new();
    let mut is_after_small = false;
    for (at, c) in text.char_indices() {
        let next = text.get(at + c.len_utf8()..).unwrap_or_default();
        // `apiKey` is two words, and so is `APIKey`.
        let begins_word =
            is_after_small || next.starts_with(|next: char| next.is_ascii_lowercase());
        let is_break = !c.is_ascii_alphanumeric() || c.is_ascii_uppercase() && begins_word;
        if is_break && !name.is_empty() && !name.ends_with('_') {
            name.push('_');
        }
        if c.is_ascii_alphanumeric() {
            name.push(c.to_ascii_lowercase());
        }
        is_after_small = c.is_ascii_lowercase() || c.is_ascii_digit();
    }
    let end = name.trim_end_matches('_').len();
    name.truncate(end);
    name
}
