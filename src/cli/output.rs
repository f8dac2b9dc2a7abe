//! Where results go: files whole or not at all, results on stdout, the rest on stderr.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use anyhow::{Context, anyhow};

/// Writes `text` to `path`, or to stdout when it is `-`.
///
/// A file is written beside its name and then renamed, so that nobody ever reads half of it.
///
/// # Errors
/// When the file cannot be written, with its path and what to do.
pub(super) fn write(path: &Path, text: &str) -> anyhow::Result<()> {
    if path == Path::new("-") {
        return print(text);
    }
    write_whole(path, text).with_context(|| format!("cannot write `{}`", path.display()))
}

fn write_whole(path: &Path, text: &str) -> anyhow::Result<()> {
    if path.is_dir() {
        return Err(anyhow!("it is a directory; give the name of a file in it"));
    }
    let folder = match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    if !folder.is_dir() {
        let folder = folder.display();
        return Err(anyhow!("there is no directory `{folder}`; make it first"));
    }
    // A link keeps pointing where it points: its target is what is replaced.
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let folder = target.parent().unwrap_or(folder);
    let mut file = tempfile::Builder::new()
        .prefix(".sqlacc-postman-")
        .permissions(permissions(&target))
        .tempfile_in(if folder == Path::new("") {
            Path::new(".")
        } else {
            folder
        })?;
    file.write_all(text.as_bytes())?;
    file.as_file().sync_all()?;
    file.persist(&target)?;
    Ok(())
}

/// Those of the file that is replaced; for a new file what the system gives a new file.
#[cfg(unix)]
fn permissions(target: &Path) -> fs::Permissions {
    use std::os::unix::fs::PermissionsExt;
    fs::metadata(target).map_or_else(
        |_| fs::Permissions::from_mode(0o666),
        |metadata| metadata.permissions(),
    )
}

/// Prints `text` on stdout. A reader that has gone away is no failure.
pub(super) fn print(text: &str) -> anyhow::Result<()> {
    let mut stdout = io::stdout().lock();
    match stdout
        .write_all(text.as_bytes())
        .and_then(|()| stdout.flush())
    {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(error).context("cannot write to standard output")
        }
        _ => Ok(()),
    }
}

/// Says `text` on stderr.
pub(super) fn say(text: &str) {
    let _ = writeln!(io::stderr().lock(), "{text}");
}

/// Says what went wrong, in one line.
pub(super) fn complain(error: &anyhow::Error) {
    say(&format!("error: {error:#}"));
}
