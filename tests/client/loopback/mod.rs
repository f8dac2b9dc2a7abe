//! A service on this machine, for one test: it answers as it is told and keeps what it got.

#![allow(clippy::unwrap_used, dead_code)]

pub(crate) mod binary;

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

use sqlacc_postman::sigv4::{Authorization, Credentials, Policy, Request, verify};

pub(crate) const ACCESS: &str = "0123456789abcdef0123456789abcdef.sql.my/SALES";
pub(crate) const SECRET: &str = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

/// A request as it arrived.
#[derive(Clone, Debug)]
pub(crate) struct Received {
    pub(crate) method: String,
    pub(crate) target: String,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Received {
    pub(crate) fn read(stream: impl Read) -> Option<Self> {
        let mut stream = BufReader::new(stream);
        let first = line(&mut stream)?;
        let mut first = first.split_whitespace();
        let (method, target) = (first.next()?.to_owned(), first.next()?.to_owned());
        let mut headers = Vec::new();
        loop {
            let line = line(&mut stream)?;
            let Some((name, value)) = line.split_once(':') else {
                break;
            };
            headers.push((name.to_owned(), value.trim().to_owned()));
        }
        let mut received = Self {
            method,
            target,
            headers,
            body: Vec::new(),
        };
        let length = received
            .header("content-length")
            .map_or(0, |text| text.parse().unwrap());
        received.body.resize(length, 0);
        stream.read_exact(&mut received.body).ok()?;
        Some(received)
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.headers.iter();
        let (_, value) = headers.find(|(other, _)| other.eq_ignore_ascii_case(name))?;
        Some(value)
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8(self.body.clone()).unwrap()
    }

    /// Whether the strict verifier accepts it, at its own time.
    pub(crate) fn is_signed(&self) -> bool {
        let headers = self.headers.iter();
        let headers: Vec<_> = headers
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        let request = Request {
            method: &self.method,
            target: &self.target,
            headers: &headers,
            body: &self.body,
        };
        let keys = Credentials::new(ACCESS, SECRET);
        Authorization::of(&request).is_ok_and(|authorization| {
            let time = authorization.time;
            verify(&request, &authorization, &keys, time, &Policy::STRICT).is_ok()
        })
    }
}

/// The next line; what is not UTF-8 is Latin-1.
fn line(stream: &mut impl BufRead) -> Option<String> {
    let mut bytes = Vec::new();
    stream.read_until(b'\n', &mut bytes).ok()?;
    let text = String::from_utf8(bytes).unwrap_or_else(|error| {
        let bytes = error.as_bytes().iter();
        bytes.map(|byte| char::from(*byte)).collect()
    });
    Some(text.trim_end_matches(['\r', '\n']).to_owned())
}

/// What the service does with a request.
pub(crate) enum Reply {
    /// A status, more headers, a body.
    Answer(u16, Vec<(&'static str, String)>, Vec<u8>),
    /// The connection ends.
    Close,
    /// Nothing for a while.
    Silence,
}

pub(crate) fn json(body: &str) -> Reply {
    Reply::Answer(200, Vec::new(), body.as_bytes().to_vec())
}

pub(crate) fn status(status: u16, body: &str) -> Reply {
    Reply::Answer(status, Vec::new(), body.as_bytes().to_vec())
}

pub(crate) struct Service {
    /// Scheme, address and port.
    pub(crate) host: String,
    received: Arc<Mutex<Vec<Received>>>,
}

impl Service {
    /// Answers each request as `answer` says; it is told how many there were before.
    pub(crate) fn start(answer: impl Fn(&Received, usize) -> Reply + Send + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let host = format!("http://{}", listener.local_addr().unwrap());
        let received = Arc::new(Mutex::new(Vec::new()));
        let kept = Arc::clone(&received);
        // It ends with the test's process.
        thread::spawn(move || {
            for stream in listener.incoming() {
                let Ok(stream) = stream else { return };
                let Some(request) = Received::read(&stream) else {
                    continue;
                };
                let before = kept.lock().unwrap().len();
                let reply = answer(&request, before);
                kept.lock().unwrap().push(request);
                give(stream, reply);
            }
        });
        Self { host, received }
    }

    pub(crate) fn received(&self) -> Vec<Received> {
        self.received.lock().unwrap().clone()
    }
}

fn give(mut stream: TcpStream, reply: Reply) {
    match reply {
        Reply::Close => {}
        Reply::Silence => {
            thread::spawn(move || {
                // Until the client gives up.
                let _ = stream.read_to_end(&mut Vec::new());
            });
        }
        Reply::Answer(..) => {
            let _ = stream.write_all(&bytes(reply));
        }
    }
}

/// An answer as it goes on the wire.
pub(crate) fn bytes(reply: Reply) -> Vec<u8> {
    let Reply::Answer(status, headers, body) = reply else {
        return Vec::new();
    };
    let mut head = format!(
        "HTTP/1.1 {status} X\r\nContent-Length: {}\r\nConnection: close\r\n",
        body.len()
    );
    for (name, value) in headers {
        head.extend([name, ": ", &value, "\r\n"]);
    }
    head.push_str("\r\n");
    [head.into_bytes(), body].concat()
}
