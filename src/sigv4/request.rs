//! A request, as it is on the wire.

/// Method, target, headers and body, as sent or as received.
///
/// It has no `Debug`, because a header may contain a session token.
#[derive(Clone, Copy)]
pub struct Request<'a> {
    /// The method, signed in the case that it is written in.
    pub method: &'a str,
    /// Path and query, as in the request line.
    pub target: &'a str,
    /// Names and values in the order of the wire; names in any case.
    pub headers: &'a [(&'a str, &'a str)],
    /// The body's bytes; empty for none.
    pub body: &'a [u8],
}

impl<'a> Request<'a> {
    /// The target up to its first `?`.
    pub fn path(&self) -> &'a str {
        self.target
            .split_once('?')
            .map_or(self.target, |(path, _)| path)
    }

    /// The target after its first `?`; empty without one.
    pub fn query(&self) -> &'a str {
        self.target.split_once('?').map_or("", |(_, query)| query)
    }

    /// The values of all headers of that name.
    pub fn header(&self, name: &str) -> impl Iterator<Item = &'a str> {
        let headers = self.headers.iter();
        headers
            .filter(move |(other, _)| other.eq_ignore_ascii_case(name))
            .map(|(_, value)| *value)
    }
}
