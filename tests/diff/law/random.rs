//! On random collections: what is written in any of many ways differs in what is sent exactly when a
//! change says so.

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde_json::{Value, json};
use sqlacc_postman::diff::{Change, ChangeKind, Options, compare};
use sqlacc_postman::json::Document;
use sqlacc_postman::postman::effective::{Ancestors, EffectiveRequest, NormalisedRequest};
use sqlacc_postman::postman::view::{Collection, Item};

/// Each with others that say the same in another way.
const URLS: &[&str] = &[
    r#""{{h}}/a?b=1""#,
    r#"{"raw": "x", "host": ["{{h}}"], "path": ["a"], "query": [{"key": "b", "value": "1"}]}"#,
    r#"{"raw": "y", "host": "{{h}}", "path": "/a", "query": "b=1", "hash": "c"}"#,
    r#"{"host": ["{{h}}"], "path": [{"value": "a"}], "query": [{"key": "b", "value": "1", "disabled": false}, {"key": "c", "value": "2", "disabled": 1}]}"#,
    r#"{"host": ["{{h}}"], "path": ["a", ""], "query": [{"key": "b", "value": null}]}"#,
    r#"{"host": ["{{h}}"], "path": ["a"], "query": [{"key": "b", "value": "1"}, {"key": "b", "value": "2"}]}"#,
    r#"{"host": ["{{h}}"], "path": ["a"], "query": [{"key": "b", "value": "2"}, {"key": "b", "value": "1", "disabled": true}]}"#,
    r#""http://a.b:80/:id.json""#,
    r#""a.b:80/:id.json#c""#,
    r#"{"host": ["a", "b"], "port": 80, "path": [":id.json"]}"#,
    r#"{"host": ["a", "b:80"], "path": [":id.json"], "variable": [{"key": "other", "value": "1"}]}"#,
    r#"{"host": ["a", "b"], "port": "80", "path": [":id.json"], "variable": [{"key": "id", "value": "1"}]}"#,
    r#"{"host": ["a", "b"], "port": "80", "path": [":id.json"], "variable": [{"key": "id", "value": "2"}, {"id": "id", "value": "1"}]}"#,
    r#"{"host": ["a", "b"], "port": "80", "path": ["1.json"]}"#,
    r#"{"host": ["a", "b"], "port": "80", "path": [":key.json"], "variable": [{"key": "key", "value": 1, "type": "string"}]}"#,
    r#""u:p@a.b/c""#,
    r#"{"host": ["a", "b"], "auth": {"user": "u", "password": "p"}, "path": ["c"]}"#,
    r#""a.b""#,
    r#"{"host": ["a", "b"], "path": []}"#,
    r#""{{h}}""#,
    r#""{{h}}/""#,
    r#"{"host": ["a", "b"], "path": ["c"], "query": [{"key": "a", "value": "b&c"}]}"#,
    r#""a.b/c?a=b%26c""#,
    "null",
    r#""""#,
];

const HEADERS: &[&str] = &[
    "null",
    "[]",
    r#""""#,
    r#"[{"key": "A", "value": "1"}, {"key": "B", "value": "2"}]"#,
    r#""A: 1\nB: 2""#,
    r#"{"B": "2", "A": "1"}"#,
    r#"["a: 1", {"key": "B", "value": "2"}, {"key": "C", "value": "3", "disabled": "false"}, null]"#,
    r#"[{"key": "A", "value": "2"}, {"key": "A", "value": "1"}]"#,
    r#"[{"key": "A", "value": "2", "disabled": true}, {"key": "A", "value": "1"}, {"key": "B", "value": "2"}]"#,
    r#"[{"key": "A", "value": null}]"#,
    r#"[{"key": "Content-Type", "value": "application/json"}]"#,
];

