//! Where results go: files completely or not at all, results to stdout, the rest to stderr.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, anyhow, bail};
use tempfile::NamedTempFile;

use crate::postman::effective::secret::mask;
use crate::report::visible::{short, visible};

/// How many characters of an error are printed: what it quotes may be a megabyte.
const LONGEST_ERROR: usize = 500;

/// Writes `text` to `path`, or to stdout when it is `-`.
///
/// # Errors
/// As [`write_all`].
pub(super) fn write(path: &Path, text: &str) -> anyhow::Result<()> {
    write_bytes(path, text.as_bytes())
}

/// Writes `bytes` to `path`, or to stdout when it is `-`.
///
/// # Errors
/// As [`write_all`].
pub(super) fn write_bytes(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let written = Prepared::new(path, bytes).and_then(Prepared::persist);
    written.with_context(|| format!("cannot write `{}`", path.display()))
}

/// Writes every text to its path, `-` being stdout; none if one cannot be written.
///
/// Each file is written under another name and then renamed, so that nobody ever reads half of it.
///
/// # Errors
/// When a file cannot be written, with its path and what to do.
pub(super) fn write_all(files: &[(PathBuf, String)]) -> anyhow::Result<()> {
    let prepared = files
        .iter()
        .map(|(path, text)| {
            Prepared::new(path, text.as_bytes())
                .with_context(|| format!("cannot write `{}`", path.display()))
        })
        .collect::<anyhow::Result<Vec<_>>>()?;
    for (index, one) in prepared.iter().enumerate() {
        let target = |prepared: &Prepared| prepared.target().map(Path::to_owned);
        if prepared
            .iter()
            .take(index)
            .any(|other| target(other) == target(one))
        {
            bail!("two results would be written to the same file; use different names");
        }
    }
    for (one, (path, _)) in prepared.into_iter().zip(files) {
        one.persist()
            .with_context(|| format!("cannot write `{}`", path.display()))?;
    }
    Ok(())
}

/// Writes `text` to the file `path`, readable by its owner only.
///
/// # Errors
/// When it cannot be written, with its path and what to do.
#[cfg(feature = "sandbox")]
pub(super) fn write_private(path: &Path, text: &str) -> anyhow::Result<()> {
    // Others may read what comes out of a pipe, or what a link leads to.
    let is_other = fs::symlink_metadata(path).is_ok_and(|there| !there.is_file());
    let prepared = if is_other && path != Path::new("-") {
        Err(anyhow!("it exists and is not a regular file; name another"))
    } else {
        Prepared::with(path, text.as_bytes(), Access::Owner)
    };
    prepared
        .and_then(Prepared::persist)
        .with_context(|| format!("cannot write `{}`", path.display()))
}

/// The folder that the file `path` is in.
pub(super) fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    }
}

/// Who may use a file that is written.
#[derive(Clone, Copy)]
enum Access {
    /// Those who may use the file that is replaced; for a new file, what the system says.
    Kept,
    /// Only its owner.
    #[cfg(feature = "sandbox")]
    Owner,
}

impl Access {
    /// What a new file starts with; the system takes its mask off.
    #[cfg(unix)]
    fn apply(self, file: &mut tempfile::Builder<'_, '_>, target: &Path) {
        use std::fs::Permissions;
        use std::os::unix::fs::PermissionsExt;
        file.permissions(match self {
            Self::Kept => fs::metadata(target).map_or_else(
                |_| Permissions::from_mode(0o666),
                |metadata| metadata.permissions(),
            ),
            #[cfg(feature = "sandbox")]
            Self::Owner => Permissions::from_mode(0o600),
        });
    }

    /// Gives `file` the owner, the group and the mode of the file that it replaces, whatever the
    /// mask; owner and group as far as the user may.
    #[cfg(unix)]
    fn keep(self, file: &fs::File, target: &Path) -> io::Result<()> {
        use std::os::unix::fs::{MetadataExt, fchown};
        let (Self::Kept, Ok(there)) = (self, fs::metadata(target)) else {
            return Ok(());
        };
        let new = file.metadata()?;
        if (new.uid(), new.gid()) != (there.uid(), there.gid()) {
            // Only the superuser gives files away; a group may be any of the user's own.
            let _ = fchown(file, Some(there.uid()), Some(there.gid()))
                .or_else(|_| fchown(file, None, Some(there.gid())));
        }
        file.set_permissions(there.permissions())
    }

    /// Windows has no modes: a new file inherits the access list of its folder. In the user's profile
    /// that admits the user, administrators and the system; in a folder that is shared, whoever may
    /// read the folder can read the file. Changing a list takes `unsafe` calls, which this crate
    /// forbids.
    #[cfg(not(unix))]
    #[allow(clippy::unused_self)]
    fn apply(self, _: &mut tempfile::Builder<'_, '_>, _: &Path) {}

    #[cfg(not(unix))]
    #[allow(clippy::unused_self, clippy::unnecessary_wraps)]
    fn keep(self, _: &fs::File, _: &Path) -> io::Result<()> {
        Ok(())
    }
}

