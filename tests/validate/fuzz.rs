//! Mutated texts against the reader and the rules: `serde_json` accepts the same, nothing panics.
//!
//! Tries a few hundred texts, or as many as there is time for in `SQLACC_FUZZ_SECONDS`. `SQLACC_FUZZ_SEED` repeats a run; a failure
//! names the seed and leaves the text in the message.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::numbers::Numbers;
use sqlacc_postman::json::Document;
use sqlacc_postman::validate::{Environments, Profile, Settings, fix, validate};

/// How many texts are tried where no time is given.
const TEXTS: u64 = 500;

/// Pieces that JSON and collections are sensitive to.
const PIECES: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\",
    "\\u",
    "\\ud800",
    "null",
    "true",
    "-",
    "1e999",
    "0",
    "01",
    "\u{feff}",
    "\0",
    "é",
    "//",
    "'",
    "\n",
    "{{",
    "}}",
    "{{a}}",
    ":x",
    "*",
    "%2A",
    "+",
    "null,",
    "{}",
    "[]",
    "\"item\":",
    "\"request\":",
    "\"url\":",
    "\"auth\":",
    "\"event\":",
    "\"variable\":",
    "\"key\":",
    "\"value\":",
    "\"disabled\":true",
    "\"type\":\"awsv4\"",
    "\"body\":",
    "\"mode\":\"raw\"",
];

fn seeds() -> Vec<Vec<u8>> {
    fn files(folder: &Path, all: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                files(&path, all);
            } else {
                all.push(path);
            }
        }
    }
    let mut paths = Vec::new();
    files(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules"),
        &mut paths,
    );
    paths.sort();
    paths
        .into_iter()
        .map(|path| fs::read(path).unwrap())
        .collect()
}

fn mutate(text: &mut Vec<u8>, other: &[u8], numbers: &mut Numbers) {
    for _ in 0..=numbers.below(4) {
        let at = numbers.below(text.len() + 1);
        let end = (at + numbers.below(40)).min(text.len());
        match numbers.below(5) {
            0 => {
                text.splice(at..end, []);
            }
            1 => {
                let piece = *numbers.one_of(PIECES);
                text.splice(at..at, piece.bytes());
            }
            2 => {
                let piece = *numbers.one_of(PIECES);
                text.splice(at..end, piece.bytes());
            }
            3 if !text.is_empty() => {
                let at = numbers.below(text.len());
                text[at] = u8::try_from(numbers.below(256)).unwrap();
            }
            _ => {
                let from = numbers.below(other.len() + 1);
                let to = (from + numbers.below(200)).min(other.len());
                text.splice(at..end, other[from..to].iter().copied());
            }
        }
    }
}

/// What has to hold for any bytes.
fn check(bytes: &[u8]) {
    let ours = Document::parse(bytes);
    let plain = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let theirs = serde_json::from_slice::<serde_json::Value>(plain);
    assert_eq!(
        ours.is_ok(),
        theirs.is_ok(),
        "{:?} but {:?}",
        ours.err(),
        theirs.err()
    );
    let settings = Settings {
        profile: Profile::Publish,
        ..Settings::default()
    };
    let environments = Environments::default();
    let found = validate(bytes, &settings, &environments);
    assert_eq!(
        ours.is_err(),
        found.iter().any(|one| one.rule == "json-syntax")
    );
    if let Ok(text) = std::str::from_utf8(bytes) {
        let fixed = fix(text, &settings, &environments, true);
        assert!(ours.is_err() || Document::from_text(&fixed.text).is_ok());
    }
}

#[test]
fn mutated_collections_are_read_as_serde_json_reads_them_and_never_panic() {
    let number = |name: &str| {
        env::var(name)
            .ok()
            .and_then(|text| text.parse::<u64>().ok())
    };
    let seconds = number("SQLACC_FUZZ_SECONDS").map(Duration::from_secs);
    let first = number("SQLACC_FUZZ_SEED");
    let seeds = seeds();
    let started = Instant::now();
    let mut tried = 0_u64;
    let mut seed = first.unwrap_or(1);
    let is_over = |tried: u64| match (first, seconds) {
        (Some(_), _) => tried == 1,
        (None, Some(seconds)) => started.elapsed() > seconds,
        (None, None) => tried == TEXTS,
    };
    while !is_over(tried) {
        let mut numbers = Numbers::new(seed);
        let mut text = numbers.one_of(&seeds).clone();
        let other = numbers.one_of(&seeds);
        mutate(&mut text, other, &mut numbers);
        let outcome = std::panic::catch_unwind(|| check(&text));
        assert!(
            outcome.is_ok(),
            "SQLACC_FUZZ_SEED={seed}: {:?}",
            String::from_utf8_lossy(&text)
        );
        tried += 1;
        seed += 1;
    }
    println!("{tried} texts");
}
