//! What Postman's official schema gets wrong: it accepts these, a rule does not; and it refuses
//! what Postman itself writes, which the corrected schema accepts.

use sqlacc_postman::validate::{Environments, Profile, Settings, validate};

const INFO: &str = r#""info": { "name": "A", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json" }"#;

/// The rules that find something in `text`.
fn found(text: &str, official_schema: bool) -> Vec<&'static str> {
    let settings = Settings {
        profile: Profile::Publish,
        official_schema,
        ..Settings::default()
    };
    let found = validate(text.as_bytes(), &settings, &Environments::default());
    found.into_iter().map(|one| one.rule).collect()
}

/// A collection with one request, `members` beside its name.
fn item(members: &str) -> String {
    format!(r#"{{ {INFO}, "item": [{{ "name": "R", {members} }}] }}"#)
}

fn request(members: &str) -> String {
    item(&format!(r#""request": {{ {members} }}"#))
}

#[test]
#[expect(clippy::too_many_lines, reason = "one line a case")]
fn what_the_official_schema_accepts_a_rule_finds() {
    let url = r#""url": "https://a.example/b""#;
    let both = r#"{ "name": "B", "request": "https://a.example", "item": [] }"#;
    let cases = [
        (
            "item-request-or-folder",
            item(&format!(r#""item": [{both}]"#)),
        ),
        (
            "schema-url-known",
            r#"{ "info": { "name": "A", "schema": "anything" }, "item": [] }"#.to_owned(),
        ),
        (
            "item-name-missing",
            format!(r#"{{ {INFO}, "item": [{{ "request": "https://a.example" }}] }}"#),
        ),
        ("url-missing", request(r#""method": "GET""#)),
        (
            "url-raw-mismatch",
            request(
                r#""url": { "raw": "https://a.example/b", "protocol": "https", "host": ["a", "example"], "path": ["c"] }"#,
            ),
        ),
        (
            "query-null-or-empty-key",
            request(
                r#""url": { "raw": "https://a.example?=1", "protocol": "https", "host": ["a", "example"], "query": [{ "key": null, "value": "1" }] }"#,
            ),
        ),
        (
            "method-nonstandard",
            request(&format!(r#""method": "get", {url}"#)),
        ),
        (
            "ppb-misplaced",
            request(&format!(r#"{url}, "protocolProfileBehavior": {{}}"#)),
        ),
        (
            "ppb-unknown-key",
            item(&format!(
                r#""protocolProfileBehavior": {{ "strictSLL": true }}, "request": {{ {url} }}"#
            )),
        ),
        (
            "event-listen-unknown",
            item(&format!(
                r#""event": [{{ "listen": "tests" }}], "request": {{ {url} }}"#
            )),
        ),
        (
            "auth-params-missing",
            request(&format!(r#""auth": {{ "type": "bearer" }}, {url}"#)),
        ),
        (
            "awsv4-key-name",
            request(&format!(
                r#""auth": {{ "type": "awsv4", "awsv4": [{{ "key": "acessKey", "value": "{{{{k}}}}" }}] }}, {url}"#
            )),
        ),
        (
            "body-mode-payload-mismatch",
            request(&format!(
                r#""method": "POST", "body": {{ "mode": "raw", "urlencoded": [{{ "key": "a", "value": "1" }}] }}, {url}"#
            )),
        ),
        (
            "body-json-invalid",
            request(&format!(
                r#""method": "POST", "body": {{ "mode": "raw", "raw": "{{,}}", "options": {{ "raw": {{ "language": "json" }} }} }}, {url}"#
            )),
        ),
        (
            "variable-duplicate",
            format!(
                r#"{{ {INFO}, "item": [], "variable": [{{ "key": "a", "value": "1" }}, {{ "key": "a", "value": "2" }}] }}"#
            ),
        ),
        (
            "duplicate-id",
            format!(
                r#"{{ {INFO}, "item": [{{ "id": "1", "name": "A", "request": "https://a.example" }}, {{ "id": "1", "name": "B", "request": "https://b.example" }}] }}"#
            ),
        ),
        (
            "json-duplicate-key",
            format!(r#"{{ {INFO}, "item": [], "item": [] }}"#),
        ),
        (
            "json-bom-or-encoding",
            format!("\u{feff}{{ {INFO}, \"item\": [] }}"),
        ),
        ("empty-collection", format!(r#"{{ {INFO}, "item": [] }}"#)),
        ("empty-folder", item(r#""item": []"#)),
    ];
    for (rule, text) in cases {
        let found = found(&text, true);
        assert!(
            !found.contains(&"schema-conformance"),
            "{rule}: the official schema refuses {text}"
        );
        assert!(
            found.contains(&rule),
            "{rule} stays silent: {found:?} in {text}"
        );
    }
}

#[test]
fn what_postman_writes_the_corrected_schema_accepts() {
    let url = r#""url": "https://a.example/b""#;
    for text in [
        format!(
            r#"{{ {INFO}, "item": [], "variable": [{{ "key": "a", "value": "1", "type": "secret" }}] }}"#
        ),
        format!(
            r#"{{ {INFO}, "item": [], "variable": [{{ "key": "a", "value": "1", "type": "default" }}] }}"#
        ),
        request(&format!(r#""auth": {{ "type": "jwt", "jwt": [] }}, {url}"#)),
    ] {
        assert!(
            found(&text, true).contains(&"schema-conformance"),
            "official: {text}"
        );
        assert!(
            !found(&text, false).contains(&"schema-conformance"),
            "corrected: {text}"
        );
    }
}
