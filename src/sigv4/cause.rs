//! Why two signatures differ, in words.

use std::fmt;

/// One difference between what was signed and what arrived.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Cause {
    /// The path was signed in another form: what the sender did.
    Path(&'static str),
    /// The query was signed in another form: what the sender did.
    Query(&'static str),
    /// The method was signed in another case.
    MethodCase,
    /// A header had another value when it was signed.
    Header {
        /// Its name.
        name: String,
        /// The value that was signed.
        signed: String,
    },
    /// The body was another one: what happened to it.
    Body(&'static str),
    /// The key was derived for another region.
    Region(String),
    /// The key was derived for another service.
    Service(String),
    /// Another time was signed than was sent.
    Clock {
        /// By how many seconds the signed time is later than the one sent.
        seconds: i64,
    },
    /// The secret was another one: what it was.
    Secret(&'static str),
}

impl Cause {
    /// What to do about it.
    pub fn advice(&self) -> &'static str {
        match self {
            Self::Path(_) | Self::Query(_) => {
                "encode path and query once, then sign and send that same URL"
            }
            Self::MethodCase => "write the method in upper case, when signing and when sending",
            Self::Header { name, .. } if name == "host" => {
                "sign the host that the service sees; a proxy in front must pass Host on unchanged"
            }
            Self::Header { .. } => {
                "do not sign the header, or make sure that nothing changes it on its way"
            }
            Self::Body(_) => "sign exactly the bytes that are sent",
            Self::Region(_) | Self::Service(_) => {
                "derive the signing key with the region and service of the credential"
            }
            Self::Clock { .. } => "sign with the time in UTC, and send the same text as X-Amz-Date",
            Self::Secret(_) => "use exactly the secret key that SQL Account showed",
        }
    }
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Path(how) => write!(f, "the path was signed {how}"),
            Self::Query(how) => write!(f, "the query was signed {how}"),
            Self::MethodCase => f.write_str("the method was signed in another case"),
            Self::Header { name, signed } => {
                write!(f, "header `{name}` was `{signed}` when it was signed")
            }
            Self::Body(how) => write!(
                f,
                "the body that was signed differs from the one sent: {how}"
            ),
            Self::Region(region) => write!(f, "the key was derived for the region `{region}`"),
            Self::Service(service) => write!(f, "the key was derived for the service `{service}`"),
            Self::Clock { seconds } if *seconds % 3600 == 0 => write!(
                f,
                "the time that was signed is {} h from the X-Amz-Date that was sent (a local time?)",
                seconds / 3600
            ),
            Self::Clock { seconds } => write!(
                f,
                "the time that was signed is {seconds} s from the X-Amz-Date that was sent"
            ),
            Self::Secret(how) => write!(f, "the secret key was {how}"),
        }
    }
}
