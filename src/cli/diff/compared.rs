//! One comparison.

use anyhow::bail;

use super::side::{Side, Sides};
use crate::cli::files::skip_reason;
use crate::cli::input::{parse_collection, parse_postman, require_collection};
use crate::diff::{
    CatalogueSide, Change, Contract, Impacts, Options, compare, compare_environments,
    compare_with_catalogue,
};
use crate::json::{Document, Error, LineIndex};
use crate::parallel::both;
use crate::postman::effective::{Environment, Scope};
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
    /// `None` for a file that git lists and that has nothing to do with Postman.
    pub(super) fn of(sides: &'s Sides, options: &Options) -> anyhow::Result<Option<Self>> {
        let (old, new) = (&sides.base, &sides.revision);
        let changes = if old.is_catalogue {
            let catalogue = sqlaccount::catalogue();
            compare_with_catalogue(&parse(new)?, &catalogue, CatalogueSide::Base)
        } else if new.is_catalogue {
            let catalogue = sqlaccount::catalogue();
            compare_with_catalogue(&parse(old)?, &catalogue, CatalogueSide::Revision)
        } else if let Some(changes) = of_files(sides, options)? {
            changes
        } else {
            return Ok(None);
        };
        if changes.is_empty() {
            let changes = Vec::new();
            return Ok(Some(Self { sides, changes }));
        }
        let lines = both(|| LineIndex::new(&old.bytes), || LineIndex::new(&new.bytes));
        let line = |index: &LineIndex, at: Option<usize>| Some(index.position(at?).line);
        let changes = changes.into_iter().map(|change| {
            let (base_at, revision_at) = (change.location.base_at, change.location.revision_at);
            let lines = (line(&lines.0, base_at), line(&lines.1, revision_at));
            (change, lines)
        });
        let changes = changes.collect();
        Ok(Some(Self { sides, changes }))
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

/// What has changed between two collections, or two files of variables; `None` for files that git
/// lists and that are neither.
fn of_files(sides: &Sides, options: &Options) -> anyhow::Result<Option<Vec<Change>>> {
    let (old, new) = (&sides.base, &sides.revision);
    let (base, revision) = both(
        || Document::parse(&old.bytes),
        || Document::parse(&new.bytes),
    );
    let is_other = |side: &Side, parsed: &Result<Document, _>| {
        side.is_nothing() || skip_reason(&sides.path, parsed).is_some()
    };
    if sides.is_listed && is_other(old, &base) && is_other(new, &revision) {
        return Ok(None);
    }
    let (base, old_contents) = Contents::read(old, base)?;
    let (revision, new_contents) = Contents::read(new, revision)?;
    let sides = old_contents.zip(new_contents);
    if let Some((one, other)) = sides.filter(|(one, other)| one != other) {
        bail!(
            "cannot compare `{}` with `{}`: {} with {}",
            old.name,
            new.name,
            one.what(),
            other.what()
        );
    }
    Ok(Some(match old_contents.or(new_contents) {
        Some(Contents::Environment | Contents::Globals) => compare_environments(&base, &revision),
        Some(Contents::Collection) | None => compare(&base, &revision, options),
    }))
}

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Contents {
    Collection,
    Environment,
    Globals,
}

impl Contents {
    /// The document of a side and what it is; `None` where there is no file.
    fn read<'s>(
        side: &'s Side,
        parsed: Result<Document<'s>, Error>,
    ) -> anyhow::Result<(Document<'s>, Option<Self>)> {
        let failing = || format!("cannot compare `{}`", side.name);
        let document = match parsed {
            Ok(document) => document,
            Err(_) => parse_postman(&side.bytes, failing)?,
        };
        if side.is_nothing() {
            return Ok((document, None));
        }
        let scope = Environment::of(&document).map(|environment| environment.scope);
        let contents = match scope {
            Ok(Scope::Globals) => Self::Globals,
            Ok(Scope::Environment | Scope::Collection) => Self::Environment,
            Err(_) => {
                require_collection(&document, failing)?;
                Self::Collection
            }
        };
        Ok((document, Some(contents)))
    }

    fn what(self) -> &'static str {
        match self {
            Self::Collection => "a collection",
            Self::Environment => "an environment",
            Self::Globals => "globals",
        }
    }
}

fn parse(side: &Side) -> anyhow::Result<Document<'_>> {
    if side.is_nothing() {
        return Ok(Document::parse(&side.bytes)?);
    }
    parse_collection(&side.bytes, || format!("cannot compare `{}`", side.name))
}
