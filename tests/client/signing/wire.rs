//! What curl itself puts on the wire.

use std::fs;
use std::process::Command;

use crate::loopback::binary::{outcome, sqlacc};
use crate::loopback::{ACCESS, SECRET, Service, json};

#[test]
fn curl_itself_sends_what_is_verified() {
    let has_curl = Command::new("curl").arg("--version").output().is_ok();
    if !has_curl {
        return; // The rest of the tests need no curl.
    }
    let service = Service::start(|_, _| json("{}"));
    let folder = tempfile::tempdir().unwrap();
    let body = folder.path().join("b.json");
    fs::write(&body, "{\"a\":1,\n\"b\":2}").unwrap();
    let body = body.to_str().unwrap();
    for args in [
        &[
            "GET",
            "agent",
            "--query",
            "code=A",
            "offset=0",
            "--aws-sigv4",
        ][..],
        &["GET", "/healthcheck", "--aws-sigv4"],
        &["GET", "/agent/", "--aws-sigv4"],
        &["POST", "agent", "--body", body, "--aws-sigv4"],
        &["DELETE", "/customer/300-A0001", "--aws-sigv4"],
        &["GET", "/agent/*", "--query", "b=ü +", "a=*"],
        &[
            "GET",
            "/a b//c/../d",
            "--query",
            "$filter=code eq 'A'",
            "--auth-in",
            "query",
        ],
        &["PUT", "agent", "--body", body],
    ] {
        let mut all = vec!["curl", "--host", &service.host];
        all.extend(args);
        let (code, line, said) = outcome(&mut sqlacc(folder.path(), &all));
        assert_eq!((code, said.as_str()), (0, ""));
        let ran = Command::new("bash")
            .args(["-c", &format!("{} --silent --max-time 10", line.trim_end())])
            .env("SQLACC_ACCESS_KEY", ACCESS)
            .env("SQLACC_SECRET_KEY", SECRET)
            .output();
        assert!(ran.unwrap().status.success(), "{args:?}");
        let received = service.received().pop().unwrap();
        assert!(received.is_signed(), "{args:?}: {received:?}");
    }
    assert_eq!(service.received().len(), 8);
}
