//! Requests, signed or not, as bytes on a socket.

use std::fmt::Write as _;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, SystemTime};

use sqlacc_postman::sigv4::{Credentials, Request, SignatureLocation, Signing, Timestamp, sign};

/// How long a test waits for what has to come: it matters only where the sandbox hangs.
pub(crate) const PATIENCE: Duration = Duration::from_mins(1);

/// An answer, read to its end.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: String,
}

impl Answer {
    /// The value of a header.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| {
            let (other, value) = line.split_once(':')?;
            other.eq_ignore_ascii_case(name).then(|| value.trim())
        })
    }

    /// The names of the headers.
    pub(crate) fn header_names(&self) -> Vec<&str> {
        let lines = self.head.lines().skip(1);
        lines
            .filter_map(|line| Some(line.split_once(':')?.0))
            .collect()
    }
}

/// A request that can be signed, changed and sent.
#[derive(Clone)]
pub(crate) struct Call {
    pub(crate) method: String,
    pub(crate) target: String,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Call {
    pub(crate) fn new(method: &str, target: &str, host: &str) -> Self {
        Self {
            method: method.to_owned(),
            target: target.to_owned(),
            headers: vec![("Host".to_owned(), host.to_owned())],
            body: Vec::new(),
        }
    }

    pub(crate) fn with(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    pub(crate) fn body(mut self, body: &str) -> Self {
        self.body = body.as_bytes().to_vec();
        self
    }

    /// Signed `late` seconds from now, in the header or in the query.
    pub(crate) fn signed_at(
        self,
        credentials: &Credentials,
        late: i64,
        location: SignatureLocation,
    ) -> Self {
        let time = Timestamp::from(SystemTime::now()).shifted(late);
        self.signed_for(credentials, time, location, "ap-southeast-5", "sqlaccount")
    }

    pub(crate) fn signed_for(
        self,
        credentials: &Credentials,
        time: Timestamp,
        location: SignatureLocation,
        region: &str,
        service: &str,
    ) -> Self {
        let headers: Vec<(&str, &str)> = self
            .headers
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        let request = Request {
            method: &self.method,
            target: &self.target,
            headers: &headers,
            body: &self.body,
        };
        let signing = Signing {
            credentials,
            region,
            service,
            time,
            location,
        };
        let signed = sign(&request, &signing).unwrap();
        Self {
            target: signed.target,
            headers: signed.headers,
            ..self
        }
    }

    pub(crate) fn signed(self, credentials: &Credentials) -> Self {
        self.signed_at(credentials, 0, SignatureLocation::Header)
    }

    /// The bytes; a body has its length.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut head = format!("{} {} HTTP/1.1\r\n", self.method, self.target);
        for (name, value) in &self.headers {
            write!(head, "{name}: {value}\r\n").unwrap();
        }
        if !self.body.is_empty() {
            write!(head, "Content-Length: {}\r\n", self.body.len()).unwrap();
        }
        head.push_str("Connection: close\r\n\r\n");
        [head.as_bytes(), &self.body].concat()
    }

    pub(crate) fn send(&self, address: &str) -> Answer {
        exchange(address, &self.bytes())
    }
}

/// A connection that waits for no answer longer than [`PATIENCE`].
pub(crate) fn connect(address: &str) -> TcpStream {
    let stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    stream.set_write_timeout(Some(PATIENCE)).unwrap();
    stream
}

/// Sends `bytes` and reads to the end.
pub(crate) fn exchange(address: &str, bytes: &[u8]) -> Answer {
    let mut stream = connect(address);
    // A server that has refused may close before all is sent.
    let _ = stream.write_all(bytes);
    answer(&mut stream)
}

/// What is answered until the connection ends; status 0 when nothing is.
pub(crate) fn answer(stream: &mut TcpStream) -> Answer {
    let mut bytes = Vec::new();
    let mut part = [0; 8192];
    while let Ok(read @ 1..) = stream.read(&mut part) {
        bytes.extend(&part[..read]);
    }
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
    let status = head
        .split(' ')
        .nth(1)
        .and_then(|status| status.parse().ok());
    Answer {
        status: status.unwrap_or(0),
        head: head.to_owned(),
        body: body.to_owned(),
    }
}
