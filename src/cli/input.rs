//! Reading inputs: files, or stdin for `-`.

use std::io::Read;
use std::path::Path;
use std::{fs, io};

use anyhow::{Context, anyhow, bail};

use crate::json::{Document, LineIndex};
use crate::postman::view::{ForeignFormat, recognise};

/// The bytes of the file at `path`, or of stdin when it is `-`.
///
/// # Errors
/// When it cannot be read, with its name and the system's reason.
pub(super) fn read(path: &Path) -> anyhow::Result<Vec<u8>> {
    if path == Path::new("-") {
        let mut bytes = Vec::new();
        io::stdin()
            .lock()
            .read_to_end(&mut bytes)
            .context("cannot read standard input")?;
        return Ok(bytes);
    }
    fs::read(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => not_found(path),
        io::ErrorKind::IsADirectory => {
            anyhow!("`{}` is a folder; name a file in it", path.display())
        }
        _ => anyhow!(error).context(format!("cannot read `{}`", path.display())),
    })
}

/// The error for a file that does not exist. A URL is not quoted, as it may contain a key.
pub(super) fn not_found(path: &Path) -> anyhow::Error {
    if is_url(path) {
        anyhow!("URLs cannot be read; download the file, and name the copy")
    } else {
        anyhow!("file `{}` not found; check the path", path.display())
    }
}

/// Whether the argument is a URL rather than a file.
pub(super) fn is_url(path: &Path) -> bool {
    let text = path.to_string_lossy().to_lowercase();
    text.starts_with("http://") || text.starts_with("https://")
}

/// `bytes` as JSON; `failing` says what cannot be done when they are not: "cannot send `a.json`".
///
/// # Errors
/// When they are not JSON, with line and column.
pub(super) fn parse(
    bytes: &[u8],
    failing: impl FnOnce() -> String,
) -> anyhow::Result<Document<'_>> {
    Document::parse(bytes).map_err(|error| {
        let place = LineIndex::new(bytes).position(error.offset());
        anyhow!("{}: {place}: {error}", failing())
    })
}

/// `bytes`, which should be a file of Postman's, as JSON.
///
/// # Errors
/// As [`parse`]; where another format is recognised, with its name and what to do.
pub(super) fn parse_postman(
    bytes: &[u8],
    failing: impl FnOnce() -> String,
) -> anyhow::Result<Document<'_>> {
    Document::parse(bytes).or_else(|_| {
        let Some((format, range)) = ForeignFormat::of_text(bytes) else {
            return parse(bytes, failing);
        };
        let place = LineIndex::new(bytes).position(range.start);
        bail!("{}: {place}: {format}; {}", failing(), format.help())
    })
}

/// `bytes`, which should be a collection, as JSON.
///
/// # Errors
/// As [`parse_postman`], and when they are anything but a collection.
pub(super) fn parse_collection(
    bytes: &[u8],
    failing: impl Fn() -> String,
) -> anyhow::Result<Document<'_>> {
    let document = parse_postman(bytes, &failing)?;
    require_collection(&document, failing)?;
    Ok(document)
}

/// Checks that `document` is a collection.
///
/// # Errors
/// When it is anything else, with what it is and what to do.
pub(super) fn require_collection(
    document: &Document,
    failing: impl Fn() -> String,
) -> anyhow::Result<()> {
    if let Some((message, help)) = recognise(document.root()).rejection() {
        bail!("{}: {message}; {help}", failing());
    }
    Ok(())
}
