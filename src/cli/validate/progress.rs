//! A bar for those who wait at a terminal.

use std::env;
use std::io::{self, IsTerminal};

use indicatif::{ProgressBar, ProgressStyle};

/// From how many files on the bar is worth its line.
const MANY: usize = 20;

/// A bar on stderr for `files` files; nothing where nobody looks: few files, no terminal, or CI.
pub(super) fn of(files: usize) -> ProgressBar {
    let is_watched = io::stderr().is_terminal() && env::var_os("CI").is_none();
    if files < MANY || !is_watched {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{pos}/{len} files {wide_bar} {eta}");
    let bar = ProgressBar::new(u64::try_from(files).unwrap_or(u64::MAX));
    match style {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
