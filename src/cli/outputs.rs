//! Where results go: `--output` instead of standard output, `--report` beside it.

use std::env;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use anyhow::bail;
use clap::ValueEnum;

use super::output::write_all;

/// The formats of a command, as its option `--format` names them.
pub(super) trait OutputFormat: ValueEnum + Copy + Default + 'static {
    /// The file extensions that imply a format.
    const ENDINGS: &'static [(&'static str, Self)];
}

#[derive(Debug, clap::Args)]
pub(super) struct OutputArgs {
    /// Write the result to this file instead of standard output.
    #[arg(short, long, value_name = "[FORMAT=]FILE", default_value = "-")]
    output: String,
    /// Write another report as well; can be repeated.
    ///
    /// The extension of FILE gives the format, unless it is written as FORMAT=FILE.
    #[arg(long, value_name = "[FORMAT=]FILE")]
    report: Vec<String>,
}

/// A file, or `-` for standard output, and the format it is written in.
#[derive(Debug)]
pub(super) struct Target<F> {
    pub(super) format: F,
    path: PathBuf,
}

impl OutputArgs {
    /// What is to be written, the main result first, in `format` where that is given.
    ///
    /// # Errors
    /// When a report's name does not tell its format.
    pub(super) fn targets<F: OutputFormat>(
        &self,
        format: Option<F>,
    ) -> anyhow::Result<Vec<Target<F>>> {
        let (named, path) = split(&self.output);
        let format = named.or(format).or_else(|| implied(path));
        let mut targets = vec![Target {
            format: format.unwrap_or_default(),
            path: path.to_owned(),
        }];
        for report in &self.report {
            let (named, path) = split(report);
            let Some(format) = named.or_else(|| implied(path)) else {
                bail!(
                    "cannot tell the format of `{report}` from its name; write FORMAT=FILE, such as json={report}"
                )
            };
            targets.push(Target {
                format,
                path: path.to_owned(),
            });
        }
        Ok(targets)
    }
}

/// `[FORMAT=]FILE` in its parts.
fn split<F: OutputFormat>(text: &str) -> (Option<F>, &Path) {
    let named = text
        .split_once('=')
        .and_then(|(name, path)| Some((F::from_str(name, false).ok()?, path)));
    match named {
        Some((format, path)) => (Some(format), Path::new(path)),
        None => (None, Path::new(text)),
    }
}

fn implied<F: OutputFormat>(path: &Path) -> Option<F> {
    let ending = path.extension().and_then(|one| one.to_str());
    let known = F::ENDINGS.iter().find(|(known, _)| Some(*known) == ending);
    known.map(|(_, format)| *format)
}

/// Writes every target; none when one cannot be written. `render` is given the format and whether
/// to use colours.
///
/// # Errors
/// When a file cannot be written.
pub(super) fn write<F: Copy>(
    targets: Vec<Target<F>>,
    render: impl Fn(F, bool) -> String,
) -> anyhow::Result<()> {
    let targets = targets.into_iter().map(|Target { format, path }| {
        let colour = path == Path::new("-") && has_colours();
        (path, render(format, colour))
    });
    write_all(&targets.collect::<Vec<_>>())
}

/// Colours only for a terminal, and never where `NO_COLOR` is set.
fn has_colours() -> bool {
    io::stdout().is_terminal() && env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}
