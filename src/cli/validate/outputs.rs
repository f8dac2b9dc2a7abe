//! Where the reports go.

use super::Args;
use crate::cli::output::print;
use crate::cli::outputs::{Named, has_colours, targets, write};
use crate::diagnostic::Run;
use crate::report::{self, Format, Options};

impl Named for Format {
    const NAMES: &'static [(&'static str, Self)] = &[
        ("human", Self::Human),
        ("json", Self::Json),
        ("sarif", Self::Sarif),
        ("junit", Self::Junit),
        ("github", Self::Github),
        ("markdown", Self::Markdown),
        ("gitlab", Self::Gitlab),
    ];
    const ENDINGS: &'static [(&'static str, Self)] = &[
        ("json", Self::Json),
        ("sarif", Self::Sarif),
        ("xml", Self::Junit),
        ("md", Self::Markdown),
        ("txt", Self::Human),
    ];
}

pub(super) fn write_all(args: &Args, run: &Run) -> anyhow::Result<()> {
    let plain = Options {
        colour: false,
        width: 100,
        stats: args.stats,
        quiet: args.quiet,
    };
    write(targets(&args.output)?, |format| {
        report::render(format, run, &plain)
    })?;
    let screen = Options {
        colour: has_colours(),
        ..plain
    };
    print(&report::render(args.format.into(), run, &screen))
}
