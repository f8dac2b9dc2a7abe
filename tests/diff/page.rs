//! The page: complete, safe against what collections say, and without loose ends.

use std::collections::{BTreeMap, BTreeSet};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use sqlacc_postman::diff::{Contract, Impact, Options, compare};
use sqlacc_postman::json::Document;
use sqlacc_postman::report::diff::{FORMATS, RatedChange, Report};

use crate::kinds::of_collections;
use crate::pair::{pair, shop};

/// The page and the JSON of the changes between two collections.
fn written(base: &str, revision: &str) -> (String, Value) {
    written_for(base, revision, &["b"])
}

/// The page and the JSON of comparisons of so many files, all with the same changes.
fn written_for(base: &str, revision: &str, paths: &[&str]) -> (String, Value) {
    let [base, revision] = [base, revision].map(|text| Document::from_text(text).unwrap());
    let options = Options {
        texts: true,
        ids: true,
        ..Options::default()
    };
    let changes = compare(&base, &revision, &options);
    let contracts = [Contract::Wire, Contract::Run];
    let rated = changes.iter().map(|change| RatedChange {
        change,
        impact: options.impacts.worst(change.kind, &contracts),
        lines: (Some(1), Some(2)),
    });
    let rated: Vec<RatedChange> = rated.collect();
    let report = |path| Report {
        base: HOSTILE,
        revision: "b",
        path,
        changes: &rated,
        accepted: 0,
        fails_at: Impact::Breaking,
        values: false,
        colour: false,
    };
    let reports: Vec<Report> = paths.iter().map(|path| report(path)).collect();
    let [page, json] = ["html", "json"].map(|sought| {
        let format = FORMATS.iter().find(|format| format.name == sought);
        format.unwrap().render_all(&reports)
    });
    (page, serde_json::from_str(&json).unwrap())
}

const HOSTILE: &str = "</title></details><script>alert(1)</script><img src=x onerror='a()'>\"";

/// What is between quotes after each `name=`.
fn attributes<'p>(page: &'p str, name: &str) -> Vec<&'p str> {
    let start = format!(" {name}=\"");
    let found = page.split(start.as_str()).skip(1);
    found.map(|rest| rest.split('"').next().unwrap()).collect()
}

/// Every change is in the page once, every link leads somewhere, every tag is closed, and nothing but
/// the page's own style and script can run.
fn check(page: &str, json: &Value, case: &str) {
    let mut ids: BTreeMap<&str, usize> = BTreeMap::new();
    for id in attributes(page, "id") {
        *ids.entry(id).or_default() += 1;
    }
    assert!(ids.values().all(|count| *count == 1), "{case}: {ids:?}");
    let shown = ids.keys().filter_map(|id| id.strip_prefix("c-"));
    let shown: BTreeSet<&str> = shown.collect();
    let changes = json["changes"].as_array().unwrap();
    let known = changes
        .iter()
        .map(|one| one["fingerprint"].as_str().unwrap());
    assert_eq!(shown, known.collect(), "{case}");
    for name in ["for", "aria-describedby"] {
        for id in attributes(page, name) {
            assert!(ids.contains_key(id), "{case}: {id}");
        }
    }
    for link in attributes(page, "href") {
        assert!(
            ids.contains_key(link.trim_start_matches('#')),
            "{case}: {link}"
        );
    }
    let (head, body) = page.split_once("<body>").unwrap();
    for tag in [
        "details", "ul", "li", "table", "tr", "td", "div", "p", "bdi", "mark", "summary",
    ] {
        let opened =
            body.matches(&format!("<{tag}>")).count() + body.matches(&format!("<{tag} ")).count();
        assert_eq!(
            opened,
            body.matches(&format!("</{tag}>")).count(),
            "{case}: {tag}"
        );
    }
    assert_eq!(
        body.matches("<script").count(),
        usize::from(!changes.is_empty()),
        "{case}"
    );
    assert_eq!(page.matches("<img").count(), 0, "{case}");
    for handler in [" onerror=", " onclick=", " style=", " src="] {
        for tag in page.split('<').skip(1) {
            let tag = tag.split('>').next().unwrap();
            assert!(!tag.contains(handler), "{case}: {tag}");
        }
    }
    for (name, text) in [("style", head), ("script", body)] {
        let inside = text.split_once(&format!("<{name}>")).map(|(_, rest)| rest);
        let inside = inside.and_then(|rest| rest.split_once(&format!("</{name}>")));
        if let Some((inside, _)) = inside {
            let hash = STANDARD
                .encode(Sha256::digest(inside))
                .replace('/', "&#x2f;");
            let policy = format!("{name}-src 'sha256-{hash}'");
            assert!(head.contains(&policy), "{case}: {policy}");
        }
    }
    assert!(head.contains("default-src 'none'"), "{case}");
}

