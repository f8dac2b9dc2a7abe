//! Paging and filters.

use serde_json::{Value, json};
use sqlacc_postman::catalogue::Method::{Get, Post};

use super::stories::lenient;

fn codes(data: &Value) -> Vec<&str> {
    let rows = data.as_array().unwrap().iter();
    rows.map(|row| row["code"].as_str().unwrap()).collect()
}

#[test]
fn paging_loses_and_repeats_nothing() {
    let company = lenient();
    let before = company.get("/agent?offset=0").as_array().unwrap().len();
    for number in 0..120 {
        let code = format!("P{number:03}");
        company.send(
            Post,
            "/agent",
            &json!({"code": code, "description": "Paging"}),
        );
    }
    let mut seen = Vec::new();
    for offset in (0..).step_by(50) {
        let page = company.get(&format!("/agent?offset={offset}"));
        let rows = codes(&page);
        assert!(rows.len() <= 50);
        seen.extend(rows.iter().map(|code| (*code).to_owned()));
        if rows.len() < 50 {
            break;
        }
    }
    assert_eq!(seen.len(), before + 120);
    let mut unique = seen.clone();
    unique.sort();
    unique.dedup();
    assert_eq!(unique.len(), seen.len());
    assert_eq!(company.get("/agent?offset=1000"), json!([]));
}

#[test]
fn filters_are_combined_with_and() {
    let company = lenient();
    for (code, name, active) in [
        ("X1", "Ann 100%", true),
        ("X2", "Ben", true),
        ("X3", "ANN Lee", false),
    ] {
        let agent = json!({"code": code, "description": name, "isactive": active});
        company.send(Post, "/agent", &agent);
    }
    let found = |query: &str| {
        let data = company.get(&format!("/agent?{query}"));
        codes(&data).join(" ")
    };
    assert_eq!(found("description=ann*"), "X1 X3");
    assert_eq!(found("description=*e*&code=X*"), "X2 X3");
    assert_eq!(found("description=Ann*&isactive=true"), "X1");
    assert_eq!(found("description=*100%*"), "X1");
    assert_eq!(
        found("description=*_*&code=X*"),
        "",
        "`_` is not a wildcard"
    );
    assert_eq!(found("code=X1~X2"), "X1 X2");
    assert_eq!(found("code=X2~"), "X2 X3");
    assert_eq!(found("code=X1~&code=~X1"), "X1");
    assert_eq!(
        found("keyword=whatever&code=X1"),
        "X1",
        "unknown filters are ignored"
    );
    assert_eq!(found("code=X1' OR '1'='1"), "");
}

#[test]
fn dates_amounts_and_numbers_are_filters_too() {
    let company = lenient();
    let sum = |query: &str| {
        company
            .get(&format!("/salesinvoice?{query}"))
            .as_array()
            .unwrap()
            .len()
    };
    let all = sum("offset=0");
    assert!(all >= 3);
    assert_eq!(sum("docdate=2026-01-01~2026-12-31"), all);
    assert_eq!(sum("docdate=20260101~"), all);
    assert_eq!(sum("docdate=~2025-12-31"), 0);
    assert_eq!(sum("docamt=0~999999999"), all);
    assert_eq!(sum("docamt=1759.2&docno=IV-00001"), 1);
    assert_eq!(sum("lastmodified=0"), all, "it means since");
    assert_eq!(sum("lastmodified=99999999999"), 0);
}

#[test]
fn no_filter_lets_sql_in() {
    let company = lenient();
    let attempts = [
        "'",
        "''",
        "' OR 1=1 --",
        "\"; DROP TABLE r_agent; --",
        "1) UNION SELECT 1,2",
        "%",
        "\\",
        "\0",
    ];
    for resource in &company.catalogue.resources.clone() {
        for field in resource.listed_fields() {
            for attempt in attempts {
                for way in ["", "/*"] {
                    let target = format!("/{}{way}?{}={attempt}", resource.path, field.name);
                    let answer = company.call(Get, &target, "");
                    // Any text can be looked for but a NUL, which no database can store. `/*` ignores
                    // what has no index.
                    let is_text = ["text", "blob"].contains(&field.kind.name());
                    let is_filter =
                        way.is_empty() || resource.indexed_filters.contains(&&*field.name);
                    let is_accepted = attempt != "\0" && (is_text || !is_filter);
                    let status = if is_accepted { 200 } else { 400 };
                    assert_eq!(answer.status, status, "{target}");
                    if status == 200 && way.is_empty() {
                        let text = String::from_utf8(answer.body).unwrap();
                        assert!(text.ends_with("\"data\":[]}"), "{target}: {text}");
                    }
                }
            }
        }
    }
}
