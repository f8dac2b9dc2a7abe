//! Which files to read: names, folders, patterns, standard input.

use std::collections::BTreeMap;
use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use ignore::WalkBuilder;

use super::input::{is_url, not_found, read};
use super::pattern::Pattern;
use crate::json::{Document, Error};
use crate::postman::view::{DocumentKind, ForeignFormat, recognise};

/// A file to read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Source {
    pub(super) path: PathBuf,
    /// Whether it was found in a folder or by a pattern: then it is skipped if it is not a collection.
    pub(super) was_walked: bool,
}

/// A file that was read.
#[derive(Clone, Debug)]
pub(super) struct Input {
    pub(super) name: String,
    pub(super) bytes: Vec<u8>,
}

impl Source {
    /// Refuses to change a link: what it leads to may be outside the folder that it is in.
    ///
    /// # Errors
    /// When it is a link, with the name of the file that it leads to.
    pub(super) fn refuse_link(&self) -> anyhow::Result<()> {
        if self.path.is_symlink() {
            let name = display_path(&self.path);
            let file = self.path.canonicalize().unwrap_or_default();
            bail!(
                "`{name}` is a link and was not changed; name the file itself: `{}`",
                display_path(&file)
            );
        }
        Ok(())
    }

    pub(super) fn read(&self) -> anyhow::Result<Input> {
        Input::read(&self.path)
    }
}

impl Input {
    pub(super) fn read(path: &Path) -> anyhow::Result<Self> {
        Ok(Self {
            name: display_path(path),
            bytes: read(path)?,
        })
    }
}

/// Why a file found in a folder or by a pattern is skipped: what it is instead of a collection or an
/// environment. `None` for one that is read, as every file is whose name suggests a
/// collection or an environment.
pub(super) fn skip_reason(name: &str, parsed: &Result<Document, Error>) -> Option<&'static str> {
    let file = name.rsplit('/').next().unwrap_or(name).to_lowercase();
    let file = file.replace('-', "_");
    let promises = [
        "postman_collection",
        "postman_environment",
        "postman_globals",
    ];
    if promises.iter().any(|promise| file.contains(promise)) {
        return None;
    }
    match parsed.as_ref().map(|document| recognise(document.root())) {
        Err(_) => Some("not JSON"),
        Ok(DocumentKind::Unknown) => Some("JSON that is not a file of Postman's"),
        Ok(DocumentKind::Foreign(format)) if format != ForeignFormat::CollectionV1 => {
            Some(format.what())
        }
        Ok(_) => None,
    }
}

/// The files that `given` selects, each once, whatever its names, in the order given; those of a folder
/// or pattern by name.
pub(super) fn all(given: &[OsString]) -> anyhow::Result<Vec<Source>> {
    let mut seen = BTreeMap::new();
    let mut sources: Vec<Source> = Vec::new();
    for given in given {
        let path = Path::new(given);
        let name = display_path(path);
        let found = if name == "-" || (path.exists() && !path.is_dir()) {
            vec![Source {
                path: path.to_owned(),
                was_walked: false,
            }]
        } else if path.is_dir() {
            let found = walked(path, |path| path.extension().is_some_and(|it| it == "json"))?;
            if found.is_empty() {
                bail!("the folder `{name}` has no JSON files; name one that has a collection");
            }
            found
        } else if is_pattern(path) {
            matching(&name)?
        } else {
            return Err(not_found(path));
        };
        for source in found {
            let whole = source.path.canonicalize();
            let first = *seen
                .entry(whole.unwrap_or_else(|_| source.path.clone()))
                .or_insert(sources.len());
            match sources.get_mut(first) {
                Some(first) => first.was_walked &= source.was_walked,
                None => sources.push(source),
            }
        }
    }
    Ok(sources)
}

