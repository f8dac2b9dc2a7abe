//! Where the reports go.

use std::env;
use std::io::{self, IsTerminal};
use std::path::Path;

use anyhow::bail;

use super::{Args, show};
use crate::cli::output::write;
use crate::diagnostic::Run;
use crate::report::{self, Format, Options};

pub(super) fn write_all(args: &Args, run: &Run) -> anyhow::Result<()> {
    let targets = args
        .output
        .iter()
        .map(|text| target(text))
        .collect::<anyhow::Result<Vec<_>>>()?;
    let plain = Options {
        colour: false,
        width: 100,
        stats: args.stats,
        quiet: args.quiet,
    };
    for (format, path) in targets {
        write(path, &report::render(format, run, &plain))?;
    }
    let screen = Options {
        colour: has_colours(),
        ..plain
    };
    show(&report::render(args.format.into(), run, &screen))
}

/// Colours only for a terminal, and never where `NO_COLOR` is set.
fn has_colours() -> bool {
    io::stdout().is_terminal() && env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}

fn target(text: &str) -> anyhow::Result<(Format, &Path)> {
    let named = text
        .split_once('=')
        .and_then(|(name, path)| Some((format_named(name)?, path)));
    if let Some((format, path)) = named {
        return Ok((format, Path::new(path)));
    }
    let ending = Path::new(text)
        .extension()
        .and_then(|ending| ending.to_str());
    let format = match ending {
        Some("json") => Format::Json,
        Some("sarif") => Format::Sarif,
        Some("xml") => Format::Junit,
        Some("md") => Format::Markdown,
        Some("txt") => Format::Human,
        _ => bail!("the format of `{text}` is not plain; write FORMAT=FILE, such as gitlab={text}"),
    };
    Ok((format, Path::new(text)))
}

fn format_named(name: &str) -> Option<Format> {
    Some(match name {
        "human" => Format::Human,
        "json" => Format::Json,
        "sarif" => Format::Sarif,
        "junit" => Format::Junit,
        "github" => Format::Github,
        "gitlab" => Format::Gitlab,
        "markdown" => Format::Markdown,
        _ => return None,
    })
}
