/// Which field identifies a record in `/<resource>/<key>`, and where its value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key {
    /// The name of the field.
    pub field: &'static str,
    /// Where its value comes from.
    pub kind: KeyKind,
}

/// Where the value of a key comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyKind {
    /// The caller chooses it: a business code.
    Chosen,
    /// The service assigns a number.
    Number,
    /// The service assigns text, such as a UUID.
    Text,
}

impl Key {
    /// A key that the caller chooses.
    pub const fn chosen(field: &'static str) -> Self {
        Self {
            field,
            kind: KeyKind::Chosen,
        }
    }

    /// A number that the service assigns.
    pub const fn number(field: &'static str) -> Self {
        Self {
            field,
            kind: KeyKind::Number,
        }
    }

    /// A text that the service assigns, such as a UUID.
    pub const fn text(field: &'static str) -> Self {
        Self {
            field,
            kind: KeyKind::Text,
        }
    }

    /// Whether the caller chooses it; otherwise the service assigns it.
    pub fn is_chosen(self) -> bool {
        self.kind == KeyKind::Chosen
    }

    /// Whether it is a number.
    pub fn is_number(self) -> bool {
        self.kind == KeyKind::Number
    }
}
