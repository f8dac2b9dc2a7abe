//! From the catalogue to the bytes of the collection, all resources.

use divan::{Bencher, counter::BytesCount};
use sqlacc_postman::generate::{Options, collection, to_json, to_valid_json};
use sqlacc_postman::sqlaccount;

fn main() {
    divan::main();
}

/// What `generate` does, without the start of the process and the file.
#[divan::bench]
fn catalogue_to_valid_bytes(bencher: Bencher) {
    let whole = || {
        let collection = collection(&sqlaccount::catalogue(), &Options::default())?;
        to_valid_json(&collection)
    };
    let bytes = whole().map_or(0, |text| text.len());
    bencher.counter(BytesCount::new(bytes)).bench(whole);
}

/// The same without holding the result against Postman's schema.
#[divan::bench]
fn catalogue_to_bytes(bencher: Bencher) {
    bencher.bench(|| to_json(&collection(&sqlaccount::catalogue(), &Options::default())?));
}

/// The collection as values, not yet written.
#[divan::bench]
fn catalogue_to_collection(bencher: Bencher) {
    let options = Options::default();
    bencher.bench(|| collection(&sqlaccount::catalogue(), &options));
}

/// The catalogue alone: 81 resources.
#[divan::bench]
fn catalogue(bencher: Bencher) {
    bencher.bench(sqlaccount::catalogue);
}
