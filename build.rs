//! Sets `SQLACC_VERSION`, which `--version` prints: `0.1.0 (83ceb48 2026-01-15)`.
//!
//! There is no other way to know the commit. It is added to optimised builds only: with it the library is
//! compiled again after every commit. Without git, or where the sources are part of another repository,
//! there is only the version.

use std::env;
use std::path::Path;
use std::process::Command;

fn main() {
    let version = env!("CARGO_PKG_VERSION");
    let is_optimised = env::var("PROFILE").is_ok_and(|profile| profile == "release");
    let build = if is_optimised { build() } else { None };
    let build = build.map_or_else(String::new, |build| format!(" ({build})"));
    set(&format!("rustc-env=SQLACC_VERSION={version}{build}"));
    set("rerun-if-changed=build.rs");
    set("rerun-if-env-changed=SOURCE_DATE_EPOCH");
}

/// The commit and its day, or that of `SOURCE_DATE_EPOCH`.
fn build() -> Option<String> {
    // A package that is unpacked below another repository is not of its commit.
    if !git(&["rev-parse", "--show-prefix"])?.is_empty() {
        return None;
    }
    let commit = git(&["rev-parse", "--short=7", "HEAD"])?;
    // A path that does not exist would make every build a new one.
    let log = git(&["rev-parse", "--git-path", "logs/HEAD"])?;
    if Path::new(&log).exists() {
        set(&format!("rerun-if-changed={log}"));
    }
    let seconds = match env::var("SOURCE_DATE_EPOCH") {
        Ok(given) => given,
        Err(_) => git(&["log", "-1", "--format=%ct"])?,
    };
    let day = day(seconds.parse().ok()?);
    Some(format!("{commit} {day}"))
}

fn git(args: &[&str]) -> Option<String> {
    let output = Command::new("git").args(args).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| text.trim().to_owned())
}

/// The day, in UTC, of `seconds` since 1970. Years begin in March, so that a leap day is their last.
fn day(seconds: u64) -> String {
    let days = seconds / 86_400 + 719_468;
    let (era, day_of_era) = (days / 146_097, days % 146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 {
        from_march + 3
    } else {
        from_march - 9
    };
    let year = era * 400 + year_of_era + u64::from(month < 3);
    format!("{year}-{month:02}-{day:02}")
}

/// A line that Cargo reads.
#[allow(clippy::print_stdout)]
fn set(line: &str) {
    println!("cargo:{line}");
}
