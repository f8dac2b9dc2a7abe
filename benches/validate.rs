//! Reading and validating our own generated collection, part by part.

use divan::{Bencher, counter::BytesCount};
use sqlacc_postman::generate::{Options, collection, to_json};
use sqlacc_postman::json::Document;
use sqlacc_postman::postman::{Strip, canonical};
use sqlacc_postman::sqlaccount;
use sqlacc_postman::validate::{Environments, Profile, Settings, validate};

fn main() {
    divan::main();
}

/// The text that `generate` writes, 5.8 MB.
fn text() -> String {
    let whole = collection(&sqlaccount::catalogue(), &Options::default());
    whole.and_then(|whole| to_json(&whole)).unwrap_or_default()
}

fn settings(select: &[&str]) -> Settings {
    Settings {
        profile: Profile::Publish,
        select: select.iter().map(|rule| (*rule).to_owned()).collect(),
        ..Settings::default()
    }
}

/// The tape.
#[divan::bench]
fn parse(bencher: Bencher) {
    let text = text();
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| Document::from_text(&text).map(|document| document.root().len()));
}

/// The same with `serde_json::Value`.
#[divan::bench]
fn parse_with_serde_json(bencher: Bencher) {
    let text = text();
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| serde_json::from_str::<serde_json::Value>(&text));
}

/// Postman's schema only.
#[divan::bench]
fn schema_only(bencher: Bencher) {
    let (text, settings) = (text(), settings(&["schema-conformance"]));
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| validate(text.as_bytes(), &settings, &Environments::default()));
}

/// Every rule of the profile publish.
#[divan::bench]
fn all_rules(bencher: Bencher) {
    let (text, settings) = (text(), settings(&[]));
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| validate(text.as_bytes(), &settings, &Environments::default()));
}

/// Canonical form.
#[divan::bench]
fn format(bencher: Bencher) {
    let text = text();
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| Document::from_text(&text).map(|document| canonical(&document, Strip::Nothing)));
}
