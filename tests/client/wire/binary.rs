//! The real binary sends what the library says: cases of the table, with a service of this machine in
//! place of their host.

use std::fs;

use serde_json::{Value, json};
use sqlacc_postman::client::WireRequest;
use sqlacc_postman::client::collection::{CollectionError, Resolved};
use sqlacc_postman::json::Document;
use sqlacc_postman::sigv4::Timestamp;

use super::case::{Case, texts};
use crate::loopback::binary::{bare, outcome};
use crate::loopback::{Received, Service, json as answer};

const SAMPLE: [&str; 30] = [
    "url: text",
    "url: query of a question mark only",
    "url: user and password",
    "path: odd characters",
    "path: Unicode",
    "path: dots",
    "path: empty element at the start",
    "query: odd characters in a key",
    "query: key and value null",
    "query: all disabled",
    "settings: disableUrlEncoding at the collection, false at the folder",
    "header: text",
    "header: duplicates",
    "header: duplicates in another case",
    "header: value null",
    "header: Latin-1 value",
    "header: Host",
    "method: PROPFIND",
    "method: a number",
    "content type: own with a boundary",
    "body: raw, JSON with comments",
    "body: raw, an object",
    "body: urlencoded, odd characters",
    "body: formdata, file list",
    "body: file, src",
    "body: graphql, variables text",
    "pruning: off, GET",
    "pruning: off, HEAD",
    "auth: basic, colon and Unicode",
    "auth: apikey, in the query with odd characters",
];

/// Headers that the client adds of itself.
const CLIENTS_OWN: [&str; 3] = ["accept", "content-length", "user-agent"];

/// What the library says of a request.
fn of_library(resolved: Result<Resolved, CollectionError>) -> Value {
    let resolved = resolved.unwrap();
    let now = Timestamp::parse("20260102T030405Z").unwrap();
    let wire = WireRequest::of(&resolved.spec, &resolved.base, None, now).unwrap();
    let headers = wire.headers.iter();
    let headers = headers.map(|(name, value)| (name.as_str(), value.as_str()));
    record(wire.method, &wire.target, headers, wire.body)
}

fn of_wire(received: &Received) -> Value {
    let headers = received.headers.iter();
    let headers = headers.map(|(name, value)| (name.as_str(), value.as_str()));
    record(&received.method, &received.target, headers, &received.body)
}

fn record<'h>(
    method: &str,
    target: &str,
    headers: impl Iterator<Item = (&'h str, &'h str)>,
    body: &[u8],
) -> Value {
    let mut headers: Vec<_> = headers
        .map(|(name, value)| (name.to_lowercase(), value.trim()))
        .filter(|(name, _)| !CLIENTS_OWN.contains(&name.as_str()))
        .collect();
    headers.sort_by(|(one, _), (next, _)| one.cmp(next));
    json!({"method": method, "target": target, "headers": headers, "body": body})
}

#[test]
fn the_binary_sends_what_the_library_says() {
    let service = Service::start(|_, _| answer("{}"));
    let host = service.host.trim_start_matches("http://");
    let all: Vec<_> = texts(super::CASES).collect();
    for name in SAMPLE {
        let (_, text) = all.iter().find(|(own, _)| own == name).unwrap();
        let document = Document::from_text(text).unwrap();
        let case = Case {
            value: document.root(),
            host,
        };
        let folder = tempfile::tempdir().unwrap();
        for (file, content) in case.files() {
            let path = folder.path().join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, content).unwrap();
        }
        fs::write(folder.path().join("c.json"), case.collection()).unwrap();
        let args = ["send", "--collection", "c.json", "--request", "r"];
        let (code, _, stderr) = outcome(&mut bare(folder.path(), &args));
        assert_eq!((code, stderr.as_str()), (0, ""), "{name}");
        let received = service.received().pop().unwrap();
        assert_eq!(of_wire(&received), case.resolved(of_library), "{name}");
    }
    assert_eq!(service.received().len(), SAMPLE.len());
}
