//! Where the reports go.

use super::{Args, FormatArg};
use crate::cli::output::print;
use crate::cli::outputs::{OutputFormat, has_colours, targets, write};
use crate::diagnostic::Run;
use crate::report::{self, Options};

impl OutputFormat for FormatArg {
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
    write(targets(&args.output)?, |format: FormatArg| {
        report::render(format.into(), run, &plain)
    })?;
    let screen = Options {
        colour: has_colours(),
        ..plain
    };
    print(&report::render(args.format.into(), run, &screen))
}
