//! One signed request to the service itself, over the network as any other client's.

use std::io;
use std::time::{Duration, SystemTime};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use super::super::service::Parts;
use crate::sigv4::{Credentials, Request, SignatureLocation, Signing, Timestamp, sign};

/// The time limit for the whole exchange.
const LONGEST: Duration = Duration::from_secs(10);
/// More than the head of any answer.
const HEAD: u64 = 16 << 10;

/// The status and its words, such as `200 OK`.
pub(super) async fn connect(parts: &Parts, credentials: &Credentials) -> io::Result<String> {
    let host = parts.address.trim_start_matches("http://");
    let request = Request {
        method: "GET",
        target: "/healthcheck",
        headers: &[("Host", host), ("Connection", "close")],
        body: b"",
    };
    let now: SystemTime = (parts.system.now)();
    let signing = Signing {
        credentials,
        region: parts.catalogue.service.region,
        service: parts.catalogue.service.name,
        time: Timestamp::from(now),
        location: SignatureLocation::Header,
    };
    let signed = sign(&request, &signing).map_err(io::Error::other)?;
    let mut head = format!("GET {} HTTP/1.1\r\n", signed.target);
    for (name, value) in &signed.headers {
        head.extend([name, ": ", value, "\r\n"]);
    }
    head.push_str("\r\n");
    let asked = async {
        let mut stream = TcpStream::connect(host).await?;
        stream.write_all(head.as_bytes()).await?;
        let mut answer = Vec::new();
        stream.take(HEAD).read_to_end(&mut answer).await?;
        Ok(answer)
    };
    let answer = tokio::time::timeout(LONGEST, asked)
        .await
        .unwrap_or_else(|_| Err(io::Error::from(io::ErrorKind::TimedOut)))?;
    let line = String::from_utf8_lossy(&answer);
    let line = line.lines().next().unwrap_or_default();
    let status = line.strip_prefix("HTTP/1.1 ").map(ToOwned::to_owned);
    status.ok_or_else(|| io::Error::from(io::ErrorKind::InvalidData))
}
