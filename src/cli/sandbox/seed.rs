//! The records of a sandbox that starts for the first time.

use anyhow::Context;
use clap::ValueEnum;

use super::system;
use crate::cli::output::eprint;
use crate::cli::progress;
use crate::sandbox::engine::Engine;
use crate::sandbox::seed::fill;
use crate::sqlaccount::demo;

/// Records of a new sandbox.
#[derive(Debug, clap::Args)]
pub(super) struct SeedArgs {
    /// Records of a new sandbox.
    #[arg(long, value_enum, default_value_t)]
    seed: Seed,
    /// Minimum number of documents of the demo company.
    #[arg(long, value_name = "NUMBER", default_value_t = demo::DOCUMENTS, value_parser = clap::value_parser!(u32).range(1..=2_000_000))]
    seed_size: u32,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Seed {
    /// A small company with two years of documents.
    #[default]
    Demo,
    /// No records.
    Empty,
}

impl SeedArgs {
    /// Creates the company in `engine` if it has no records, or completes one that was begun. It
    /// blocks.
    pub(super) fn put_into(&self, engine: &Engine) -> anyhow::Result<()> {
        let size = match engine.seeding_now()? {
            Some(begun) => begun.size,
            None if self.seed == Seed::Empty || has_records(engine)? => return Ok(()),
            None => self.seed_size,
        };
        let bar = progress::counting("records");
        let (company, now) = (demo::company(size), system().millis());
        let kept = fill(engine, size, company, now, |kept| {
            bar.set_position(kept.into());
        })
        .context("cannot create the demo company")?;
        bar.finish_and_clear();
        eprint(&format!("created the demo company: {kept} records"));
        Ok(())
    }
}

fn has_records(engine: &Engine) -> anyhow::Result<bool> {
    Ok(engine.counts_now()?.iter().any(|(_, count)| *count > 0))
}
