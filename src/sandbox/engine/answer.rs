/// A response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The header `Content-Type`.
    pub content_type: &'static str,
    /// The body.
    pub body: Vec<u8>,
    /// Why the request was refused.
    pub reason: Option<String>,
    /// What was accepted although it is not documented, for the log.
    pub tolerated: Vec<String>,
}

impl Answer {
    /// JSON.
    pub fn json(status: u16, body: String) -> Self {
        Self {
            status,
            content_type: "application/json",
            body: body.into_bytes(),
            reason: None,
            tolerated: Vec::new(),
        }
    }
}
