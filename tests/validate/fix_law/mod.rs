//! The law of fixes.
//!
//! A safe fix changes nothing that any request sends, no script's text and no variable, and loses no
//! text. Every fix leaves JSON without repeated keys, adds no error, leaves no blank line behind, and
//! has nothing left to do when it is done: what is offered is applied, or counted as refused. It holds for every fix by itself, for all of a rule, and
//! for all of all rules.

mod law;
mod mutation;
mod reading;

use std::env;
use std::fs;
use std::path::Path;

use self::law::check;
use self::mutation::Tree;
use crate::fixtures::{fixtures, with_environments};
use crate::numbers::Numbers;
use crate::one_rule::only;
use sqlacc_postman::validate::{Environments, RULES, Settings};

/// Every rule, those that are on by name only too.
fn every_rule() -> Settings {
    Settings {
        select: RULES.iter().map(|rule| rule.id.to_owned()).collect(),
        ..Settings::default()
    }
}

#[test]
fn the_fixtures_of_every_rule_keep_it() {
    let all = every_rule();
    let mut broken = Vec::new();
    for rule in RULES {
        for (name, bytes) in fixtures(rule, "") {
            let Ok(text) = String::from_utf8(bytes) else {
                continue;
            };
            with_environments(rule, |environments| {
                for (settings, one_by_one) in [(&only(rule), false), (&all, true)] {
                    let breaches = check(&text, settings, environments, one_by_one).into_iter();
                    broken.extend(breaches.map(|why| format!("{}/{name}: {why}", rule.id)));
                }
            });
        }
    }
    assert!(
        broken.is_empty(),
        "{} broken\n{}",
        broken.len(),
        broken.join("\n\n")
    );
}

/// How many mutated texts are tried, unless `SQLACC_FIX_LAW_TEXTS` says another number.
const TEXTS: u64 = 250;

/// `SQLACC_FIX_LAW_SEED` repeats one text.
#[test]
fn mutated_fixtures_keep_it() {
    let number = |name: &str| env::var(name).ok()?.parse::<u64>().ok();
    let mut trees = Vec::new();
    for rule in RULES {
        for (_, bytes) in fixtures(rule, "") {
            trees.extend(
                String::from_utf8(bytes)
                    .ok()
                    .and_then(|text| Tree::parse(&text)),
            );
        }
    }
    let all = every_rule();
    let seeds = match number("SQLACC_FIX_LAW_SEED") {
        Some(seed) => seed..seed + 1,
        None => 0..number("SQLACC_FIX_LAW_TEXTS").unwrap_or(TEXTS),
    };
    let mut broken = Vec::new();
    for seed in seeds {
        let numbers = &mut Numbers::new(seed);
        let mut tree = numbers.one_of(&trees).clone();
        let other = numbers.one_of(&trees);
        for _ in 0..=numbers.below(6) {
            tree.mutate(other, numbers);
        }
        let text = tree.write(numbers);
        let breaches = check(&text, &all, &Environments::default(), true).into_iter();
        broken.extend(breaches.map(|why| format!("SQLACC_FIX_LAW_SEED={seed}: {why}")));
    }
    assert!(
        broken.is_empty(),
        "{} broken\n{}",
        broken.len(),
        broken.join("\n\n")
    );
}

/// The collections of a folder, `SQLACC_FIX_LAW_FOLDER`, and of those in it, with the rules that are on by
/// default and with all.
#[test]
#[ignore = "needs a folder of collections; tests/corpus/run.sh has one"]
fn the_collections_of_a_folder_keep_it() {
    let folder = env::var("SQLACC_FIX_LAW_FOLDER").unwrap();
    let mut to_do = vec![Path::new(&folder).to_owned()];
    let mut broken = Vec::new();
    let mut count = 0;
    while let Some(path) = to_do.pop() {
        if path.is_dir() {
            to_do.extend(fs::read_dir(&path).unwrap().map(|one| one.unwrap().path()));
            continue;
        }
        let Ok(text) = fs::read_to_string(&path) else {
            continue;
        };
        count += 1;
        for settings in [Settings::default(), every_rule()] {
            let breaches = check(&text, &settings, &Environments::default(), false).into_iter();
            broken.extend(breaches.map(|why| format!("{}: {why}", path.display())));
        }
    }
    println!("{count} files");
    assert!(
        broken.is_empty(),
        "{} broken\n{}",
        broken.len(),
        broken.join("\n\n")
    );
}
