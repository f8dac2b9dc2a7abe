use std::collections::HashMap;

use super::secret_detected::SECRET_DETECTED;
use crate::validate::edit::replace_text;
use crate::validate::rule::rule;
use crate::validate::variables::lists;
use crate::validate::{Context, Finding, Sink};

rule! {
    /// A variable of the type *secret* has a value.
    ///
    /// ## What it does
    ///
    /// Reports a variable of a collection or an environment whose `type` is `secret` and whose value
    /// is in the file, also if it does not look like a secret. Placeholders and `{{variables}}` are
    /// allowed, and so is what `secret-detected` reports.
    ///
    /// ## Why it matters
    ///
    /// The type only masks the value on the screen. The export has it in plain text, for everybody
    /// who can read the file.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "key": "pin", "value": "northgate77", "type": "secret" }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "key": "pin", "value": "", "type": "secret" }
    /// ```
    ///
    /// ## Fix
    ///
    /// Unsafe, because the value is no longer sent: empties the variable. A secret that was shared
    /// must still be changed.
    VARIABLE_SECRET_VALUE {
        id: "variable-secret-value",
        group: Secrets,
        severity: Warning,
        profile: Run,
        fixable: Unsafe,
        check: Document(check),
    }
}

fn check<'d>(context: &Context<'d>, sink: &mut Sink<'d>) {
    let mut found = Vec::new();
    lists(context, |list| {
        for entry in list.value.elements() {
            let kind = entry.get("type");
            if kind.is_some_and(|kind| kind.is_str("secret"))
                && let Some(variable) = list.variable(entry).filter(|one| !one.is_blank())
                && let Some(value) = variable.value
            {
                found.push((list.names.to_vec(), variable.name, value));
            }
        }
    });
    if found.is_empty() {
        return;
    }
    let is_on = SECRET_DETECTED.is_on(context.settings);
    let secrets = context.secrets().iter();
    let secrets = secrets.map(|one| (one.at.span().start, one.is_reported && is_on));
    let secrets: HashMap<usize, bool> = secrets.collect();
    for (names, name, value) in found {
        // One that is not a secret is a placeholder, and one that `secret-detected` reports is enough.
        if secrets.get(&value.span().start) != Some(&false) {
            continue;
        }
        let message = format!("`{name}` has the type `secret`, but its value is in the file");
        let finding = Finding::new(value, message)
            .help("leave it empty, and change the secret if it was shared")
            .unsafe_fix("empty the variable", vec![replace_text(value, "")]);
        sink.report_in(names, finding);
    }
}
