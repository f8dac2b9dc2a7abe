use super::parts::Environments;
use super::settings::Settings;
use super::validate;
use crate::diagnostic::{Applicability, apply_fixes};
use crate::json::Document;

/// How often fixes are applied anew to what the ones before have left; a chain that long is a
/// defect of two rules that undo each other.
const MOST_PASSES: usize = 10;

/// A text with its findings mended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mended {
    /// The text, still JSON.
    pub text: String,
    /// How many fixes were applied.
    pub applied: usize,
}

/// Applies the fixes of all findings of `text`, unsafe ones only `with_unsafe`, until none is left.
/// A text that is no JSON stays as it is; so does one that a fix would break.
pub fn mend(
    text: &str,
    settings: &Settings,
    environments: &Environments,
    with_unsafe: bool,
) -> Mended {
    let mut mended = Mended {
        text: text.to_owned(),
        applied: 0,
    };
    for _ in 0..MOST_PASSES {
        let found = validate(mended.text.as_bytes(), settings, environments);
        let fixes = found.iter().filter_map(|one| one.fix.as_ref());
        let allowed = fixes.filter(|fix| with_unsafe || fix.applicability == Applicability::Safe);
        let (text, applied) = apply_fixes(&mended.text, allowed);
        if applied == 0 || Document::from_text(&text).is_err() {
            break;
        }
        mended = Mended {
            text,
            applied: mended.applied + applied,
        };
    }
    mended
}
