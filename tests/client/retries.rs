//! What is sent again, and what never is.

use super::loopback::{Received, Reply, Service, json, status};
use super::send;

/// A service that fails `times` and then answers, and what `words` did to it.
fn tried(
    fail: impl Fn() -> Reply + Send + 'static,
    times: usize,
    words: &str,
) -> (i32, usize, String) {
    let service = Service::start(move |_, before| if before < times { fail() } else { json("{}") });
    let (code, _, stderr) = send(&service, words, r#"{"code":"A","description":"A"}"#);
    let received = service.received();
    assert!(received.iter().all(Received::is_signed));
    (code, received.len(), stderr)
}

fn limited() -> Reply {
    Reply::Answer(
        429,
        vec![("Retry-After", "0".to_owned())],
        b"<html>".to_vec(),
    )
}

#[test]
fn a_get_is_sent_again_after_what_passes() {
    for fail in [
        limited as fn() -> Reply,
        || status(502, "<html>"),
        || Reply::Close,
    ] {
        let (code, count, stderr) = tried(fail, 2, "agent list");
        assert_eq!((code, count), (0, 3), "{stderr}");
        assert_eq!(stderr.matches("retrying").count(), 2, "{stderr}");
    }
}

#[test]
fn it_gives_up_in_time() {
    let (code, count, _) = tried(limited, 9, "agent list --retries 2");
    assert_eq!((code, count), (1, 3));
    let (code, count, _) = tried(|| Reply::Close, 9, "agent list --retries 0");
    assert_eq!((code, count), (2, 1));
}

#[test]
fn other_answers_are_final() {
    for code in [400, 401, 404, 500, 503] {
        let (exit, count, _) = tried(move || status(code, "{}"), 1, "agent list");
        assert_eq!((exit, count), (1, 1), "{code}");
    }
}

#[test]
fn what_changes_something_is_sent_again_on_demand_only() {
    for words in ["agent create --body -", "agent update A --body -"] {
        assert_eq!(tried(|| Reply::Close, 1, words).1, 1, "{words}");
        let insisting = format!("{words} --retry-writes");
        let (code, count, _) = tried(|| Reply::Close, 1, &insisting);
        assert_eq!((code, count), (0, 2), "{insisting}");
    }
    assert_eq!(tried(limited, 1, "agent delete A").1, 1);
}

#[test]
fn who_asks_for_a_long_pause_gets_no_second_try() {
    let patient = || Reply::Answer(429, vec![("Retry-After", "3600".to_owned())], Vec::new());
    let (code, count, _) = tried(patient, 1, "agent list");
    assert_eq!((code, count), (1, 1));
}
