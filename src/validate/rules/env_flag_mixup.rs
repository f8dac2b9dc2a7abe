use crate::diagnostic::Edit;
use crate::json::Value;
use crate::validate::edit::{remove_member, rename_member, replace};
use crate::validate::rule::rule;
use crate::validate::variables::{VariableOwner, lists};
use crate::validate::{Context, Finding, Sink};

rule! {
    /// A variable is enabled or disabled with the wrong member.
    ///
    /// ## What it does
    ///
    /// Reports `enabled` in a variable of a collection and `disabled` in a variable of an
    /// environment.
    ///
    /// ## Why it matters
    ///
    /// Collections use `"disabled": true`, environments `"enabled": false`. The other member is
    /// ignored, so a variable meant to be disabled is enabled: neither the app nor Newman reads
    /// `enabled` in a collection, and the app does not read `disabled` in an environment.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "variable": [{ "key": "host", "value": "", "enabled": false }] }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "variable": [{ "key": "host", "value": "", "disabled": true }] }
    /// ```
    ///
    /// ## Fix
    ///
    /// Safe if the variable is enabled. Unsafe if it is meant to be disabled, because the fix
    /// disables it, or enables it for Newman. No fix if both members contradict each other.
    ENV_FLAG_MIXUP {
        id: "env-flag-mixup",
        group: Variables,
        severity: Warning,
        profile: Run,
        fixable: Safe,
        check: Document(check),
    }
}

fn check<'d>(context: &Context<'d>, sink: &mut Sink<'d>) {
    lists(context, |list| {
        let (wrong, right, (there, here)) = match list.owner_kind {
            VariableOwner::Environment => {
                ("disabled", "enabled", ("collections", "an environment"))
            }
            VariableOwner::Collection | VariableOwner::Item => {
                ("enabled", "disabled", ("environments", "a collection"))
            }
        };
        for entry in list.value.elements() {
            let Some(at) = entry.get(wrong) else {
                continue;
            };
            let message = format!("`{wrong}` belongs to {there}; {here} uses `{right}`");
            let mut finding = Finding::new(at, message);
            finding = match at.as_bool() {
                Some(flag) => finding.help(format!("write `\"{right}\": {}`", !flag)),
                None => finding.help(format!("write `{right}` with `true` or `false`")),
            };
            if let Some(edits) = edits(entry, at, wrong, right) {
                let label = format!("use `{right}`");
                let is_off = at.as_bool() == Some(wrong == "disabled");
                let is_known =
                    list.owner_kind != VariableOwner::Environment && entry.get(right).is_some();
                finding = if is_off && !is_known {
                    finding.unsafe_fix(label, edits)
                } else {
                    finding.safe_fix(label, edits)
                };
            }
            sink.report_in(list.names.to_vec(), finding);
        }
    });
}

fn edits(entry: Value, at: Value, wrong: &str, right: &str) -> Option<Vec<Edit>> {
    let flag = at.as_bool()?;
    match entry.get(right) {
        Some(other) if other.as_bool() == Some(!flag) => Some(vec![remove_member(entry, wrong)?]),
        Some(_) => None,
        None => Some(vec![
            rename_member(entry, wrong, right)?,
            replace(at, (!flag).to_string()),
        ]),
    }
}
