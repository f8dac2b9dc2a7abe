//! The two sides of a comparison.

use std::ffi::OsStr;
use std::path::Path;

use anyhow::bail;

use super::git;
use crate::cli::files::display_path;
use crate::cli::input;
use crate::parallel::both;

/// What git passes for a file that does not exist.
const NOTHING: &str = "null";

/// A base and its revision.
#[derive(Debug)]
pub(super) struct Sides {
    pub(super) base: Side,
    pub(super) revision: Side,
    /// The path of the file that is compared, as reports name it.
    pub(super) path: String,
    /// Whether it is one of the files that git lists, and not one that was named.
    pub(super) is_listed: bool,
}

#[derive(Debug)]
pub(super) struct Side {
    /// As it was given.
    pub(super) name: String,
    /// The text; of the catalogue there is none.
    pub(super) bytes: Vec<u8>,
    /// Whether it is the catalogue and not a file.
    pub(super) is_catalogue: bool,
}

impl Sides {
    /// Two sides, each a file or a stand-in for one.
    pub(super) fn read(base: &OsStr, revision: &OsStr) -> anyhow::Result<Self> {
        let (base, revision) = both(|| Side::read(base), || Side::read(revision));
        let (base, revision) = (base?, revision?);
        if base.is_catalogue && revision.is_catalogue {
            bail!("only one side can be the catalogue; name a collection for the other");
        }
        let file = if revision.is_catalogue {
            &base
        } else {
            &revision
        };
        let path = path_of(&file.name).to_owned();
        Ok(Self {
            base,
            revision,
            path,
            is_listed: false,
        })
    }

    /// The JSON files below the current folder that have changed since `revision`, by path.
    pub(super) fn changed_since(revision: &str) -> anyhow::Result<Vec<Self>> {
        let mut changed = Vec::new();
        for file in git::changed_since(revision)? {
            let base = match &file.old {
                Some(path) => Side::read(OsStr::new(&format!("git:{revision}:./{path}"))),
                None => Ok(Side::nothing()),
            }?;
            let now = match &file.new {
                Some(path) => Side::read(OsStr::new(path)),
                None => Ok(Side::nothing()),
            }?;
            let path = file.new.or(file.old).unwrap_or_default();
            changed.push(Self {
                base,
                revision: now,
                path,
                is_listed: true,
            });
        }
        Ok(changed)
    }
}

impl Side {
    /// A file, `-`, `git:REV:PATH`, or the catalogue.
    fn read(given: &OsStr) -> anyhow::Result<Self> {
        let name = display_path(Path::new(given));
        let is_catalogue = given == "catalogue";
        let bytes = if is_catalogue {
            Vec::new()
        } else if given == "catalog" && !Path::new(given).exists() {
            bail!("file `catalog` not found; did you mean `catalogue`?");
        } else if given == "/dev/null" {
            return Ok(Self::nothing());
        } else if let Some(object) = given.to_str().and_then(|text| text.strip_prefix("git:")) {
            git::show(object)?
        } else {
            input::read(Path::new(given))?
        };
        Ok(Self {
            name,
            bytes,
            is_catalogue,
        })
    }

    /// Whether there is no file.
    pub(super) fn is_nothing(&self) -> bool {
        self.bytes == NOTHING.as_bytes()
    }

    fn nothing() -> Self {
        Self {
            name: "/dev/null".to_owned(),
            bytes: NOTHING.into(),
            is_catalogue: false,
        }
    }
}

/// The path in `git:REV:PATH`, or what was given.
fn path_of(given: &str) -> &str {
    let object = given.strip_prefix("git:");
    let path = object.and_then(|object| object.split_once(':'));
    path.map_or(given, |(_, path)| path.trim_start_matches("./"))
}

#[cfg(test)]
mod tests {
    use super::path_of;

    #[test]
    fn reports_name_the_file_and_not_the_revision() {
        for (given, path) in [
            ("api.json", "api.json"),
            ("git:pr:api.json", "api.json"),
            ("git:HEAD~1:./a/b.json", "a/b.json"),
            ("git:nothing", "git:nothing"),
        ] {
            assert_eq!(path_of(given), path);
        }
    }
}
