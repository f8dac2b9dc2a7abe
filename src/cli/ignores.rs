//! `[[ignore]]` of the configuration: what `validate` and `diff` leave out, each for a reason.

use std::cell::Cell;
use std::path::{Path, PathBuf};

use anyhow::anyhow;

use super::clock::is_over;
use super::config::{Config, Ignore};
use super::files::display_path;
use super::output::eprint;
use super::pattern::Pattern;

/// The entries for one command.
pub(super) struct Ignores {
    entries: Vec<Entry>,
    /// The folder of the configuration, which its patterns start from.
    folder: PathBuf,
}

/// An entry, ready to be matched.
struct Entry {
    ignore: Ignore,
    id: String,
    file: Option<Pattern>,
    place: Option<Pattern>,
    has_expired: bool,
    /// Whether a file that it is for was checked.
    is_checked: Cell<bool>,
    matches: Cell<usize>,
}

/// A finding or a change that entries are compared with.
pub(super) struct Candidate<'c> {
    /// The id of the rule or of the kind of change.
    pub(super) id: &'c str,
    pub(super) fingerprint: &'c str,
    /// Names of folders and request, joined by ` › `.
    pub(super) place: &'c str,
}

impl Ignores {
    /// The entries that name a rule of `validate`.
    pub(super) fn of_rules(config: &Config) -> anyhow::Result<Self> {
        Self::new(config, |ignore| ignore.rule.as_ref())
    }

    /// The entries that name a kind of change of `diff`.
    pub(super) fn of_kinds(config: &Config) -> anyhow::Result<Self> {
        Self::new(config, |ignore| ignore.kind.as_ref())
    }

    fn new(config: &Config, id: fn(&Ignore) -> Option<&String>) -> anyhow::Result<Self> {
        let ignores = config.ignores.iter();
        let entries = ignores.filter_map(|ignore| Some(Entry::new(ignore, id(ignore)?)));
        Ok(Self {
            entries: entries.collect::<anyhow::Result<_>>()?,
            folder: whole(&config.folder),
        })
    }

    /// Starts on the file at `path`. Returns its path relative to the folder of the configuration, as
    /// patterns see it.
    pub(super) fn begin(&self, path: &str) -> String {
        let whole = whole(Path::new(path));
        let inside = whole.strip_prefix(&self.folder);
        let file = inside.map_or_else(|_| path.to_owned(), display_path);
        for entry in self.entries.iter().filter(|entry| entry.is_for(&file)) {
            entry.is_checked.set(true);
        }
        file
    }

    /// Whether an entry leaves out `candidate`, which is in the file at that relative path.
    pub(super) fn has(&self, file: &str, candidate: &Candidate) -> bool {
        self.entries
            .iter()
            .any(|entry| entry.matches(file, candidate))
    }

    /// Warns of entries that have expired.
    pub(super) fn warn_expired(&self) {
        for entry in self.entries.iter().filter(|entry| entry.has_expired) {
            let day = entry.ignore.expires.as_deref().unwrap_or_default();
            entry.warn(&format!("expired on {day}"));
        }
    }

    /// Warns of entries that no longer match anything, unless no file that they are for was checked.
    pub(super) fn warn_unused(&self) {
        let is_unused = |entry: &&Entry| {
            entry.is_checked.get() && !entry.has_expired && entry.matches.get() == 0
        };
        for entry in self.entries.iter().filter(is_unused) {
            entry.warn("no longer matches anything");
        }
    }
}

fn fits(pattern: Option<&Pattern>, text: &str) -> bool {
    pattern.is_none_or(|pattern| pattern.is_match(text))
}

/// An absolute path without links, if it exists.
fn whole(path: &Path) -> PathBuf {
    let path = if path == Path::new("") {
        Path::new(".")
    } else {
        path
    };
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

impl Entry {
    fn new(ignore: &Ignore, id: &str) -> anyhow::Result<Self> {
        let pattern = |text: &Option<String>| text.as_deref().map(Pattern::of_text).transpose();
        let expires = ignore.expires.as_deref().map(|text| {
            is_over(text)
                .ok_or_else(|| anyhow!("`expires = \"{text}\"` is not a date; write YYYY-MM-DD"))
        });
        Ok(Self {
            file: pattern(&ignore.file)?,
            place: pattern(&ignore.place)?,
            has_expired: expires.transpose()? == Some(true),
            id: id.to_owned(),
            ignore: ignore.clone(),
            is_checked: Cell::new(false),
            matches: Cell::new(0),
        })
    }

    fn is_for(&self, file: &str) -> bool {
        fits(self.file.as_ref(), file)
    }

    fn matches(&self, file: &str, candidate: &Candidate) -> bool {
        let fingerprint = self.ignore.fingerprint.as_deref();
        let matches = !self.has_expired
            && self.id == candidate.id
            && fingerprint.is_none_or(|one| one == candidate.fingerprint)
            && self.is_for(file)
            && fits(self.place.as_ref(), candidate.place);
        if matches {
            self.matches.set(self.matches.get() + 1);
        }
        matches
    }

    fn warn(&self, what: &str) {
        let Self { id, ignore, .. } = self;
        eprint(&format!(
            "warning: the ignore entry for `{id}` {what} ({})",
            ignore.reason
        ));
    }
}
