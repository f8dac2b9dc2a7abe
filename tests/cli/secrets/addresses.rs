//! Addresses that are secrets as a whole: written as a text, in parts, and in parts alone.

use aho_corasick::AhoCorasick;
use serde_json::{Value, json};
use sqlacc_postman::validate::{Environments, Profile, Settings, fix, validate};

use super::random::{ALNUM, BASE64, DIGITS, Random, UPPER, WORD};

/// An address: what is before its secret, the secret, what is behind it.
type Address = (&'static str, String, String, &'static str);

fn addresses() -> Vec<Address> {
    let random = &mut Random::new();
    let ids = format!("T{}/B{}", random.text(8, UPPER), random.text(8, UPPER));
    let signature = |random: &mut Random| {
        let signature = random.text(43, BASE64);
        let encoded = signature.replace('+', "%2B").replace('/', "%2F");
        format!("{encoded}%3D")
    };
    let query = "?sv=2022-11-02&sr=b&sp=r&sig=";
    let application = "/workflows/x/triggers/manual/paths/invoke?sp=%2Ftriggers&sv=1.0&sig=";
    let mut all = vec![
        (
            "hooks.slack.com/services/",
            ids,
            format!("/{}", random.text(24, ALNUM)),
            "",
        ),
        (
            "discord.com/api/webhooks/",
            random.text(18, DIGITS),
            format!("/{}", random.text(68, WORD)),
            "",
        ),
        ("svc:", random.mixed(14), String::new(), "@db.test/report"),
    ];
    for _ in 0..12 {
        let storage = signature(random);
        all.push((
            "acct.blob.core.windows.net/c/f.txt",
            query.to_owned(),
            storage,
            "&x=1",
        ));
        let workflow = signature(random);
        all.push((
            "prod.westeurope.logic.azure.com:443",
            application.to_owned(),
            workflow,
            "",
        ));
    }
    all
}

fn text((host, before, secret, after): &Address) -> String {
    format!("https://{host}{before}{secret}{after}")
}

/// What of an address must not be shown.
fn secret((host, before, secret, _): &Address) -> String {
    let secret = if *host == "svc:" { before } else { secret };
    secret.trim_start_matches('/').to_owned()
}

/// The parts of an address, as Postman exports them.
fn parts(text: &str) -> Value {
    let rest = text.strip_prefix("https://").unwrap();
    let (rest, query) = rest.split_once('?').unwrap_or((rest, ""));
    let (authority, path) = rest.split_once('/').unwrap();
    let mut parts = json!({ "protocol": "https", "path": path.split('/').collect::<Vec<_>>() });
    let host = match authority.split_once('@') {
        Some((user, host)) => {
            let (user, password) = user.split_once(':').unwrap();
            parts["auth"] = json!({ "user": user, "password": password });
            host
        }
        None => authority,
    };
    let (host, port) = host.split_once(':').unwrap_or((host, ""));
    parts["host"] = json!(host.split('.').collect::<Vec<_>>());
    if !port.is_empty() {
        parts["port"] = json!(port);
    }
    if !query.is_empty() {
        let pair = |pair: &str| {
            let (key, value) = pair.split_once('=').unwrap();
            json!({ "key": key, "value": value })
        };
        parts["query"] = json!(query.split('&').map(pair).collect::<Vec<_>>());
    }
    parts
}

fn shapes(address: &Address) -> [Value; 4] {
    let text = text(address);
    let parts = parts(&text);
    let mut whole = parts.clone();
    whole["raw"] = json!(text);
    [json!(text), json!({ "raw": text }), parts, whole]
}

fn collection(url: &Value, path: &str) -> String {
    let schema = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";
    let original = json!({ "method": "POST", "url": format!("https://other.test/{path}") });
    serde_json::to_string_pretty(&json!({
        "info": { "name": "Addresses", "schema": schema },
        "item": [{
            "name": "Notify", "request": { "method": "POST", "url": url, "header": [] },
            "response": [{ "name": "OK", "code": 200, "originalRequest": original, "body": "" }],
        }],
    }))
    .unwrap()
}

fn settings(select: &[&str]) -> Settings {
    Settings {
        profile: Profile::Publish,
        select: select.iter().map(|rule| (*rule).to_owned()).collect(),
        ..Settings::default()
    }
}

/// Whether `written` shows a part of `secret` that is long enough to be used.
fn shows(written: &str, secret: &str) -> bool {
    let windows = secret.len().saturating_sub(9);
    let parts = (0..windows).map(|start| &secret[start..start + 10]);
    AhoCorasick::new(parts).unwrap().is_match(written)
}

#[test]
fn every_shape_is_found_once_and_its_fix_leaves_nothing() {
    let of_secrets = settings(&["secret-detected"]);
    for address in addresses() {
        for url in shapes(&address) {
            let text = collection(&url, "a");
            let found = validate(text.as_bytes(), &of_secrets, &Environments::default());
            assert_eq!(found.len(), 1, "{url}: {found:?}");
            let fixed = fix(&text, &of_secrets, &Environments::default(), true);
            assert!(!shows(&fixed.text, &secret(&address)), "{}", fixed.text);
        }
    }
}

#[test]
fn no_piece_of_them_is_shown() {
    for address in addresses() {
        let secret = secret(&address);
        for url in shapes(&address) {
            let text = collection(&url, "a");
            let base = collection(&json!("https://other.test/b?c=d"), "a");
            let written = super::diff(&base, &text) + &super::diff(&text, &base);
            assert!(!shows(&written, &secret), "{url}: {written}");
            let found = validate(
                text.as_bytes(),
                &settings(&["example-stale", "url-hardcoded-host"]),
                &Environments::default(),
            );
            assert!(!found.is_empty());
            let written = format!("{found:?}");
            assert!(!shows(&written, &secret), "{url}: {written}");
        }
    }
}

/// Nobody would recognise the secret any more once its host is a variable.
#[test]
fn the_host_of_a_secret_stays() {
    let hosts = settings(&["url-hardcoded-host"]);
    let webhook = &addresses()[0];
    for url in shapes(webhook) {
        let text = collection(&url, "a");
        let fixed = fix(&text, &hosts, &Environments::default(), true);
        assert_eq!(fixed.applied, 0, "{}", fixed.text);
    }
}

#[test]
fn the_password_of_an_address_in_a_path_is_hidden() {
    let password = Random::new().mixed(14);
    for scheme in ["postgres", "https"] {
        let path = format!("import/{scheme}://app:{password}@10.0.0.5:5432/erp");
        let url = json!(format!("https://x.test/{path}"));
        for (url, path) in [
            (url, "import"),
            (json!("https://x.test/import"), path.as_str()),
        ] {
            let found = validate(
                collection(&url, path).as_bytes(),
                &settings(&["example-stale"]),
                &Environments::default(),
            );
            assert_eq!(found.len(), 1);
            let message = &found[0].message;
            assert!(!shows(message, &password), "{message}");
        }
    }
}
