//! What one request calls a secret, no report about another request shows, whichever rules are on.

use super::{diff, report, settings};
use sqlacc_postman::diagnostic::Run;
use sqlacc_postman::report::{FORMATS, Options};
use sqlacc_postman::validate::{Profile, Settings};

const SECRET: &str = "Tr0ub4dorZx";

/// Members of a request that say that `SECRET` is one; each by a name, or by what is before it.
const SAYS: [&str; 10] = [
    r#""body": {"mode": "raw", "raw": "{\"password\": \"Tr0ub4dorZx\"}"}"#,
    r#""body": {"mode": "urlencoded", "urlencoded": [{"key": "password", "value": "Tr0ub4dorZx"}]}"#,
    r#""body": {"mode": "raw", "raw": "{\"pass\u0077ord\": \"Tr0ub4dorZx\"}"}"#,
    r#""header": [{"key": "X-Api-Key", "value": "Tr0ub4dorZx"}]"#,
    r#""header": "Accept: a/b\nX-Api-Key: Tr0ub4dorZx""#,
    r#""auth": {"type": "basic", "basic": [{"key": "username", "value": "u"}, {"key": "password", "value": "Tr0ub4dorZx"}]}"#,
    r#""auth": {"type": "apikey", "apikey": [{"key": "key", "value": "k"}, {"key": "value", "value": "Tr0ub4dorZx"}]}"#,
    r#""url": "https://a.test/b?password=Tr0ub4dorZx""#,
    r#""url": "https://me:Tr0ub4dorZx@a.test/b""#,
    r#""description": "curl -u me:Tr0ub4dorZx https://a.test""#,
];

/// A collection of a request that says what is secret, others, and one with `path` and an undefined
/// variable far away.
fn collection(says: &str, path: &str) -> String {
    let others: Vec<String> = (0..400)
        .map(|number| format!(r#"{{"name": "r{number}", "request": "https://a.test/{number}"}},"#))
        .collect();
    format!(
        "{{\"info\": {{\"name\": \"c\"}}, \"item\": [\n{{\"name\": \"a\", \"request\": {{{says}}}}},\n{}\n{{\"name\": \"b\", \"request\": \"https://a.test/{path}/{{{{nobody}}}}\"}}]}}",
        others.join("\n")
    )
}

#[test]
fn what_is_hidden_does_not_depend_on_the_rules() {
    for says in SAYS {
        let text = collection(says, SECRET);
        let all = settings(Profile::Publish);
        let one = Settings {
            select: vec!["variable-undefined".to_owned()],
            ..Settings::default()
        };
        for settings in [all, one] {
            let run = Run {
                files: vec![report(&text, &settings)],
                ..Run::default()
            };
            assert!(!run.files[0].diagnostics.is_empty(), "{says}");
            let options = Options {
                max_findings: Some(usize::MAX),
                ..Options::default()
            };
            for format in FORMATS {
                let written = format.render(&run, &options);
                let name = format.name;
                assert!(!written.contains(SECRET), "{says}, {name}\n{written}");
            }
        }
    }
}

#[test]
fn a_change_does_not_show_what_an_unchanged_request_calls_a_secret() {
    for says in SAYS {
        let (base, revision) = (collection(says, "old"), collection(says, SECRET));
        let written = diff(&base, &revision) + &diff(&revision, &base);
        assert!(written.contains("old"), "{says}\n{written}");
        assert!(!written.contains(SECRET), "{says}\n{written}");
    }
}
