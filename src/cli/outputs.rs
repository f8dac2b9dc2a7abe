//! Reports beside the one on standard output: `--output [FORMAT=]FILE`, as often as wanted.

use std::env;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use anyhow::bail;
use clap::ValueEnum;

use super::output::write_all;

/// The formats of a command, as its option `--format` names them.
pub(super) trait OutputFormat: ValueEnum + Copy + 'static {
    /// Those that the ending of a file says.
    const ENDINGS: &'static [(&'static str, Self)];
}

/// Where a report goes, and how it is written.
#[derive(Debug)]
pub(super) struct Target<F> {
    pub(super) format: F,
    path: PathBuf,
}

/// What `--output` names.
///
/// # Errors
/// When neither a format is named nor the ending of a file says one.
pub(super) fn targets<F: OutputFormat>(given: &[String]) -> anyhow::Result<Vec<Target<F>>> {
    given.iter().map(|text| target(text)).collect()
}

fn target<F: OutputFormat>(text: &str) -> anyhow::Result<Target<F>> {
    let named = text
        .split_once('=')
        .and_then(|(name, path)| Some((F::from_str(name, false).ok()?, path)));
    if let Some((format, path)) = named {
        return Ok(Target {
            format,
            path: PathBuf::from(path),
        });
    }
    let ending = Path::new(text).extension().and_then(|one| one.to_str());
    let known = F::ENDINGS.iter().find(|(known, _)| Some(*known) == ending);
    let Some((_, format)) = known else {
        bail!("the format of `{text}` is not plain; write FORMAT=FILE, such as json={text}")
    };
    Ok(Target {
        format: *format,
        path: PathBuf::from(text),
    })
}

/// Writes every report to its file; all of them, or none when one cannot be written.
///
/// # Errors
/// When a file cannot be written.
pub(super) fn write<F: Copy>(
    targets: Vec<Target<F>>,
    render: impl Fn(F) -> String,
) -> anyhow::Result<()> {
    let files = targets.into_iter();
    let files: Vec<_> = files
        .map(|target| (target.path, render(target.format)))
        .collect();
    write_all(&files)
}

/// Colours only for a terminal, and never where `NO_COLOR` is set.
pub(super) fn has_colours() -> bool {
    io::stdout().is_terminal() && env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}
