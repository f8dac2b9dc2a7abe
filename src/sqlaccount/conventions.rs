//! How the service speaks.

use serde_json::{Value, json};

use crate::catalogue::{
    Answers, Applies, Conventions, ErrorCase, Operation, Paging, PdfRequest, Rename,
};

/// Pages of 50, records in `data`, and a prefix for user-defined fields.
pub(super) const CONVENTIONS: Conventions = Conventions {
    paging: Paging::Offset {
        parameter: "offset",
        size: 50,
        echo: Some(("pagination", "offset")),
    },
    list_parameters: &["limit"],
    // The period is switched on, so that a first Send shows something.
    sent_parameters: &["selectdate", "datefrom", "dateto"],
    answers: Answers {
        records: Some("data"),
        get_is_list: true,
        created: 200,
        deleted: 200,
        deleted_body: "\"OK\"",
    },
    errors: ERRORS,
    error_body,
    pdf: PdfRequest {
        header: "Content-Type",
        prefix: "application/pdf;template=",
        placeholder: "Your Report Name",
    },
    missing_field: MISSING_FIELD,
    empty_body: Some("the body is empty, on which the service has been seen to crash"),
    own_fields: Some("udf_"),
    renames: &[
        Rename {
            build: "6.2026.1097.902",
            from: "irbm_status",
            to: "ta_status",
        },
        Rename {
            build: "6.2026.1097.902",
            from: "irbm_uuid",
            to: "ta_uuid",
        },
    ],
};

const MISSING_FIELD: &str = "MainDataSet: Dataset not in edit or insert mode";

const ERRORS: &[ErrorCase] = &[
    ErrorCase {
        name: "Invalid signature",
        status: 401,
        message: "Invalid signature",
        operations: &[],
        applies: Applies::Always,
    },
    ErrorCase {
        name: "Missing field or unknown code",
        status: 500,
        message: MISSING_FIELD,
        operations: &[Operation::Create],
        applies: Applies::Always,
    },
    ErrorCase {
        name: "Record has been changed by another user",
        status: 400,
        message: "Record has been changed by another user",
        operations: &[Operation::Update],
        applies: Applies::WithCounter,
    },
    ErrorCase {
        name: "No record found",
        status: 400,
        message: "No record found",
        operations: &[
            Operation::Get,
            Operation::Pdf,
            Operation::Update,
            Operation::Delete,
        ],
        applies: Applies::WithKey,
    },
];

/// The shape of an error's body is not documented; clients read this one.
fn error_body(status: u16, message: &str) -> Value {
    json!({ "error": { "code": status, "message": message } })
}
