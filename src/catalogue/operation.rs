/// An HTTP method of the service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Read.
    Get,
    /// Create.
    Post,
    /// Change.
    Put,
    /// Change, in an API that uses PATCH.
    Patch,
    /// Delete.
    Delete,
}

impl Method {
    /// Everything that can be done with a record, changed with PUT.
    pub const ALL: &[Self] = &[Self::Get, Self::Post, Self::Put, Self::Delete];
    /// Reading only.
    pub const READ: &[Self] = &[Self::Get];

    /// The method as a request line has it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
        }
    }
}

/// One thing that can be done with a resource; one request of its folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Operation {
    /// `POST /<resource>`.
    Create,
    /// `GET /<resource>?offset=n`: master fields of many records; for a report its rows.
    List,
    /// `GET /<resource>/<key>`: one whole record.
    Get,
    /// `GET /<resource>/*?field=value`: whole records by an indexed field.
    Details,
    /// `GET /<resource>/<key>` with a PDF content type; for a report `GET /<resource>/?…`.
    Pdf,
    /// `PUT /<resource>/<key>`, or PATCH.
    Update,
    /// `DELETE /<resource>/<key>`.
    Delete,
}

impl Operation {
    /// Its name, as the request in a resource's folder is called.
    pub fn title(self) -> &'static str {
        match self {
            Self::Create => "Create",
            Self::List => "List",
            Self::Get => "Get",
            Self::Details => "Details",
            Self::Pdf => "PDF",
            Self::Update => "Update",
            Self::Delete => "Delete",
        }
    }

    /// Whether its request has a body.
    pub fn has_body(self) -> bool {
        matches!(self, Self::Create | Self::Update)
    }
}
