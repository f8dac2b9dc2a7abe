//! A progress bar for people who wait at a terminal.

use std::env;
use std::io::{self, IsTerminal};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

/// The number of files from which a bar is shown.
const MANY: usize = 20;

/// A bar on stderr for `files` files; nothing for few files, without a terminal, or in CI.
pub(super) fn of(files: usize) -> ProgressBar {
    if files < MANY || !is_watched() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(u64::try_from(files).unwrap_or(u64::MAX));
    styled(bar, "{pos}/{len} files {wide_bar} {eta}")
}

/// A counter on stderr for an unknown number of `things`.
pub(super) fn counting(things: &str) -> ProgressBar {
    if !is_watched() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::no_length();
    bar.enable_steady_tick(Duration::from_millis(100));
    styled(
        bar,
        &format!("{{spinner}} {{human_pos}} {things} {{elapsed}}"),
    )
}

fn is_watched() -> bool {
    io::stderr().is_terminal() && env::var_os("CI").is_none()
}

fn styled(bar: ProgressBar, template: &str) -> ProgressBar {
    match ProgressStyle::with_template(template) {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
