//! What is read, signed and sent, against a service on this machine; nothing goes anywhere else.

#![allow(clippy::unwrap_used, clippy::format_push_string)]

mod collection;
mod connection;
mod loopback;
mod one_reading;
mod record;
mod retries;
mod signing;
mod tls;
mod trust;
mod update;
mod wire;

use loopback::Service;
use loopback::binary::{outcome, sqlacc};

/// Runs `send` with these words, split at spaces, against `service`, with `stdin`.
fn send(service: &Service, words: &str, stdin: &str) -> (i32, String, String) {
    let folder = tempfile::tempdir().unwrap();
    let mut args = vec!["send"];
    args.extend(words.split(' '));
    args.extend(["--host", &service.host]);
    outcome(sqlacc(folder.path(), &args).write_stdin(stdin))
}

/// What was said, without what differs from run to run.
fn steady(text: &str, service: &Service) -> String {
    text.replace(&service.host, "HOST")
        .replace(service.host.trim_start_matches("http://"), "HOST")
}
