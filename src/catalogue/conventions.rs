use serde_json::{Value, json};

use super::{Operation, Resource};

/// How a service speaks: what its lists, answers and errors look like.
#[derive(Clone, Copy, Debug)]
pub struct Conventions {
    /// How long lists are paged.
    pub paging: Paging,
    /// Parameters that every list takes besides its filters and the paging parameter.
    pub list_parameters: &'static [&'static str],
    /// Parameters of reports that the generated requests send; the others are listed but disabled.
    pub sent_parameters: &'static [&'static str],
    /// The response when a request succeeds.
    pub answers: Answers,
    /// The errors in the generated examples, in order.
    pub errors: &'static [ErrorCase],
    /// Makes the JSON body of an error from its status and message.
    pub error_body: fn(u16, &str) -> Value,
    /// How to request a record as a PDF.
    pub pdf: PdfRequest,
    /// The response to a missing required field.
    pub missing_field: &'static str,
    /// The response to an empty body, if the service refuses one.
    pub empty_body: Option<&'static str>,
    /// The prefix of the names of user-defined fields; `None` where none can be
    /// added.
    pub own_fields: Option<&'static str>,
    /// Fields that the service has renamed; examples have them by their old names.
    pub renames: &'static [Rename],
}

/// A field that has another name since a build of the service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rename {
    /// The first build with the new name.
    pub build: &'static str,
    /// The old name.
    pub from: &'static str,
    /// The new name.
    pub to: &'static str,
}

impl Conventions {
    /// Lists are bare arrays without pages, records are bare objects, no errors are documented.
    pub const PLAIN: Self = Self {
        paging: Paging::None,
        list_parameters: &[],
        sent_parameters: &[],
        answers: Answers::PLAIN,
        errors: &[],
        error_body,
        pdf: PdfRequest {
            header: "Accept",
            prefix: "application/pdf",
            placeholder: "",
        },
        missing_field: "A required field is missing",
        empty_body: None,
        own_fields: None,
        renames: &[],
    };

    /// Whether `name` is that of a user-defined field.
    pub fn is_own_field(&self, name: &str) -> bool {
        self.own_fields
            .is_some_and(|prefix| name.starts_with(prefix))
    }

    /// Whether `name` is that of one of `known` in another build.
    pub fn is_other_name(&self, name: &str, known: &[&str]) -> bool {
        let mut renames = self.renames.iter();
        renames.any(|Rename { from, to, .. }| {
            (*to == name && known.contains(from)) || (*from == name && known.contains(to))
        })
    }
}

fn error_body(_: u16, message: &str) -> Value {
    json!({ "message": message })
}

/// How long lists are paged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paging {
    /// No paging: a list has all records.
    None,
    /// A parameter says how many records to skip. A page that is not full is the last one.
    Offset {
        /// The parameter.
        parameter: &'static str,
        /// The maximum number of records per page.
        size: u32,
        /// Where the answer repeats the offset: a member, and the member in it.
        echo: Option<(&'static str, &'static str)>,
    },
    /// A parameter has the page's number. A page that is not full is the last one.
    Number {
        /// The parameter.
        parameter: &'static str,
        /// The maximum number of records per page.
        size: u32,
        /// The number of the first page.
        first: u32,
    },
    /// A parameter has the token from the previous page. A page without one is the last.
    Token {
        /// The parameter.
        parameter: &'static str,
        /// The maximum number of records per page.
        size: u32,
        /// The member of the answer that has the token of the next page.
        member: &'static str,
    },
}

impl Paging {
    /// The parameter that chooses the page.
    pub fn parameter(self) -> Option<&'static str> {
        match self {
            Self::None => None,
            Self::Offset { parameter, .. }
            | Self::Number { parameter, .. }
            | Self::Token { parameter, .. } => Some(parameter),
        }
    }

    /// The maximum number of records per page.
    pub fn size(self) -> Option<u32> {
        match self {
            Self::None => None,
            Self::Offset { size, .. } | Self::Number { size, .. } | Self::Token { size, .. } => {
                Some(size)
            }
        }
    }

    /// The parameter's value for the first page; `None` where it is left out.
    pub fn first(self) -> Option<u32> {
        match self {
            Self::None | Self::Token { .. } => None,
            Self::Offset { .. } => Some(0),
            Self::Number { first, .. } => Some(first),
        }
    }
}

/// The responses of a service when a request succeeds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answers {
    /// The member that has the records of a list; `None` where a list is an array.
    pub records: Option<&'static str>,
    /// Whether a read by key also returns a list, with the one record in it.
    pub get_is_list: bool,
    /// The status of a create.
    pub created: u16,
    /// The status of a delete.
    pub deleted: u16,
    /// The body of a delete, as JSON; empty for none.
    pub deleted_body: &'static str,
}

impl Answers {
    /// Bare arrays and bare records; a create is 201, a delete 204.
    pub const PLAIN: Self = Self {
        records: None,
        get_is_list: false,
        created: 201,
        deleted: 204,
        deleted_body: "",
    };
}

/// An error that the generated examples show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ErrorCase {
    /// The example's name.
    pub name: &'static str,
    /// The status.
    pub status: u16,
    /// The message.
    pub message: &'static str,
    /// The operations that can fail with it; empty for all.
    pub operations: &'static [Operation],
    /// Which requests of these operations can fail with it.
    pub applies: Applies,
}

/// Which requests can fail with an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Applies {
    /// All.
    Always,
    /// Requests to resources whose records count their changes.
    WithCounter,
    /// Requests to resources whose records have a key.
    WithKey,
}

impl ErrorCase {
    /// Whether `operation` of `resource`, whose records may count their changes, can fail with it.
    pub fn applies_to(&self, resource: &Resource, operation: Operation, counts: bool) -> bool {
        let applies = match self.applies {
            Applies::Always => true,
            Applies::WithCounter => counts,
            Applies::WithKey => resource.key.is_some(),
        };
        applies && (self.operations.is_empty() || self.operations.contains(&operation))
    }
}

/// How a record is asked for as a PDF: by a header that may name the template that prints it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PdfRequest {
    /// The header.
    pub header: &'static str,
    /// Its value; the template's name follows.
    pub prefix: &'static str,
    /// The template that generated requests name where none is known.
    pub placeholder: &'static str,
}
