use std::collections::{HashMap, HashSet};

use super::parts::Environments;
use super::settings::Settings;
use super::validate;
use crate::diagnostic::{Applicability, Diagnostic, Fix, Severity, apply_fixes};
use crate::json::Document;

/// The maximum number of rounds of fixing; a longer chain is a defect of two rules
/// that undo each other.
const MOST_RUNS: usize = 100;

/// A fixed text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FixResult {
    /// The text, still JSON.
    pub text: String,
    /// How many fixes were applied.
    pub applied: usize,
    /// How many fixes were left out, since each would add an error or a repeated key.
    pub refused: usize,
}

/// Applies the fixes of all findings of `text`, unsafe ones only `with_unsafe`, until none is left.
///
/// A fix that would leave something that is not JSON, a repeated key or an error that was not there is
/// not applied; fixes that do so only together are applied one after the other. A text that is not
/// JSON stays as it is.
pub fn fix(
    text: &str,
    settings: &Settings,
    environments: &Environments,
    with_unsafe: bool,
) -> FixResult {
    let validate = |text: &str| validate(text.as_bytes(), settings, environments);
    let is_allowed = |fix: &&Fix| with_unsafe || fix.applicability == Applicability::Safe;
    let mut result = FixResult {
        text: text.to_owned(),
        applied: 0,
        refused: 0,
    };
    let mut found = validate(text);
    // What another fix leaves unused may be meant to be used again.
    let unused: HashSet<String> = found
        .iter()
        .filter(|one| one.fix.as_ref().is_some_and(|fix| fix.is_last))
        .map(|one| one.fingerprint.clone())
        .collect();
    let mut refused: HashSet<String> = HashSet::new();
    let mut at_once = usize::MAX;
    for _ in 0..MOST_RUNS {
        let offered = |is_last: bool| {
            let offered = found
                .iter()
                .filter_map(|one| Some((one, one.fix.as_ref()?)));
            let offered = offered.filter(|(one, fix)| {
                let is_unused = !is_last || unused.contains(&one.fingerprint);
                is_allowed(fix) && fix.is_last == is_last && is_unused
            });
            let offered = offered.filter(|(one, _)| !refused.contains(&one.fingerprint));
            offered.take(at_once).collect::<Vec<_>>()
        };
        let mut batch = offered(false);
        if batch.is_empty() {
            batch = offered(true);
        }
        let Some((first, _)) = batch.first() else {
            break;
        };
        let (text, applied) = apply_fixes(&result.text, batch.iter().map(|(_, fix)| *fix));
        let left = validate(&text);
        if applied > 0 && is_sound(&result.text, &text) && !has_new_error(&found, &left) {
            result.text = text;
            result.applied += applied;
            found = left;
            at_once = usize::MAX;
        } else if batch.len() == 1 {
            refused.insert(first.fingerprint.clone());
            at_once = usize::MAX;
        } else {
            at_once = batch.len() / 2;
        }
    }
    result.refused = refused.len();
    result
}

/// Whether `fixed` is another JSON text that has no more repeated keys than `text` has.
fn is_sound(text: &str, fixed: &str) -> bool {
    let repeated = |text: &str| {
        let document = Document::from_text(text).ok()?;
        Some(document.duplicate_keys().len())
    };
    let repeated = repeated(fixed).zip(repeated(text));
    fixed != text && repeated.is_some_and(|(after, before)| after <= before)
}

/// The rule that a finding counts for: an undefined variable is the same error once a variable is
/// defined with a similar name.
fn same_error(rule: &'static str) -> &'static str {
    match rule {
        "variable-case-mismatch" => "variable-undefined",
        other => other,
    }
}

/// Whether a rule has more findings of error level in `after`.
fn has_new_error(before: &[Diagnostic], after: &[Diagnostic]) -> bool {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    let is_error = |one: &&Diagnostic| one.severity == Severity::Error;
    for one in before.iter().filter(is_error) {
        *counts.entry(same_error(one.rule)).or_default() += 1;
    }
    let mut errors = after.iter().filter(is_error);
    errors.any(|one| match counts.get_mut(same_error(one.rule)) {
        Some(left) if *left > 0 => {
            *left -= 1;
            false
        }
        _ => true,
    })
}

#[cfg(test)]
mod tests {
    use super::fix;
    use crate::validate::{Environments, Settings};

    #[test]
    fn fixes_that_repeat_a_key_together_are_applied_apart() {
        let text = r#"{"info": {"name": "A"}, "variables": [], "item": [
            {"name": "R", "request": {"url": "https://a.example"}}]}"#;
        let settings = Settings {
            select: vec!["unknown-property".into(), "url-hardcoded-host".into()],
            ..Settings::default()
        };
        let fixed = fix(text, &settings, &Environments::default(), true);
        assert_eq!(fixed.applied, 2);
        let wanted = text
            .replace(
                r#""variables": []"#,
                r#""variable": [{"key":"host","value":"a.example"}]"#,
            )
            .replace("//a.example", "//{{host}}");
        assert_eq!(fixed.text, wanted);
    }
}
