/// An HTTP method of the service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Read.
    Get,
    /// Create.
    Post,
    /// Change.
    Put,
    /// Delete.
    Delete,
}

impl Method {
    /// The method as it stands in a request line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Delete => "DELETE",
        }
    }
}

/// One thing that can be done with a resource: one request of its folder.
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
    /// `PUT /<resource>/<key>`.
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

    /// The HTTP method.
    pub fn method(self) -> Method {
        match self {
            Self::Create => Method::Post,
            Self::List | Self::Get | Self::Details | Self::Pdf => Method::Get,
            Self::Update => Method::Put,
            Self::Delete => Method::Delete,
        }
    }

    /// Whether its request has a body.
    pub fn has_body(self) -> bool {
        matches!(self, Self::Create | Self::Update)
    }
}