const BODIES: &[&str] = &[
    "null",
    "{}",
    r#"{"mode": "raw", "raw": ""}"#,
    r#"{"mode": "raw", "raw": "a", "disabled": "no"}"#,
    r#""{\"a\": [1, {{b}}]}""#,
    r#"{"mode": "raw", "raw": "{\"a\": [1, {{b}}]}"}"#,
    r#"{"mode": "raw", "raw": "{\"a\":[1,{{b}}]}", "options": {"raw": {"language": "json"}}}"#,
    r#"{"mode": "raw", "raw": "{ // c\n \"a\": [1, {{b}}] }", "options": {"raw": {"language": "json"}}}"#,
    r#"{"mode": "raw", "raw": "{ // c\n \"a\": [1, {{b}}] }"}"#,
    r#"{"mode": "raw", "raw": "{\"a\": [1, \"{{b}}\"]}"}"#,
    r#"{"mode": "raw", "raw": {"a": [[1], [2, 3]]}}"#,
    r#"{"mode": "raw", "raw": "{\"a\": [[1, 2], [3]]}"}"#,
    r#"{"mode": "raw", "raw": "{\"a\": null, \"b\": \"null\"}"}"#,
    r#"{"mode": "raw", "raw": "{\"b\": null, \"a\": \"null\"}"}"#,
    r#"{"mode": "urlencoded", "urlencoded": [{"key": "a", "value": "1"}, {"key": "b", "value": "2"}]}"#,
    r#"{"mode": "urlencoded", "urlencoded": "a=1&b=2"}"#,
    r#"{"mode": "urlencoded", "urlencoded": [{"key": "b", "value": "2"}, {"key": "a", "value": "1"}, {"key": "c", "disabled": true}]}"#,
    r#"{"mode": "urlencoded", "urlencoded": [{"key": "a", "value": "1"}, {"key": "b", "value": "2", "disabled": true}]}"#,
    r#"{"mode": "formdata", "formdata": [{"key": "a", "value": "1"}, {"key": "b", "value": "2", "type": "text"}]}"#,
    r#"{"mode": "formdata", "formdata": [{"key": "a", "type": "file", "src": ["1"]}]}"#,
    r#"{"mode": "formdata", "formdata": [{"key": "a", "type": "file", "src": "1"}]}"#,
    r#"{"mode": "formdata", "formdata": [{"key": "a", "type": "file", "src": "1", "contentType": "x/y"}]}"#,
    r#"{"mode": "graphql", "graphql": {"query": "{ a }", "variables": "{\"b\": 1}"}}"#,
    r#"{"mode": "graphql", "graphql": {"query": "{  a  }", "variables": {"b": 1}}}"#,
    r#"{"mode": "graphql", "graphql": {"query": "{ a }", "operationName": "A"}}"#,
    r#"{"mode": "file", "file": "a"}"#,
    r#"{"mode": "file", "file": {"src": "a"}}"#,
];