#[test]
fn every_pair_is_a_whole_page() {
    for kind in of_collections() {
        let (base, revision) = pair(kind.id());
        let (page, json) = written(&base, &revision);
        check(&page, &json, kind.id());
        let (page, json) = written(&base, &base);
        check(&page, &json, kind.id());
    }
}

#[test]
fn several_files_are_on_one_page() {
    let (base, revision) = pair("request-method-changed");
    let (page, json) = written_for(&base, &revision, &["a.json", "b/c.json", HOSTILE]);
    check(&page, &json[0], "several");
    let fingerprint = json[2]["changes"][0]["fingerprint"].as_str().unwrap();
    assert!(
        page.contains(&format!("id=\"f3-c-{fingerprint}\"")),
        "{page}"
    );
    assert!(page.contains("<title>Changes in 3 files</title>"), "{page}");
    let (page, _) = written_for(&base, &revision, &[]);
    assert!(page.contains("No changes."), "{page}");
}

/// The names and texts of a collection, each with something hostile after it.
fn hostile(value: &mut Value) {
    match value {
        Value::Array(list) => list.iter_mut().for_each(hostile),
        Value::Object(object) => {
            for (name, value) in object {
                match value {
                    Value::String(text)
                        if ["name", "description", "key", "value", "raw"]
                            .contains(&name.as_str()) =>
                    {
                        text.push_str(HOSTILE);
                    }
                    _ => hostile(value),
                }
            }
        }
        _ => {}
    }
}

#[test]
fn what_a_collection_says_is_text() {
    let plain = shop();
    let mut odd = plain.clone();
    hostile(&mut odd);
    let mut odder = odd.clone();
    hostile(&mut odder);
    for (base, revision) in [(&plain, &odd), (&odd, &plain), (&odd, &odder)] {
        let (page, json) = written(&base.to_string(), &revision.to_string());
        assert!(page.contains("&lt;script&gt;"));
        check(&page, &json, "hostile");
    }
}

/// A request with that many headers, and a body of so many values.
fn request(name: &str, url: &str, header: &str, value: &str) -> Value {
    let body: serde_json::Map<String, Value> = (0..6)
        .map(|number| (format!("k{number}"), json!(format!("{value}{number}"))))
        .collect();
    let raw = Value::Object(body).to_string();
    json!({"name": name, "request": {"method": "POST", "url": url,
        "header": [{"key": "X-Tenant", "value": header}, {"key": "Authorization", "value": format!("Bearer q7Zk2Lw9Xv4Tb6Rn8{value}Ym1")}],
        "body": {"mode": "raw", "raw": raw, "options": {"raw": {"language": "json"}}}}})
}

fn collection(requests: &[Value]) -> String {
    json!({"info": {"name": "c"}, "item": [{"name": "طلبات", "item": requests}]}).to_string()
}

#[test]
fn shared_changes_and_folded_values_are_listed_behind_their_number() {
    let long = "segment/".repeat(40);
    let side = |header: &str, value: &str| {
        let one = |number: usize| {
            let url = format!("https://a.test/{long}{number}");
            request(&format!("r{number}"), &url, header, value)
        };
        collection(&(0..5).map(one).collect::<Vec<_>>())
    };
    let (page, json) = written(&side("1", "old"), &side("2", "new"));
    check(&page, &json, "shared");
    assert!(
        page.contains("Which requests") && page.contains("Each of them"),
        "{page}"
    );
    assert!(!page.contains("--values"), "{page}");
    assert!(!page.contains("q7Zk2Lw9"), "{page}");
    // Names and paths are whole.
    let path = format!("/{long}4").replace('/', "&#x2f;");
    assert!(page.contains(&path), "{page}");
}

#[test]
fn descriptions_are_compared_by_words() {
    let side = |word: &str| {
        let text = format!("Lists the orders of a customer.\n\nAt most {word} of them.");
        let one = json!({"name": "r", "request": {"url": "https://a.test/", "description": text}});
        collection(&[one])
    };
    let (page, _) = written(&side("ten"), &side("twelve"));
    let start = page.find("<main>").unwrap();
    let end = page.find("</main>").unwrap();
    insta::assert_snapshot!(page.get(start..end).unwrap());
}
