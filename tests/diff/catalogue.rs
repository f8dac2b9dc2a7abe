//! A collection and the catalogue: what differs in the API.

use sqlacc_postman::catalogue::Catalogue;
use sqlacc_postman::diff::{CatalogueSide, Change, compare_with_catalogue};
use sqlacc_postman::generate::{Options, collection, to_json};
use sqlacc_postman::json::Document;
use sqlacc_postman::sqlaccount;

fn changes(text: &str, catalogue: &Catalogue, side: CatalogueSide) -> Vec<Change> {
    compare_with_catalogue(&Document::from_text(text).unwrap(), catalogue, side)
}

/// `agent` has a code and a description.
const OWN: &str = r#"{"info": {"name": "Own"}, "item": [{"name": "Agents", "item": [
  {"name": "New", "request": {"method": "POST", "url": "https://x.y/agent",
    "body": {"mode": "raw", "raw": "{\"description\": \"A\", \"colour\": {{c}}, \"udf_a\": 1, \"{{key}}\": 1}"}}},
  {"name": "All", "request": {"method": "GET", "url": "https://x.y/agent?size=3&offset=0&code=A"}},
  {"name": "Agents", "request": {"method": "GET", "url": "https://x.y/agents/{{hunter}}"}}]}]}"#;

#[test]
fn calls_parameters_and_fields_of_one_side_are_shown() {
    let catalogue = sqlaccount::catalogue();
    let there = changes(OWN, &catalogue, CatalogueSide::Revision);
    let lines: Vec<String> = there
        .iter()
        .filter(|one| one.kind.id() != "api-resource-unused")
        .map(|one| {
            let sign = if one.before.is_some() { '-' } else { '+' };
            let place = one.location.path();
            format!("{sign} {} in {place}: {}", one.kind, one.at)
        })
        .collect();
    insta::assert_snapshot!(lines.join("\n"));
    let resources = there
        .iter()
        .filter(|one| one.kind.id() == "api-resource-unused");
    assert_eq!(resources.count(), catalogue.resources.len() - 1);
}

#[test]
fn each_side_mirrors_the_other() {
    let catalogue = sqlaccount::catalogue();
    let facts = |side| {
        let all = changes(OWN, &catalogue, side).into_iter();
        let facts = all.map(|one| (one.kind, one.at, one.before, one.after));
        facts.collect::<Vec<_>>()
    };
    let swapped = facts(CatalogueSide::Base).into_iter();
    let mut swapped: Vec<_> = swapped
        .map(|(kind, at, old, new)| (kind, at, new, old))
        .collect();
    let mut plain = facts(CatalogueSide::Revision);
    plain.sort();
    swapped.sort();
    assert_eq!(plain, swapped);
}

#[test]
fn what_a_description_names_is_known() {
    let catalogue = sqlaccount::catalogue();
    let described = |text: &str| OWN.replacen("{\"name\": \"Agents\",", text, 1);
    let unused = |text: &str| -> Vec<String> {
        let all = changes(text, &catalogue, CatalogueSide::Revision).into_iter();
        let fields = all.filter(|one| one.kind.id() == "api-field-unused");
        fields.map(|one| one.at).collect()
    };
    assert_eq!(unused(OWN), ["attachments", "isactive"]);
    for text in [
        "| `attachments` |",
        "<b><code>Attachments</code></b>",
        "`a[].attachments`",
    ] {
        let start = format!("{{\"name\": \"Agents\", \"description\": \"{text} isactive\",");
        assert_eq!(unused(&described(&start)), ["isactive"], "{text}");
    }
}

#[test]
fn the_generated_collection_is_the_catalogue() {
    let catalogue = sqlaccount::catalogue();
    let text = to_json(&collection(&catalogue, &Options::default()).unwrap()).unwrap();
    let all = changes(&text, &catalogue, CatalogueSide::Revision);
    assert!(all.is_empty(), "{all:#?}");
}
