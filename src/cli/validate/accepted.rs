//! Findings that are accepted: by the configuration for a reason, or by the baseline.

use std::cell::Cell;
use std::path::{Path, PathBuf};

use anyhow::Context;
use globset::{Glob, GlobMatcher};

use super::baseline::{self, Baseline};
use super::display_path;
use crate::cli::clock::is_over;
use crate::cli::config::{Config, Ignore};
use crate::diagnostic::Diagnostic;

/// What is accepted.
pub(super) struct Accepted {
    ignores: Vec<Active>,
    known: Baseline,
    /// The folder of the configuration, from which its patterns start.
    folder: PathBuf,
}

/// An ignore of the configuration, ready to be compared.
struct Active {
    ignore: Ignore,
    file: Option<GlobMatcher>,
    place: Option<GlobMatcher>,
    has_expired: bool,
    used: Cell<usize>,
}

impl Accepted {
    pub(super) fn new(
        config: &Config,
        baseline: Option<&Path>,
        is_rewritten: bool,
    ) -> anyhow::Result<Self> {
        let known = match baseline {
            Some(path) if !is_rewritten => baseline::read(path)?,
            _ => Baseline::default(),
        };
        let ignores = config.ignores.iter().map(Active::new);
        Ok(Self {
            ignores: ignores.collect::<anyhow::Result<_>>()?,
            known,
            folder: whole(&config.folder),
        })
    }

    /// Those of `diagnostics` that are not accepted.
    pub(super) fn left(&self, path: &str, diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
        let whole = whole(Path::new(path));
        let inside = whole.strip_prefix(&self.folder);
        let inside = inside.map_or_else(|_| path.to_owned(), display_path);
        let is_new = |one: &Diagnostic| {
            !self.known.has(&one.fingerprint)
                && !self.ignores.iter().any(|ignore| ignore.takes(&inside, one))
        };
        diagnostics.into_iter().filter(is_new).collect()
    }

    /// What is to be said of ignores: those that have expired, those that nothing needs any more.
    pub(super) fn warnings(&self) -> Vec<String> {
        let expired = self
            .ignores
            .iter()
            .filter(|one| one.has_expired)
            .map(|one| {
                let day = one.ignore.expires.as_deref().unwrap_or_default();
                format!(
                    "note: the ignore of `{}` has expired on {day} ({})",
                    one.ignore.rule, one.ignore.reason
                )
            });
        let unused = self
            .ignores
            .iter()
            .filter(|one| !one.has_expired && one.used.get() == 0);
        let unused = unused.map(|one| {
            format!(
                "note: the ignore of `{}` accepts nothing any more ({})",
                one.ignore.rule, one.ignore.reason
            )
        });
        expired.chain(unused).collect()
    }
}

/// A path from the root on, without links, where there is one.
fn whole(path: &Path) -> PathBuf {
    let path = if path == Path::new("") {
        Path::new(".")
    } else {
        path
    };
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

impl Active {
    fn new(ignore: &Ignore) -> anyhow::Result<Self> {
        let pattern = |text: &Option<String>| -> anyhow::Result<Option<GlobMatcher>> {
            let glob = text
                .as_deref()
                .map(|text| Glob::new(text).with_context(|| format!("`{text}` is no pattern")));
            Ok(glob.transpose()?.map(|glob| glob.compile_matcher()))
        };
        let expires = ignore.expires.as_deref().map(|text| {
            is_over(text).ok_or_else(|| {
                anyhow::anyhow!("`expires = \"{text}\"` is no day; write YYYY-MM-DD")
            })
        });
        Ok(Self {
            file: pattern(&ignore.file)?,
            place: pattern(&ignore.place)?,
            has_expired: expires.transpose()? == Some(true),
            ignore: ignore.clone(),
            used: Cell::new(0),
        })
    }

    fn takes(&self, path: &str, diagnostic: &Diagnostic) -> bool {
        let fits = |pattern: &Option<GlobMatcher>, text: &str| {
            pattern
                .as_ref()
                .is_none_or(|pattern| pattern.is_match(text))
        };
        let takes = !self.has_expired
            && self.ignore.rule == diagnostic.rule
            && fits(&self.file, path)
            && fits(&self.place, &diagnostic.location.path());
        if takes {
            self.used.set(self.used.get() + 1);
        }
        takes
    }
}
