//! What is in a script: read by a parser once, for all rules.

mod facts;
mod old;
mod output;
mod parse;
mod place;
mod requests;

use std::ops::Range;

pub(super) use requests::Requests;

use super::context::Script;

/// What the rules want to know of a script; places are bytes of its source.
#[derive(Debug, Default)]
pub(super) struct Facts {
    /// The first defect, when it is no JavaScript.
    pub(super) error: Option<(Range<usize>, String)>,
    /// The first use of each thing that Postman has replaced.
    pub(super) old: Vec<Old>,
    /// The requests that are to be run next, where they are written out.
    pub(super) next: Vec<(Range<usize>, String)>,
    /// What is written to the console and should not be.
    pub(super) output: Vec<(Range<usize>, String)>,
}

/// A use of something that Postman has replaced.
#[derive(Debug)]
pub(super) struct Old {
    pub(super) span: Range<usize>,
    /// It, as it is called.
    pub(super) name: String,
    /// What to use instead.
    pub(super) instead: &'static str,
    /// How often it is used.
    pub(super) uses: usize,
}

impl Script<'_, '_> {
    /// What is in it. Of a script in another language nothing is known.
    pub(super) fn facts(&self) -> &Facts {
        self.facts.get_or_init(|| {
            let script = self.event.value.get("script");
            let kind = script.and_then(|script| script.get("type")?.as_str());
            let is_javascript =
                kind.is_none_or(|kind| kind.is_empty() || kind.contains("javascript"));
            if is_javascript && !self.source.trim().is_empty() {
                parse::facts(self.source)
            } else {
                Facts::default()
            }
        })
    }
}
