//! What is sent by those who have a key, or a socket, and mean harm.

use sqlacc_postman::catalogue::{Field, FieldType};

use super::server::Server;
use super::wire::exchange;

/// Signs and sends a GET, and gives status and body.
fn get(server: &Server, target: &str) -> (u16, String) {
    let answer = server.get(target);
    (answer.status, answer.body)
}

#[test]
fn sql_in_filters_finds_nothing_and_breaks_nothing() {
    let server = Server::start(&[]);
    let catalogue = sqlacc_postman::sqlaccount::catalogue();
    for path in ["agent", "customer", "salesinvoice", "stockitem"] {
        let resource = catalogue.resource(path).unwrap();
        // Unknown filters are ignored; a filter that is not text needs a value of its type.
        let asks = |field: &Field| {
            let is_text = matches!(field.kind, FieldType::Text(_) | FieldType::Blob);
            (field.name.to_string(), field.is_listed() && !is_text)
        };
        let others = [("offset".to_owned(), true), ("11--".to_owned(), false)];
        for (name, has_type) in resource.fields().map(asks).chain(others) {
            for value in [
                "%27%20OR%20%271%27%3D%271",
                "x%27%29%3B%20DROP%20TABLE%20r_agent%3B%20--",
                "%27%20UNION%20SELECT%20sealed%20FROM%20access_key%20--",
                "%00",
            ] {
                let expected = if has_type || value == "%00" { 400 } else { 200 };
                let (status, body) = get(&server, &format!("/{path}?{name}={value}"));
                assert_eq!(status, expected, "{path}?{name}={value}: {body}");
            }
        }
    }
    assert_eq!(get(&server, "/agent").0, 200);
    server.assert_well();
}

#[test]
fn sql_in_keys_and_bodies_is_text() {
    let server = Server::start(&[]);
    let wicked = "A'); DROP TABLE r_agent; --";
    let create = |code: &str| {
        let body = format!("{{\"code\":\"{code}\",\"description\":\"{wicked}\"}}");
        let call = server.call("POST", "/agent").body(&body);
        call.signed(&server.credentials()).send(&server.host)
    };
    let created = create("A");
    assert_eq!(created.status, 200, "{created:?}");
    assert!(created.body.contains(wicked), "{created:?}");
    assert_eq!(create(wicked).status, 400, "it is too long for a code");
    let (status, _) = get(
        &server,
        "/agent/A%27%29%3B%20DROP%20TABLE%20r_agent%3B%20--",
    );
    assert_eq!(status, 400, "there is no such record");
    assert_eq!(get(&server, "/agent").0, 200);
    server.assert_well();
}

#[test]
fn a_key_is_no_path() {
    let server = Server::start(&[]);
    for key in [
        "../../../../etc/passwd",
        "..%2F..%2F..%2F..%2Fetc%2Fpasswd",
        "%2e%2e/%2e%2e/sandbox.db",
        "..%5C..%5Csandbox.db",
        "/etc/passwd",
        "sandbox.db.key",
        "%00",
        "....//",
    ] {
        let (status, body) = get(&server, &format!("/agent/{key}"));
        assert_eq!(status, 400, "{key}: {body}");
        assert!(
            !body.contains("root:") && !body.contains("SQLite"),
            "{body}"
        );
    }
    server.assert_well();
}

#[test]
fn bodies_that_are_no_record() {
    let server = Server::start(&[]);
    let deep =
        |open: &str, close: &str| format!("{}{}", open.repeat(100_000), close.repeat(100_000));
    let wide = format!("{{\"code\":\"{}\"}}", "A".repeat(1 << 20));
    for (body, status) in [
        (&deep("[", "]")[..], 400),
        (&deep("{\"a\":", "}"), 400),
        (
            &format!("{{\"code\":\"A\",\"description\":{}}}", deep("[", "]")),
            400,
        ),
        ("[".repeat(100_000).as_str(), 400),
        (&wide, 400),
        ("{", 400),
        ("null", 400),
        ("[]", 400),
        ("\"text\"", 400),
        ("{\"code\":1e999999999}", 400),
        ("{\"code\":\"\\ud800\"}", 400),
        // The real service crashes on an empty object.
        ("{}", 500),
        ("\u{feff}{}", 500),
    ] {
        let answer = server
            .call("POST", "/agent")
            .body(body)
            .signed(&server.credentials())
            .send(&server.host);
        let start: String = body.chars().take(40).collect();
        assert_eq!(answer.status, status, "{start}: {answer:?}");
    }
    server.assert_well();
}

#[test]
fn what_is_no_http_is_no_request() {
    let server = Server::start(&[]);
    for (bytes, status) in [
        (&b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"[..], 400),
        (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 0),
        (b"GET /agent\r\n\r\n", 400),
        (b"GET http://[::1 HTTP/1.1\r\nHost: x\r\n\r\n", 400),
        (b"GET /agent HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello", 400),
        (b"GET /agent HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\nGET /agent HTTP/1.1\r\n\r\n", 401),
        (b"GET /a gent HTTP/1.1\r\nHost: x\r\n\r\n", 400),
        (b"\0\0\0\0\r\n\r\n", 400),
        (b"GET /agent HTTP/9.9\r\nHost: x\r\n\r\n", 400),
        (b"GET /agent HTTP/1.1\r\nHo st: x\r\n\r\n", 400),
        (b"GET /\xff\xfe HTTP/1.1\r\nHost: x\r\n\r\n", 400),
    ] {
        let mut stream = super::wire::connect(&server.host);
        std::io::Write::write_all(&mut stream, bytes).unwrap();
        let _ = stream.shutdown(std::net::Shutdown::Write);
        let answer = super::wire::answer(&mut stream);
        let bytes = bytes.escape_ascii();
        assert_eq!(answer.status, status, "{bytes}: {answer:?}");
    }
    server.assert_well();
}

#[test]
fn odd_targets_are_verified_as_they_are() {
    let server = Server::start(&[]);
    for target in [
        "/agent?companyname=A%2BB%20%26%20C",
        "/agent?code=%C3%A9",
        "/agent/*?",
        "/agent/",
        "/AGENT",
        "/agent?code=a~b",
        "/agent?code=300*",
    ] {
        let (status, body) = get(&server, target);
        assert_eq!(status, 200, "{target}: {body}");
    }
    let absolute = server
        .call("GET", "/healthcheck")
        .signed(&server.credentials());
    let bytes = String::from_utf8(absolute.bytes()).unwrap();
    let bytes = bytes.replacen("GET /", &format!("GET http://{}/", server.host), 1);
    assert_eq!(exchange(&server.host, bytes.as_bytes()).status, 200);
}

#[test]
fn more_filters_than_a_database_takes_are_the_clients_mistake() {
    let server = Server::start(&[]);
    for count in [201, 1_500] {
        let query: Vec<String> = (0..count).map(|_| "code=A".to_owned()).collect();
        let answer = server.get(&format!("/agent?{}", query.join("&")));
        assert_eq!(answer.status, 400, "{answer:?}");
    }
    let query = ["code=A"; 200].join("&");
    assert_eq!(server.get(&format!("/agent?{query}")).status, 200);
    server.assert_well();
}
