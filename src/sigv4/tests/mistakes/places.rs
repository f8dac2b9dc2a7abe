//! Values that are wrong in one place only, and steps computed in another way.

use crate::sigv4::string_to_sign::string_to_sign;

use super::{KEY, Mistake, PLAIN, SECRET, TIME, set};

pub(super) const PLACES: [Mistake; 22] = [
    (
        PLAIN,
        |s| s.key.parts[1] = "us-east-1".into(),
        "the signing key alone is for the region `us-east-1`",
    ),
    (
        PLAIN,
        |s| s.key.parts[1] = "eu-west-2".into(),
        "the signing key alone is for the region `eu-west-2`",
    ),
    (
        PLAIN,
        |s| s.key.parts[2] = "s3".into(),
        "the signing key alone is for the service `s3`",
    ),
    (
        PLAIN,
        |s| s.key.parts[0] = "20260116".into(),
        "the signing key alone is for the day `20260116`",
    ),
    (
        PLAIN,
        |s| s.key.parts[0] = TIME.into(),
        "the signing key alone is for the day",
    ),
    (
        PLAIN,
        |s| s.scope = s.scope.replace("sqlaccount", "execute-api"),
        "the string to sign alone is for the service",
    ),
    (
        PLAIN,
        |s| s.scope = s.scope.replace("20260115", "20260114"),
        "the string to sign alone is for the day `20260114`",
    ),
    (
        PLAIN,
        |s| s.time = "20260115T163000Z".into(),
        "the string to sign alone is 8 h from",
    ),
    (
        PLAIN,
        |s| s.time = "20260115T083001Z".into(),
        "the string to sign alone is 1 s from",
    ),
    (
        PLAIN,
        |s| set(s, "x-amz-date", "20260115T163000Z"),
        "the canonical request alone is 8 h from",
    ),
    (
        PLAIN,
        |s| s.time = "2026-01-15T08:30:00Z".into(),
        "the time is written in another way",
    ),
    (
        PLAIN,
        |s| s.key.derive = |key| key.standard().as_hex(),
        "hex digits in place of bytes",
    ),
    (PLAIN, |s| s.key.parts[3] = String::new(), ""),
    (
        PLAIN,
        |s| s.key.secret = SECRET.as_bytes()[1..].to_vec().into(),
        "without its first character",
    ),
    (
        PLAIN,
        |s| s.scope = s.scope.replace("/aws4_request", ""),
        "no `aws4_request`",
    ),
    (
        PLAIN,
        |s| s.scope = format!("{KEY}/{}", s.scope),
        "the whole credential",
    ),
    (
        PLAIN,
        |s| s.write_request = |text| text + "\n",
        "has a line end at its end",
    ),
    (
        PLAIN,
        |s| s.write_request = |text| text.replace("Z\n\n", "Z\n"),
        "no empty line after its headers",
    ),
    (
        PLAIN,
        |s| s.write_request = |text| text.replace('\n', "\r\n"),
        "CR LF",
    ),
    (
        PLAIN,
        |s| s.write_string = |t, s, r| string_to_sign(t, s, r) + "\n",
        "the string to sign has a line end",
    ),
    (
        PLAIN,
        |s| s.write_string = |t, s, r| format!("AWS4-HMAC-SHA256\n{t}\n{s}\n{r}"),
        "itself, not its hash",
    ),
    (
        PLAIN,
        |s| s.request.payload = String::new(),
        "its hash is missing",
    ),
];