/// The innermost folder that all of `sources` are in; for standard input the current one.
pub(super) fn folder(sources: &[Source]) -> anyhow::Result<PathBuf> {
    let here = env::current_dir().context("cannot read the current folder")?;
    let parent = |source: &Source| {
        let path = here.join(&source.path);
        let path = path.canonicalize().unwrap_or(path);
        path.parent().map(Path::to_owned)
    };
    let mut folders = sources.iter().filter_map(parent);
    let first = folders.next().unwrap_or_default();
    Ok(folders.fold(first, |common, folder| {
        let mut both = common.ancestors().filter(|one| folder.starts_with(one));
        both.next().map(Path::to_owned).unwrap_or_default()
    }))
}

/// The working folder, as reports see it; empty where it cannot be read.
pub(super) fn working_folder() -> String {
    env::current_dir().map_or_else(|_| String::new(), |folder| display_path(&folder))
}

/// A path with `/` between folders, as reports show it.
pub(super) fn display_path(path: &Path) -> String {
    let path = path.to_string_lossy();
    if cfg!(windows) {
        display_windows_path(&path)
    } else {
        path.into_owned()
    }
}

/// `C:/shop/a.json` of `\\?\C:\shop\a.json`, which is how Windows writes a path that it has resolved.
fn display_windows_path(path: &str) -> String {
    let path = path.replace('\\', "/");
    match (path.strip_prefix("//?/UNC/"), path.strip_prefix("//?/")) {
        (Some(share), _) => format!("//{share}"),
        (None, Some(local)) => local.to_owned(),
        (None, None) => path,
    }
}

/// Whether the argument is a pattern rather than the name of a file.
fn is_pattern(given: &Path) -> bool {
    let text = given.to_string_lossy();
    text.contains(['*', '?', '[', '{']) && !is_url(given)
}

/// Walks like Git: into hidden folders, but not into ignored ones. Links are left alone: what they
/// lead to is found by its own name, or is outside the folder and nobody asked for it.
fn walked(folder: &Path, wanted: impl Fn(&Path) -> bool) -> anyhow::Result<Vec<Source>> {
    let mut paths = Vec::new();
    let mut walk = WalkBuilder::new(folder);
    walk.hidden(false)
        .filter_entry(|entry| entry.file_name() != ".git");
    for entry in walk.build() {
        let entry = entry.with_context(|| format!("cannot walk `{}`", folder.display()))?;
        let is_file = entry.file_type().is_some_and(|kind| kind.is_file());
        if is_file && wanted(entry.path()) {
            paths.push(entry.into_path());
        }
    }
    paths.sort();
    let source = |path| Source {
        path,
        was_walked: true,
    };
    Ok(paths.into_iter().map(source).collect())
}

fn matching(pattern: &str) -> anyhow::Result<Vec<Source>> {
    let pattern = pattern.trim_start_matches("./");
    let glob = Pattern::of_paths(pattern)?;
    // The walk starts at the longest part of the pattern that is a plain folder.
    let plain = pattern
        .split(['*', '?', '[', '{'])
        .next()
        .unwrap_or_default();
    // With its last `/`, as `/` and `C:/` are not the working folder.
    let folder = plain
        .rfind('/')
        .and_then(|end| plain.get(..=end))
        .unwrap_or_default();
    let root = if folder.is_empty() {
        Path::new(".")
    } else {
        Path::new(folder)
    };
    let is_match = |path: &Path| glob.is_match(path.strip_prefix("./").unwrap_or(path));
    let mut found = if root.is_dir() {
        walked(root, is_match)?
    } else {
        Vec::new()
    };
    if found.is_empty() {
        bail!("no file matches `{pattern}`; check the pattern and .gitignore");
    }
    for source in &mut found {
        if let Ok(path) = source.path.strip_prefix("./") {
            source.path = path.to_owned();
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::display_windows_path;

    #[test]
    fn windows_paths_have_slashes_and_no_prefix() {
        for (path, expected) in [
            (r"api\v1\a.json", "api/v1/a.json"),
            (r"C:\shop\a.json", "C:/shop/a.json"),
            (r"\\?\C:\shop\a.json", "C:/shop/a.json"),
            (r"\\host\share\a.json", "//host/share/a.json"),
            (r"\\?\UNC\host\share\a.json", "//host/share/a.json"),
        ] {
            assert_eq!(display_windows_path(path), expected);
        }
    }
}
