//! What no verifier could read is not signed, and the error names the part.

use crate::sigv4::{Credentials, Request, SignError, SignatureLocation, Signing, Timestamp, sign};

/// A request with one header beside `Host`, and with what it is signed.
#[derive(Clone, Copy)]
struct Case<'a> {
    access_key: &'a str,
    secret_key: &'a str,
    region: &'a str,
    service: &'a str,
    headers: [(&'a str, &'a str); 2],
}

const RIGHT: Case<'static> = Case {
    access_key: "KEY/SALES",
    secret_key: "secret",
    region: "ap-southeast-5",
    service: "sqlaccount",
    headers: [("Host", "api.sql.my"), ("X-A", "a\tb é")],
};

impl Case<'_> {
    fn signed(&self) -> Result<(), SignError> {
        let request = Request {
            method: "GET",
            target: "/agent",
            headers: &self.headers,
            body: b"",
        };
        let signing = Signing {
            credentials: &Credentials::new(self.access_key, self.secret_key),
            region: self.region,
            service: self.service,
            time: Timestamp::parse("20260115T083000Z").unwrap(),
            location: SignatureLocation::Header,
        };
        sign(&request, &signing).map(|_| ())
    }

    fn with_header(name: &'static str, value: &'static str) -> Case<'static> {
        let mut case = RIGHT;
        case.headers[1] = (name, value);
        case
    }
}

#[test]
fn every_defect_is_named() {
    assert_eq!(RIGHT.signed(), Ok(()));
    for access_key in ["KEY,A", "KEY A", "KEY\n", "KÉY"] {
        let error = SignError::Header("Authorization".to_owned());
        assert_eq!(
            Case {
                access_key,
                ..RIGHT
            }
            .signed(),
            Err(error),
            "{access_key}"
        );
    }
    let empty = [
        (
            Case {
                access_key: "",
                ..RIGHT
            },
            "access key",
        ),
        (
            Case {
                secret_key: "",
                ..RIGHT
            },
            "secret key",
        ),
    ];
    for (case, name) in empty {
        assert_eq!(case.signed(), Err(SignError::EmptyKey(name)));
    }
    for part in ["", "a/b", "a,b", "a b", "a\n", "é"] {
        let region = Case {
            region: part,
            ..RIGHT
        };
        let service = Case {
            service: part,
            ..RIGHT
        };
        assert_eq!(region.signed(), Err(SignError::Scope("region")), "{part}");
        assert_eq!(service.signed(), Err(SignError::Scope("service")), "{part}");
    }
    let mut without_host = RIGHT;
    without_host.headers[0].0 = "X-Host";
    for case in [without_host, Case::with_header("HOST", "api.sql.my")] {
        assert_eq!(case.signed(), Err(SignError::Host));
    }
    for (name, value) in [
        ("", "a"),
        ("A B", "a"),
        ("A:", "a"),
        ("Ä", "a"),
        ("A", "a\r\nb"),
        ("A", "\0"),
    ] {
        let error = SignError::Header(name.to_owned());
        assert_eq!(
            Case::with_header(name, value).signed(),
            Err(error),
            "{name}"
        );
    }
}
