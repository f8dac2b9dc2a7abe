//! Reading inputs: files, or stdin for `-`.

use std::io::Read;
use std::path::Path;
use std::{fs, io};

use anyhow::{Context, anyhow};

use crate::json::{Document, LineIndex};

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
    fs::read(path).map_err(|error| {
        let path = path.display();
        match error.kind() {
            io::ErrorKind::NotFound => anyhow!("file `{path}` not found; check the path"),
            io::ErrorKind::IsADirectory => anyhow!("`{path}` is a folder; name a file in it"),
            _ => anyhow!(error).context(format!("cannot read `{path}`")),
        }
    })
}

/// `bytes` as JSON; `failing` says what cannot be done when they are none: "cannot format `a.json`".
///
/// # Errors
/// When they are no JSON, with line and column.
pub(super) fn parse(
    bytes: &[u8],
    failing: impl FnOnce() -> String,
) -> anyhow::Result<Document<'_>> {
    Document::parse(bytes).map_err(|error| {
        let place = LineIndex::new(bytes).position(error.offset());
        anyhow!("{}: {place}: {error}", failing())
    })
}
