use crate::diagnostic::Edit;
use crate::json::Value;
use crate::validate::edit::{remove_member, rename_member, replace};
use crate::validate::rule::rule;
use crate::validate::variables::{VariableOwner, lists};
use crate::validate::{Context, Finding, Sink};

rule! {
    /// A variable is switched on or off with the wrong word.
    ///
    /// ## What it does
    ///
    /// Reports `enabled` at a collection's variable and `disabled` at an environment's.
    ///
    /// ## Why it matters
    ///
    /// Collections say `"disabled": true`, environments say `"enabled": false`. The other word is
    /// passed over by tools that go by the format, so that what was switched off is on: neither the
    /// app nor Newman reads `enabled` in a collection, and the app does not read `disabled` in an
    /// environment.
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
    /// Safe where the variable is on. Unsafe where it is meant to be off, because then it is off
    /// afterwards where it was not before, or the other way round for Newman. None where both words
    /// contradict each other.
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
            let message = format!("`{wrong}` belongs to {there}; {here} says `{right}`");
            let mut finding = Finding::new(at, message);
            finding = match at.as_bool() {
                Some(flag) => finding.help(format!("write `\"{right}\": {}`", !flag)),
                None => finding.help(format!("write `{right}` with `true` or `false`")),
            };
            if let Some(edits) = edits(entry, at, wrong, right) {
                let label = format!("say it with `{right}`");
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