const METHODS: &[&str] = &["null", r#""GET""#, r#""post""#, r#""POST""#, r#""HEAD""#];

const AUTHS: &[&str] = &[
    "null",
    "{}",
    r#"{"type": "noauth"}"#,
    r#"{"type": "bearer", "bearer": [{"key": "token", "value": "{{t}}"}]}"#,
    r#"{"type": "bearer", "bearer": {"token": "{{t}}"}}"#,
    r#"{"bearer": [{"key": "token", "value": "1"}, {"key": "token", "value": "{{t}}"}], "type": "bearer"}"#,
    r#"{"type": "bearer", "bearer": [{"key": "token", "value": "{{u}}"}]}"#,
    r#"{"type": "apikey", "apikey": [{"key": "key", "value": "a"}, {"key": "value", "value": "{{t}}"}]}"#,
];

const SETTINGS: &[&str] = &[
    "null",
    "{}",
    r#"{"disableBodyPruning": true}"#,
    r#"{"disableBodyPruning": false}"#,
];

/// Numbers that say which of the ways each member is written in.
type Ways = Vec<usize>;

/// Whether each number is another one in the revision.
fn two_ways() -> impl Strategy<Value = (Ways, Ways)> {
    let one = (any::<u16>(), any::<u16>(), 0..4_u8);
    prop::collection::vec(one, 16).prop_map(|all| {
        let pair = |(base, other, same): (u16, u16, u8)| {
            let base = usize::from(base);
            (base, if same > 0 { base } else { usize::from(other) })
        };
        all.into_iter().map(pair).unzip()
    })
}

fn collection(ways: &Ways) -> Value {
    let mut ways = ways.iter();
    let mut pick = |pool: &[&str]| -> Value {
        let way = *ways.next().unwrap();
        serde_json::from_str(pool[way % pool.len()]).unwrap()
    };
    let (auth, folder_auth) = (pick(AUTHS), pick(AUTHS));
    let (settings, folder_settings) = (pick(SETTINGS), pick(SETTINGS));
    let mut request = |name: &str| {
        let request = json!({"method": pick(METHODS), "url": pick(URLS), "header": pick(HEADERS), "body": pick(BODIES), "auth": pick(AUTHS)});
        // Postman reads no auth beside a request.
        json!({"id": name, "name": name, "request": request, "auth": {"type": name}, "protocolProfileBehavior": pick(SETTINGS)})
    };
    let (one, other) = (request("one"), request("other"));
    let folder = json!({"name": "Folder", "auth": folder_auth, "protocolProfileBehavior": folder_settings, "item": [one]});
    json!({"info": {"name": "c"}, "auth": auth, "protocolProfileBehavior": settings, "item": [folder, other]})
}

/// What each request sends, by its name.
fn all_sent(document: &Document) -> BTreeMap<String, NormalisedRequest> {
    fn walk<'d>(
        collection: Collection<'d>,
        folders: &[Item<'d>],
        item: Item<'d>,
        all: &mut BTreeMap<String, NormalisedRequest>,
    ) {
        let around = Ancestors {
            collection,
            folders,
            item: &item,
        };
        if let Some(request) = EffectiveRequest::of(&around) {
            all.insert(item.name_text().into_owned(), request.normalised());
        }
        let folders = [folders, &[item]].concat();
        for inner in item.items() {
            walk(collection, &folders, inner, all);
        }
    }
    let mut all = BTreeMap::new();
    let collection = Collection::of(document);
    for item in collection.items() {
        walk(collection, &[], item, &mut all);
    }
    all
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1000) })]

    #[test]
    fn what_is_sent_differs_exactly_when_a_change_says_so((base, revision) in two_ways(), is_wrapped in any::<bool>()) {
        let base = collection(&base).to_string();
        let mut revision = collection(&revision);
        if is_wrapped {
            revision = json!({"collection": revision});
        }
        let revision = revision.to_string();
        let (old, new) = (Document::from_text(&base).unwrap(), Document::from_text(&revision).unwrap());
        let changes = compare(&old, &new, &Options::default());
        let changes: Vec<&Change> = changes.iter().filter(|change| change.is_sent).collect();
        let (before, after) = (all_sent(&old), all_sent(&new));
        let differ: Vec<&String> = before.keys().filter(|name| before[*name] != after[*name]).collect();
        // A setting is reported where it is written, though it may be overridden or inherited as well.
        let (settings, changes): (Vec<&Change>, Vec<&Change>) =
            changes.into_iter().partition(|one| one.kind == ChangeKind::ProtocolProfileChanged);
        let of = |changes: &[&Change], name: Option<&str>| {
            changes.iter().any(|one| one.location.request.as_deref() == name)
        };
        // What several requests share is said once, of all of them.
        let shared = of(&changes, None);
        for name in before.keys() {
            let is_own = of(&changes, Some(name));
            let is_set = of(&settings, Some(name)) || of(&settings, None);
            let is_reported = is_own || is_set || shared;
            prop_assert!(!differ.contains(&name) || is_reported, "{name} is not reported: {base}\n{revision}");
            prop_assert!(differ.contains(&name) || !is_own, "{name} sends the same: {changes:?}\n{base}\n{revision}");
        }
        prop_assert!(!differ.is_empty() || !shared, "nothing differs: {changes:?}\n{base}\n{revision}");
    }
}
