//! One defect is one finding: of the rules that could report it, one does.

use sqlacc_postman::validate::{Environments, Profile, Settings, validate};

/// The rules that report something of the collection with `members`, but for those about descriptions
/// and examples.
fn rules(members: &str, profile: Profile) -> Vec<&'static str> {
    let schema = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";
    let text = format!(r#"{{"info": {{"name": "A", "schema": "{schema}"}}, {members}}}"#);
    let settings = Settings {
        profile,
        ..Settings::default()
    };
    let found = validate(text.as_bytes(), &settings, &Environments::default());
    found.iter().map(|one| one.rule).collect()
}

#[test]
fn one_rule_reports_a_defect() {
    let cases: &[(&str, &[&str])] = &[
        (
            r#""item": [{"name": "R", "request": {"url": "https://localhost/a",
                "auth": {"type": "inherit"}}}]"#,
            &["auth-type-unknown"],
        ),
        (
            r#""item": [{"name": "R", "request": {"method": "GET", "url": {
                "raw": "https://localhost/agent/a", "protocol": "https", "host": ["localhost"],
                "path": ["/agent/a"]}}}]"#,
            &["path-segment-with-slash"],
        ),
        (
            r#""items": [{"name": "R", "request": "https://localhost/a"}]"#,
            &["schema-conformance"],
        ),
        (
            r#""item": [{"name": "F", "items": [{"name": "R", "request": "https://localhost/a"}]}]"#,
            &["item-request-or-folder"],
        ),
        (
            r#""item": [{"name": "R", "request": {"method": "POST", "url": "https://localhost/a",
                "body": {"mode": "binary", "file": {"src": "a.bin"}}}}]"#,
            &["body-mode-payload-mismatch"],
        ),
        (
            r#""variable": [{"id": "host", "value": "https://localhost"}],
                "item": [{"name": "R", "request": "{{host}}/a"}]"#,
            &["variable-undefined"],
        ),
        (
            r#""variable": [{"name": "host", "value": "https://localhost"}],
                "item": [{"name": "R", "request": "{{host}}/a"}]"#,
            &["schema-conformance"],
        ),
        (
            r#""item": [{"name": "R", "request": {"url": "https://localhost/a", "auth": {
                "type": "awsv4", "awsv4": [
                    {"key": "accessKey", "value": "AKIAQ7ZR2KD9WM4XB8TN", "type": "string"},
                    {"key": "secretKey", "value": "hunter-two", "type": "string"},
                    {"key": "region", "value": "eu-west-1", "type": "string"},
                    {"key": "service", "value": "sqlaccount", "type": "string"}]}}}]"#,
            &["secret-detected", "awsv4-credential-literal"],
        ),
    ];
    for (members, expected) in cases {
        assert_eq!(rules(members, Profile::Run), *expected, "{members}");
    }
}

#[test]
fn a_committed_secret_is_found_in_the_default_profile() {
    let members = r#""item": [{"name": "R", "request": {"url": "https://localhost/a",
        "header": [{"key": "X-Api-Key", "value": "9f3c1b7a5e2d4860c1f97ab36d58e024"}]}}]"#;
    assert_eq!(rules(members, Profile::default()), ["secret-detected"]);
}
