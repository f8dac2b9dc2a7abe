//! Too much, too slow, too many.

use std::io::Write;
use std::time::{Duration, Instant};

use super::server::Server;
use super::wire::{PATIENCE, answer, connect, exchange};

#[test]
fn bodies_over_the_limit_are_refused() {
    let server = Server::start(&["--max-body", "1k"]);
    let credentials = server.credentials();
    let post = |size: usize| {
        let call = server.call("POST", "/agent").body(&"a".repeat(size));
        call.signed(&credentials).send(&server.host).status
    };
    assert_eq!(post(1025), 413);
    assert_eq!(post(100_000), 413);
    assert_eq!(post(1024), 400, "as long as allowed, and no record");
    // Announced, but never sent.
    let signed = server.call("POST", "/agent").signed(&credentials);
    let announced = signed.with("Content-Length", "99999999999");
    assert_eq!(announced.send(&server.host).status, 413);
    // Never announced, and without an end.
    let endless = server
        .call("POST", "/agent")
        .signed(&credentials)
        .with("Transfer-Encoding", "chunked");
    let mut bytes = endless.bytes();
    for _ in 0..100 {
        bytes.extend(b"64\r\n");
        bytes.extend([b'a'; 100]);
        bytes.extend(b"\r\n");
    }
    assert_eq!(exchange(&server.host, &bytes).status, 413);
    server.assert_well();
}

#[test]
fn heads_over_the_limit_are_refused() {
    let server = Server::start(&["--max-head", "8k"]);
    let mut many = server.call("GET", "/agent");
    for number in 0..2000 {
        many = many.with(&format!("X-{number}"), "x");
    }
    assert_eq!(many.send(&server.host).status, 431);
    let long = server
        .call("GET", "/agent")
        .with("X-Long", &"x".repeat(100_000));
    assert_eq!(long.send(&server.host).status, 431);
    let target = format!("/agent?code={}", "x".repeat(100_000));
    let answer = server.call("GET", &target).send(&server.host);
    assert_eq!(answer.status, 431, "{answer:?}");
    // A line that never ends.
    let endless = exchange(&server.host, &vec![b'A'; 1 << 20]);
    assert_eq!(endless.status, 431, "{endless:?}");
    server.assert_well();
}

#[test]
fn slow_clients_are_cut_off() {
    let options = ["--head-timeout", "1s", "--body-timeout", "1s"];
    let server = Server::start(&[&options[..], &["--max-connections", "20"]].concat());
    // Each says one more byte again and again, and never all, until the service closes.
    let mut slow: Vec<_> = (0..20).map(|_| connect(&server.host)).collect();
    let end = Instant::now() + PATIENCE;
    while !slow.is_empty() {
        assert!(Instant::now() < end, "slow heads are waited for");
        slow.retain_mut(|stream| stream.write_all(b"G").is_ok());
        std::thread::sleep(Duration::from_millis(100));
    }
    server.assert_well();
    let mut slow_body = connect(&server.host);
    let call = server
        .call("POST", "/agent")
        .signed(&server.credentials())
        .with("Content-Length", "10");
    slow_body.write_all(&call.bytes()).unwrap();
    slow_body.write_all(b"abc").unwrap();
    assert_eq!(answer(&mut slow_body).status, 408);
    server.assert_well();
}

#[test]
fn who_has_not_signed_need_not_send_a_body() {
    let server = Server::start(&["--body-timeout", "10m"]);
    let mut stream = connect(&server.host);
    let head = format!(
        "POST /agent HTTP/1.1\r\nHost: {}\r\nContent-Length: 1000\r\nConnection: close\r\n\r\n",
        server.host
    );
    stream.write_all(head.as_bytes()).unwrap();
    assert_eq!(answer(&mut stream).status, 401);
}

#[test]
fn connections_over_the_limit_are_refused() {
    let server = Server::start(&["--max-connections", "8"]);
    let idle: Vec<_> = (0..8).map(|_| connect(&server.host)).collect();
    // They are taken in the order in which they came.
    let refused = server.get("/healthcheck");
    assert_eq!(refused.status, 503, "{refused:?}");
    drop(idle);
    let end = Instant::now() + PATIENCE;
    while server.get("/healthcheck").status != 200 {
        assert!(Instant::now() < end, "the places were not given back");
        std::thread::sleep(Duration::from_millis(20));
    }
    server.assert_well();
}

#[test]
fn many_connections_at_once_are_all_answered() {
    let server = Server::start(&[]);
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                for _ in 0..40 {
                    assert_eq!(server.get("/agent").status, 200);
                }
            });
        }
    });
    server.assert_well();
}