/// A result that only has to be moved into place.
enum Prepared<'t> {
    /// For standard output.
    Printed(&'t [u8]),
    /// For a pipe or a device, which cannot be replaced by renaming.
    Streamed(PathBuf, &'t [u8]),
    /// For a file, already written under another name.
    Renamed(NamedTempFile, PathBuf),
}

impl<'t> Prepared<'t> {
    fn new(path: &Path, bytes: &'t [u8]) -> anyhow::Result<Self> {
        Self::with(path, bytes, Access::Kept)
    }

    fn with(path: &Path, bytes: &'t [u8], access: Access) -> anyhow::Result<Self> {
        if path == Path::new("-") {
            return Ok(Self::Printed(bytes));
        }
        if path.as_os_str().is_empty() {
            bail!("the name is empty");
        }
        match fs::metadata(path) {
            Ok(there) if there.is_dir() => {
                bail!("it is a folder; name a file in it")
            }
            Ok(there) if !there.is_file() => return Ok(Self::Streamed(path.to_owned(), bytes)),
            Err(_) if fs::symlink_metadata(path).is_ok() => {
                bail!(
                    "it is a link to a file that does not exist; remove the link or create the file"
                )
            }
            _ => {}
        }
        let folder = folder_of(path);
        if !folder.is_dir() {
            bail!("folder `{}` not found; create it first", folder.display());
        }
        let name = path
            .file_name()
            .ok_or_else(|| anyhow!("it does not name a file"))?;
        // A link is kept: its target is replaced.
        let target = fs::canonicalize(path)
            .or_else(|_| fs::canonicalize(folder).map(|folder| folder.join(name)))?;
        let mut builder = tempfile::Builder::new();
        access.apply(builder.prefix(".sqlacc-postman-"), &target);
        let mut file = builder
            .tempfile_in(target.parent().unwrap_or(folder))
            .map_err(|error| anyhow!("{}: {}", folder.display(), error.kind()))?;
        access.keep(file.as_file(), &target)?;
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        Ok(Self::Renamed(file, target))
    }

    /// The file it replaces; `None` for standard output.
    fn target(&self) -> Option<&Path> {
        match self {
            Self::Printed(_) => None,
            Self::Streamed(path, _) | Self::Renamed(_, path) => Some(path),
        }
    }

    fn persist(self) -> anyhow::Result<()> {
        match self {
            Self::Printed(bytes) => print_bytes(bytes),
            Self::Streamed(path, bytes) => {
                let mut stream = OpenOptions::new().write(true).open(path)?;
                Ok(stream.write_all(bytes)?)
            }
            Self::Renamed(file, target) => {
                let moved = file.persist(target);
                moved.map(drop).map_err(|error| not_replaced(error.error))
            }
        }
    }
}

/// Windows replaces neither a file that is read-only nor one that another program has open.
fn not_replaced(error: io::Error) -> anyhow::Error {
    if cfg!(windows) && error.kind() == io::ErrorKind::PermissionDenied {
        anyhow!("it is read-only, or open in another program; close it there and try again")
    } else {
        error.into()
    }
}

/// Prints `text` to stdout. A reader that has closed the pipe is not an error.
pub(super) fn print(text: &str) -> anyhow::Result<()> {
    print_bytes(text.as_bytes())
}

fn print_bytes(bytes: &[u8]) -> anyhow::Result<()> {
    let mut stdout = io::stdout().lock();
    match stdout.write_all(bytes).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(error).context("cannot write to standard output")
        }
        _ => Ok(()),
    }
}

/// Prints `text` as one line of stderr, whatever it quotes: the names of files and the texts of
/// configurations may have line breaks and escapes, which a terminal or a CI system would obey.
pub(super) fn eprint(text: &str) {
    let _ = writeln!(io::stderr().lock(), "{}", visible(text));
}

/// Prints an error in one line without any secret that it quotes.
pub(super) fn print_error(error: &anyhow::Error) {
    let text = format!("{error:#}");
    eprint(&format!("error: {}", short(&mask(&text), LONGEST_ERROR)));
}

#[cfg(all(test, unix, feature = "sandbox"))]
mod tests {
    use std::fs;

    use super::write_private;

    #[test]
    fn a_secret_goes_into_regular_files_only() {
        let folder = tempfile::tempdir().unwrap();
        let shared = folder.path().join("shared");
        fs::write(&shared, "old").unwrap();
        let link = folder.path().join("link");
        std::os::unix::fs::symlink(&shared, &link).unwrap();
        for path in [link.as_path(), folder.path(), "/dev/null".as_ref()] {
            let error = write_private(path, "secret").unwrap_err();
            let error = format!("{error:#}");
            assert!(
                error.ends_with("not a regular file; name another"),
                "{error}"
            );
        }
        assert_eq!(fs::read_to_string(&shared).unwrap(), "old");
        write_private(&shared, "secret").unwrap();
        assert_eq!(fs::read_to_string(&shared).unwrap(), "secret");
    }
}
