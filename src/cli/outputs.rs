//! Where results go: `--output` instead of standard output, `--report` beside it.

use std::path::{Path, PathBuf};

use anyhow::bail;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use super::colour;
use super::output::write_all;
use crate::report::Format;

/// Parses the name of one of `formats`; the help lists them all.
pub(super) fn format_of<R>(
    formats: &'static [Format<R>],
) -> impl TypedValueParser<Value = &'static Format<R>>
where
    R: Copy + Send + Sync,
{
    let names = formats
        .iter()
        .map(|one| PossibleValue::new(one.name).help(one.about));
    let find = |name: String| Format::named(formats, &name).ok_or("unknown format");
    PossibleValuesParser::new(names).try_map(find)
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
pub(super) struct Target<R: 'static> {
    pub(super) format: &'static Format<R>,
    path: PathBuf,
}

impl OutputArgs {
    /// What to write, the main result first: in `format` if given, or else the
    /// first of `formats`.
    ///
    /// # Errors
    /// When the format cannot be told from a report's name.
    pub(super) fn targets<R: Copy>(
        &self,
        formats: &'static [Format<R>],
        format: Option<&'static Format<R>>,
    ) -> anyhow::Result<Vec<Target<R>>> {
        let (named, path) = split(&self.output, formats);
        let format = named.or(format).or_else(|| implied(path, formats));
        let main = format.or(formats.first()).map(|format| Target {
            format,
            path: path.to_owned(),
        });
        let mut targets = Vec::from_iter(main);
        for report in &self.report {
            let (named, path) = split(report, formats);
            let Some(format) = named.or_else(|| implied(path, formats)) else {
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

/// The parts of `[FORMAT=]FILE`.
fn split<'t, R: Copy>(
    text: &'t str,
    formats: &'static [Format<R>],
) -> (Option<&'static Format<R>>, &'t Path) {
    let named = text
        .split_once('=')
        .and_then(|(name, path)| Some((Format::named(formats, name)?, path)));
    match named {
        Some((format, path)) => (Some(format), Path::new(path)),
        None => (None, Path::new(text)),
    }
}

fn implied<R>(path: &Path, formats: &'static [Format<R>]) -> Option<&'static Format<R>> {
    let extension = path.extension()?.to_str();
    formats
        .iter()
        .find(|one| one.extension.is_some() && one.extension == extension)
}

/// Writes every target, or none if one cannot be written. `render` gets the format and whether
/// to use colours.
///
/// # Errors
/// When a file cannot be written.
pub(super) fn write<R>(
    targets: Vec<Target<R>>,
    render: impl Fn(&Format<R>, bool) -> String,
) -> anyhow::Result<()> {
    let targets = targets.into_iter().map(|Target { format, path }| {
        let colour = path == Path::new("-") && colour::of_stdout();
        (path, render(format, colour))
    });
    write_all(&targets.collect::<Vec<_>>())
}
