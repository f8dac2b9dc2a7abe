//! Why two signatures differ, in words.

use std::borrow::Cow;
use std::fmt;

/// One difference between what was signed and what arrived.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Cause {
    /// The path was signed in another form: what the sender did.
    Path(Cow<'static, str>),
    /// The path was changed on the way, as a proxy does: what was signed.
    Routed(String),
    /// The query was signed in another form: what the sender did.
    Query(Cow<'static, str>),
    /// The query was changed after it was signed: how.
    Parameter(String),
    /// Another method was signed.
    Method(String),
    /// A header had another value when it was signed.
    Header {
        /// Its name.
        name: String,
        /// The value that was signed; `(not shown)` where it may be secret.
        signed: String,
    },
    /// The names or lines of the headers were written in another way: what the sender did.
    HeaderNames(Cow<'static, str>),
    /// The body was another one: what happened to it.
    Body(&'static str),
    /// The body was signed in chunks.
    Streaming,
    /// A part of the scope was another one.
    Scope {
        /// Which part: `region`, `service` or `day`.
        part: &'static str,
        /// What was used.
        signed: String,
        /// Where it was used.
        place: Place,
    },
    /// Another time was signed than was sent.
    Clock {
        /// By how many seconds the signed time is later than the one sent.
        seconds: i64,
        /// Where it was signed.
        place: Place,
    },
    /// A step was computed in another way: what the sender did.
    Step(&'static str),
    /// The secret was another one: what it was.
    Secret(&'static str),
}

/// Where a value that a signature uses several times was another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Place {
    /// Everywhere but in what was sent.
    Everywhere,
    /// In the signing key only.
    Key,
    /// In the string to sign only.
    StringToSign,
    /// In the canonical request only.
    CanonicalRequest,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Everywhere => "the signature",
            Self::Key => "the signing key alone",
            Self::StringToSign => "the string to sign alone",
            Self::CanonicalRequest => "the canonical request alone",
        })
    }
}

impl Cause {
    /// What to do about it.
    pub fn advice(&self) -> &'static str {
        match self {
            Self::Path(_) | Self::Query(_) => {
                "encode path and query once, then sign and send that same URL"
            }
            Self::Routed(_) => {
                "sign the path that the service sees; a proxy in front must pass it on unchanged"
            }
            Self::Parameter(_) => "complete the query first, then sign it and send it unchanged",
            Self::Method(_) => "sign the method that is sent, in upper case",
            Self::Header { name, .. } if name == "host" => {
                "sign the host that the service sees; a proxy in front must pass Host on unchanged"
            }
            Self::Header { .. } => {
                "do not sign the header, or make sure that nothing changes it on its way"
            }
            Self::HeaderNames(_) => {
                "write the names in lower case, sorted, and the same names in the header lines and \
                 in SignedHeaders"
            }
            Self::Body(_) => "sign exactly the bytes that are sent",
            Self::Streaming => "sign the SHA-256 of the whole body, and send it unchunked",
            Self::Scope { .. } => {
                "use day, region and service of the credential in key and string to sign alike"
            }
            Self::Clock { .. } => {
                "read the clock once, in UTC, and use that time in X-Amz-Date, string to sign and scope"
            }
            Self::Step(_) => "compute that step as in the texts below, which are right",
            Self::Secret(_) => "use exactly the secret key that SQL Account showed",
        }
    }

    /// Whether both change the same thing, so that the second would undo the first.
    pub(super) fn is_of_same_part(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Header { name, .. }, Self::Header { name: other, .. }) => name == other,
            _ => self.part() == other.part(),
        }
    }

    /// Whether it changes the signing key.
    pub(super) fn changes_key(&self) -> bool {
        matches!(self, Self::Scope { .. } | Self::Secret(_) | Self::Step(_))
    }

    /// A number for the part of the signature that it changes.
    fn part(&self) -> u8 {
        match self {
            Self::Path(_) | Self::Routed(_) => 0,
            Self::Query(_) | Self::Parameter(_) => 1,
            Self::Method(_) => 2,
            Self::Header { .. } => 3,
            Self::HeaderNames(_) => 4,
            Self::Body(_) | Self::Streaming => 5,
            // All of them may change the key.
            Self::Scope { .. } | Self::Secret(_) | Self::Step(_) => 6,
            Self::Clock { .. } => 7,
        }
    }
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Path(how) => write!(f, "the path was signed {how}"),
            Self::Routed(path) => write!(f, "the path was `{path}` when it was signed"),
            Self::Query(how) => write!(f, "the query was signed {how}"),
            Self::Parameter(how) => write!(f, "the query was changed after it was signed: {how}"),
            Self::Method(method) => write!(f, "the method was signed as `{method}`"),
            Self::Header { name, signed } if signed.is_empty() => {
                write!(f, "header `{name}` was empty or missing when it was signed")
            }
            Self::Header { name, signed } => {
                write!(f, "header `{name}` was `{signed}` when it was signed")
            }
            Self::HeaderNames(how) => write!(f, "the headers were signed {how}"),
            Self::Body(how) => write!(
                f,
                "the body that was signed differs from the one sent: {how}"
            ),
            Self::Streaming => f.write_str(
                "the body was signed in chunks (STREAMING-…), and not as the bytes that were sent",
            ),
            Self::Scope {
                part,
                signed,
                place,
            } => write!(
                f,
                "{place} is for the {part} `{signed}`, the credential for another one"
            ),
            Self::Clock { seconds, place } if *seconds % 900 == 0 => write!(
                f,
                "the time in {place} is {} h from the X-Amz-Date that was sent (a local time?)",
                hours(*seconds)
            ),
            Self::Clock { seconds, place } => write!(
                f,
                "the time in {place} is {seconds} s from the X-Amz-Date that was sent"
            ),
            Self::Step(how) => write!(f, "a step was computed in another way: {how}"),
            Self::Secret(how) => write!(f, "the secret key was {how}"),
        }
    }
}

/// Hours, with quarters only where there are some.
fn hours(seconds: i64) -> String {
    let minutes = seconds.abs() / 60;
    let sign = if seconds < 0 { "-" } else { "" };
    match minutes % 60 {
        0 => format!("{sign}{}", minutes / 60),
        rest => format!("{sign}{}:{rest:02}", minutes / 60),
    }
}
