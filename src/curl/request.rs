//! What a command line has curl send.

/// What a command line has curl send.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct CurlRequest {
    /// The method.
    pub method: String,
    /// The whole URL, with its scheme.
    pub url: String,
    /// Names and values. What curl adds by itself, such as `User-Agent`, is not here.
    pub headers: Vec<(String, String)>,
    /// The body, if there is one; an empty body is one, too.
    pub body: Option<CurlBody>,
}

/// The body of a [`CurlRequest`].
#[derive(Clone, PartialEq, Eq)]
pub enum CurlBody {
    /// The body itself.
    Bytes(Vec<u8>),
    /// The name of a file that curl reads when the command is run. [`CurlRequest::parse`] reads
    /// it and gives its bytes.
    File(String),
}

impl CurlRequest {
    /// Whether there is a header of this name.
    pub fn has_header(&self, name: &str) -> bool {
        self.headers
            .iter()
            .any(|(other, _)| other.eq_ignore_ascii_case(name))
    }
}
