//! What each rule costs by itself, on one thread: `cargo bench --bench rules -- FILE`; without a
//! file, on our own generated collection.
//!
//! What several rules share, such as the table of variables, is counted for each of them.

#![allow(clippy::print_stdout)]

use std::time::{Duration, Instant};
use std::{env, fs};

use sqlacc_postman::generate::{Options, collection, to_json};
use sqlacc_postman::json::Document;
use sqlacc_postman::sqlaccount;
use sqlacc_postman::validate::{Environments, Profile, RULES, Settings, validate_document};

/// The best of so many runs counts.
const RUNS: usize = 3;

fn generated() -> String {
    let whole = collection(&sqlaccount::catalogue(), &Options::default());
    whole.and_then(|whole| to_json(&whole)).unwrap_or_default()
}

/// The best time of one rule, and how many findings it has.
fn measure(text: &str, rule: &str) -> (Duration, usize) {
    let settings = Settings {
        profile: Profile::Publish,
        select: vec![rule.to_owned()],
        threads: std::num::NonZero::new(1),
        ..Settings::default()
    };
    let environments = Environments::default();
    let mut best = (Duration::MAX, 0);
    for _ in 0..RUNS {
        // Anew each time: a document keeps what it has been asked for.
        let Ok(document) = Document::from_text(text) else {
            return (Duration::ZERO, 0);
        };
        let start = Instant::now();
        let found = validate_document(&document, &settings, &environments);
        best = best.min((start.elapsed(), found.len()));
    }
    best
}

fn main() {
    let file = env::args().skip(1).find(|word| !word.starts_with("--"));
    let text = match &file {
        Some(file) => fs::read_to_string(file).unwrap_or_default(),
        None => generated(),
    };
    let mut measured: Vec<_> = RULES
        .iter()
        .map(|rule| (measure(&text, rule.id), rule.id))
        .collect();
    measured.sort_by(|a, b| b.cmp(a));
    println!(
        "{:>10} {:>9}  rule, on {} bytes",
        "ms",
        "findings",
        text.len()
    );
    for ((time, findings), rule) in measured {
        let ms = time.as_secs_f64() * 1000.0;
        println!("{ms:>10.1} {findings:>9}  {rule}");
    }
}
