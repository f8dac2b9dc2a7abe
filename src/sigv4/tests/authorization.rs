//! An authorization with any one defect is refused, in the header and in the query, and the error
//! names the part.

use crate::sigv4::{Authorization, AuthorizationError, Request};

const CREDENTIAL: &str = "KEY/SALES/20260115/ap-southeast-5/sqlaccount/aws4_request";
const SIGNATURE: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
const DATE: &str = "20260115T083000Z";

/// The parts of an authorization, in the order of the header; the date last.
type Parts<'a> = [&'a str; 4];

const RIGHT: Parts<'static> = [CREDENTIAL, "host;x-amz-date", SIGNATURE, DATE];

fn in_header(
    [credential, signed, signature, date]: Parts<'_>,
) -> Result<Authorization, AuthorizationError> {
    let header = format!(
        "AWS4-HMAC-SHA256 Credential={credential},SignedHeaders={signed}, Signature={signature}"
    );
    Authorization::parse_header(&header, date)
}

fn in_query(
    [credential, signed, signature, date]: Parts<'_>,
) -> Result<Authorization, AuthorizationError> {
    of_query(&format!(
        "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential={credential}&X-Amz-Date={date}\
         &X-Amz-SignedHeaders={signed}&X-Amz-Signature={signature}&X-Amz-Expires=900"
    ))
}

fn of_query(query: &str) -> Result<Authorization, AuthorizationError> {
    Authorization::of(&Request {
        method: "GET",
        target: &format!("/agent?{query}"),
        headers: &[],
        body: b"",
    })
}

#[test]
fn a_malformed_part_is_named() {
    for parts in [in_header(RIGHT), in_query(RIGHT)] {
        assert_eq!(parts.unwrap().signed_headers, ["host", "x-amz-date"]);
    }
    let upper = SIGNATURE.to_uppercase();
    let (short, long) = (SIGNATURE.split_at(1).1, format!("{SIGNATURE}0"));
    for (part, name, values) in [
        (
            0,
            "Credential",
            &[
                "",
                "20260115/ap-southeast-5/sqlaccount/aws4_request",
                "KEY/20260115/ap-southeast-5/sqlaccount/aws4",
            ][..],
        ),
        (
            1,
            "SignedHeaders",
            &[
                "",
                "host;",
                ";host",
                "x-amz-date;host",
                "host;host",
                "host:;x",
                "ho st",
                "hôst",
            ],
        ),
        (
            2,
            "Signature",
            &["", short, &long, &upper, &SIGNATURE.replace('f', "g")],
        ),
        (3, "X-Amz-Date", &["", "20260115", "2026-01-15T08:30:00Z"]),
    ] {
        for value in values {
            let mut parts = RIGHT;
            parts[part] = value;
            for read in [in_header(parts), in_query(parts)] {
                let is_named = matches!(
                    &read,
                    Err(AuthorizationError::Malformed { part, .. }) if *part == name
                );
                assert!(is_named, "{name} `{value}`: {read:?}");
            }
        }
    }
}

#[test]
fn each_part_is_there_once() {
    let parts = ["Credential=a", "SignedHeaders=host", "Signature=b"];
    for left_out in 0..parts.len() {
        let others = (0..parts.len()).filter(|index| *index != left_out);
        let others: Vec<&str> = others.map(|index| parts[index]).collect();
        let header = format!("AWS4-HMAC-SHA256 {}", others.join(","));
        let read = Authorization::parse_header(&header, DATE);
        assert!(
            matches!(read, Err(AuthorizationError::Missing(_))),
            "{header}: {read:?}"
        );
        let header = format!("AWS4-HMAC-SHA256 {},{}", parts.join(","), parts[left_out]);
        let read = Authorization::parse_header(&header, DATE);
        assert!(
            matches!(read, Err(AuthorizationError::Twice(_))),
            "{header}: {read:?}"
        );
    }
    for header in [
        "",
        "Bearer a",
        "AWS4-HMAC-SHA256",
        "AWS4-HMAC-SHA256Credential=a",
    ] {
        let read = Authorization::parse_header(header, DATE);
        assert_eq!(read, Err(AuthorizationError::Scheme), "{header}");
    }
}

#[test]
fn a_lifetime_is_digits_only() {
    for expires in ["", "+900", "-1", "1.5", "9m", "99999999999"] {
        let read = of_query(&format!(
            "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential={CREDENTIAL}&X-Amz-Date={DATE}\
             &X-Amz-SignedHeaders=host&X-Amz-Signature={SIGNATURE}&X-Amz-Expires={}",
            expires.replace('+', "%2B")
        ));
        let is_named = matches!(
            &read,
            Err(AuthorizationError::Malformed {
                part: "X-Amz-Expires",
                ..
            })
        );
        assert!(is_named, "`{expires}`: {read:?}");
    }
}
