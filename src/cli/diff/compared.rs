//! One comparison.

use super::side::{Side, Sides};
use crate::cli::input::parse_collection;
use crate::diff::{
    CatalogueSide, Change, Contract, Impacts, Options, compare, compare_with_catalogue,
};
use crate::json::{Document, LineIndex};
use crate::parallel::both;
use crate::report::diff::RatedChange;
use crate::sqlaccount;

/// The lines in base and revision where the request or folder of a change starts.
type Lines = (Option<usize>, Option<usize>);

/// Two sides and what has changed between them.
pub(super) struct Compared<'s> {
    pub(super) sides: &'s Sides,
    changes: Vec<(Change, Lines)>,
}

impl<'s> Compared<'s> {
    pub(super) fn of(sides: &'s Sides, options: &Options) -> anyhow::Result<Self> {
        let (old, new) = (&sides.base, &sides.revision);
        let changes = if old.is_catalogue {
            let catalogue = sqlaccount::catalogue();
            compare_with_catalogue(&parse(new)?, &catalogue, CatalogueSide::Base)
        } else if new.is_catalogue {
            let catalogue = sqlaccount::catalogue();
            compare_with_catalogue(&parse(old)?, &catalogue, CatalogueSide::Revision)
        } else {
            let (old, new) = both(|| parse(old), || parse(new));
            compare(&old?, &new?, options)
        };
        if changes.is_empty() {
            let changes = Vec::new();
            return Ok(Self { sides, changes });
        }
        let lines = both(|| LineIndex::new(&old.bytes), || LineIndex::new(&new.bytes));
        let line = |index: &LineIndex, at: Option<usize>| Some(index.position(at?).line);
        let changes = changes.into_iter().map(|change| {
            let (base_at, revision_at) = (change.location.base_at, change.location.revision_at);
            let lines = (line(&lines.0, base_at), line(&lines.1, revision_at));
            (change, lines)
        });
        let changes = changes.collect();
        Ok(Self { sides, changes })
    }

    /// The changes with what they do to those whose contracts are looked at.
    pub(super) fn rated(&self, impacts: &Impacts, contracts: &[Contract]) -> Vec<RatedChange<'_>> {
        let rated = self.changes.iter().map(|(change, lines)| RatedChange {
            change,
            impact: impacts.worst(change.kind, contracts),
            lines: *lines,
        });
        rated.collect()
    }
}

fn parse(side: &Side) -> anyhow::Result<Document<'_>> {
    if side.is_nothing() {
        return Ok(Document::parse(&side.bytes)?);
    }
    parse_collection(&side.bytes, || format!("cannot compare `{}`", side.name))
}
