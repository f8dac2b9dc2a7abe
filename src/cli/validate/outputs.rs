//! Where the reports go.

use super::{Args, FormatArg};
use crate::cli::outputs::{OutputFormat, Target, write};
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

pub(super) fn write_all(
    args: &Args,
    targets: Vec<Target<FormatArg>>,
    run: &Run,
) -> anyhow::Result<()> {
    write(targets, |format: FormatArg, colour| {
        let options = Options {
            colour,
            width: 100,
            stats: args.stats,
            quiet: args.quiet,
        };
        report::render(format.into(), run, &options)
    })
}
