//! Single cases: what is not to be reported, and fixes that keep secrets apart.

use serde_json::{Value, json};
use sqlacc_postman::validate::{Environments, Profile, Settings, fix, validate};

use super::random::{HEX, Random, WORD};

fn settings() -> Settings {
    Settings {
        profile: Profile::Publish,
        select: vec![
            "secret-detected".to_owned(),
            "awsv4-credential-literal".to_owned(),
        ],
        ..Settings::default()
    }
}

fn collection(items: &Value) -> String {
    let schema = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";
    json!({ "info": { "name": "Cases", "schema": schema }, "item": items }).to_string()
}

fn request(name: &str, header: &str, value: &str) -> Value {
    json!({ "name": name, "request": {
        "method": "GET", "url": "https://a.test/b", "header": [{ "key": header, "value": value }],
    } })
}

#[test]
fn what_opens_nothing_is_not_reported() {
    let random = &mut Random::new();
    // It expired in 2001.
    let claims = "eyJleHAiOjEwMDAwMDAwMDAsInVpZCI6NzF9";
    let expired = format!(
        "Bearer eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.{claims}.{}",
        random.text(43, WORD)
    );
    let body = json!({ "startToken": random.mixed(25), "pagingToken": random.mixed(25) });
    let text = collection(&json!([
        request("Sample", "Authorization", "Basic dXNlcm5hbWU6cGFzc3dvcmQ="),
        request("Head", "X-Token", "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9"),
        request("Expired", "Authorization", &expired),
        { "name": "Paging", "request": "https://a.test/list",
          "response": [{ "name": "OK", "code": 200, "body": body.to_string() }] },
        { "name": "Set", "request": { "method": "POST", "url": "https://a.test/users", "body": {
            "mode": "raw", "raw": json!({ "password": "Blue-Kite7&sea" }).to_string() } } },
    ]));
    let found = validate(text.as_bytes(), &settings(), &Environments::default());
    let found: Vec<&str> = found.iter().map(|one| one.message.as_str()).collect();
    assert_eq!(found, [""; 0]);
}

#[test]
fn different_secrets_get_different_variables_and_equal_ones_the_same() {
    let random = &mut Random::new();
    let (owner, guest) = (random.text(32, HEX), random.text(32, HEX));
    let text = collection(&json!([
        request("As owner", "X-Api-Key", &owner),
        request("As guest", "X-Api-Key", &guest),
        request("As owner again", "X-Api-Key", &owner),
        request(&format!("With {guest}"), "Accept", "*/*"),
    ]));
    let fixed = fix(&text, &settings(), &Environments::default(), true);
    let fixed: Value = serde_json::from_str(&fixed.text).unwrap();
    let value = |number: usize| fixed["item"][number]["request"]["header"][0]["value"].clone();
    assert_eq!(value(0), "{{x_api_key}}");
    assert_eq!(value(1), "{{x_api_key_2}}");
    assert_eq!(value(2), "{{x_api_key}}");
    assert_eq!(fixed["item"][3]["name"], format!("With {guest}"));
}

#[test]
fn keys_of_several_auths_do_not_share_a_variable() {
    let random = &mut Random::new();
    let mut auth = |name: &str| {
        let parameter = |key: &str, value: &str| json!({ "key": key, "value": value });
        json!({ "name": name, "request": { "method": "GET", "url": "https://a.test", "auth": {
            "type": "awsv4", "awsv4": [
                parameter("accessKey", "{{access_key}}"),
                parameter("secretKey", &random.text(20, HEX)),
            ],
        } } })
    };
    let text = collection(&json!([auth("One"), auth("Other")]));
    let fixed = fix(&text, &settings(), &Environments::default(), true);
    assert_eq!(fixed.applied, 0, "{}", fixed.text);
    let text = collection(&json!([auth("One")]));
    let fixed = fix(&text, &settings(), &Environments::default(), true);
    assert!(fixed.text.contains("{{secretKey}}"), "{}", fixed.text);
}
