//! What is refused, and that nothing stops the service.

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::{Value, json};
use sqlacc_postman::catalogue::Method::{self, Delete, Get, Post, Put};

use super::stories::{invoice, lenient, strict};

#[test]
fn bad_requests_get_one_sentence() {
    let company = strict();
    let journal = json!({"docdate": "2026-01-22", "sdsdocdetail": [
        {"code": "908-000", "dr": "10.00"}, {"code": "320-000", "cr": "9.99"}]})
    .to_string();
    let long = format!(r#"{{"code": "{}", "description": "x"}}"#, "y".repeat(40));
    let cases: &[(Method, &str, &str)] = &[
        (Post, "/agent", ""),
        (Post, "/agent", "{}"),
        (Post, "/agent", "[]"),
        (Post, "/agent", "{\"code\": \"A\",}"),
        (Post, "/agent", r#"{"code": "A", "code": "B"}"#),
        (Post, "/agent", r#"{"description": "no code"}"#),
        (Post, "/agent", r#"{"code": "LIM", "description": "taken"}"#),
        (Post, "/agent", r#"{"code": "A", "descripton": "typo"}"#),
        (Post, "/agent", r#"{"code": ["A"], "description": "x"}"#),
        (
            Post,
            "/agent",
            r#"{"code": "A", "description": "x", "isactive": "maybe"}"#,
        ),
        (Post, "/agent", &long),
        (Post, "/agent/LIM", r#"{"code": "A", "description": "x"}"#),
        (Put, "/agent", r#"{"description": "x"}"#),
        (Put, "/agent/LIM", r#"{"code": "OTHER"}"#),
        (Put, "/agent/NOBODY", r#"{"description": "x"}"#),
        (
            Post,
            "/customer",
            r#"{"code": "300-Z", "companyname": "Z", "idtype": null}"#,
        ),
        (
            Post,
            "/salesinvoice",
            r#"{"docdate": "2026-13-40", "code": "300-A0001"}"#,
        ),
        (
            Post,
            "/salesinvoice",
            r#"{"docdate": "2026-01-22", "code": "300-A0001", "sdsdocdetail": {}}"#,
        ),
        (
            Post,
            "/salesinvoice",
            r#"{"docdate": "2026-01-22", "code": "300-A0001", "sdsdocdetail": [{"qty": "many"}]}"#,
        ),
        (
            Post,
            "/salesinvoice",
            r#"{"docdate": "2026-01-22", "code": "300-A0001", "sdsdocdetail": [{"qty": 1e30}]}"#,
        ),
        (
            Post,
            "/salesinvoice",
            r#"{"docdate": "2026-01-22", "code": "300-A0001", "sdsdocdetail": [{"qty": 90000000000, "unitprice": 90000000000}]}"#,
        ),
        (Post, "/journalentry", &journal),
        (Get, "/salesinvoice/IV-00001", ""),
        (Get, "/salesinvoice/1", ""),
        (Delete, "/salesinvoice/1", ""),
        (Get, "/salesinvoice?offset=-1", ""),
        (Get, "/salesinvoice?docdate=yesterday", ""),
        (Get, "/salesinvoice?docno=*a*b*c*d*e*f*g*", ""),
        (Get, "/salesinvoice/*?agent=LIM", ""),
        (Post, "/stockcard", "{}"),
        (Delete, "/profile/1", ""),
    ];
    let told: Vec<String> = cases
        .iter()
        .map(|(method, target, body)| {
            let (status, message) = company.refusal_of(*method, target, body);
            let body: String = body.chars().take(110).collect();
            format!("{} {target} {body}\n  {status} {message}", method.as_str())
        })
        .collect();
    insta::assert_snapshot!(told.join("\n"));
}

fn json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>()
            .prop_filter("JSON has no others", |number| number.is_finite())
            .prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
        "-?[0-9]{1,30}(\\.[0-9]{1,30})?".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 24, 6, |inner| {
        let names = prop_oneof![
            Just("sdsdocdetail"),
            Just("sdsknockoff"),
            Just("qty"),
            Just("unitprice"),
            Just("disc"),
            Just("tax"),
            Just("docno"),
            Just("docdate"),
            Just("code"),
            Just("itemcode"),
            Just("dtlkey"),
            Just("koamt"),
            Just("fromdockey"),
            Just("currencyrate"),
            Just("udf_x"),
        ];
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((names, inner), 0..6).prop_map(|members| {
                Value::Object(
                    members
                        .into_iter()
                        .map(|(name, value)| (name.to_owned(), value))
                        .collect(),
                )
            }),
        ]
    })
}

#[test]
fn no_body_stops_the_service() {
    let company = lenient();
    let mut runner = TestRunner::new(Config::with_cases(300));
    let tried = runner.run(&json(), |body| {
        let mut whole = invoice(&json!([]));
        if let (Value::Object(whole), Value::Object(body)) = (&mut whole, &body) {
            whole.extend(body.clone());
        }
        for text in [body.to_string(), whole.to_string()] {
            for target in ["/salesinvoice", "/customerpayment", "/stockitem"] {
                let answer = company.call(Post, target, &text);
                prop_assert!(
                    [200, 400, 500].contains(&answer.status),
                    "{}",
                    answer.status
                );
                let answer: Value = serde_json::from_slice(&answer.body).unwrap();
                // 500 is a refusal of the real service, never a failure of the database.
                let message = answer["error"]["message"].as_str();
                prop_assert_ne!(message, Some("the service cannot reach its records"));
            }
        }
        Ok(())
    });
    tried.unwrap();
    company.get("/agent?offset=0");
}
