use serde_json::json;

use crate::sandbox::database::DatabaseError;

use super::Answer;

/// The format of errors. That of the real service is not documented; clients in the field read
/// `error.message`, then `error`, then `message`, and logs show plain text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ErrorShape {
    /// `{"error":{"code":400,"message":"…"}}`.
    #[default]
    Object,
    /// `{"message":"…"}`.
    Message,
    /// The text as a JSON string.
    Text,
    /// Plain text.
    Plain,
}

/// The error in a response.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct ApiError {
    /// The HTTP status.
    pub status: u16,
    /// What is wrong, where, and what to do.
    pub message: String,
}

impl ApiError {
    /// The client's mistake.
    pub(crate) fn bad(message: impl Into<String>) -> Self {
        Self {
            status: 400,
            message: message.into(),
        }
    }

    /// What the real service answers with status 500, although the client is at fault.
    pub(crate) fn failed(message: impl Into<String>) -> Self {
        Self {
            status: 500,
            message: message.into(),
        }
    }

    /// The record, or one that it refers to, does not exist.
    pub(crate) fn not_found(what: &str) -> Self {
        Self::bad(format!("No record found: {what}"))
    }

    /// The error as the service writes it.
    pub fn answer(&self, shape: ErrorShape) -> Answer {
        let Self { status, message } = self;
        let json = |body: serde_json::Value| Answer::json(*status, body.to_string());
        let answer = match shape {
            ErrorShape::Object => json(json!({"error": {"code": status, "message": message}})),
            ErrorShape::Message => json(json!({ "message": message })),
            ErrorShape::Text => json(json!(message)),
            ErrorShape::Plain => Answer {
                status: *status,
                content_type: "text/plain; charset=utf-8",
                body: message.clone().into_bytes(),
                reason: None,
                tolerated: Vec::new(),
            },
        };
        Answer {
            reason: Some(message.clone()),
            ..answer
        }
    }
}

impl From<DatabaseError> for ApiError {
    /// Errors of the database are for the log, not for clients.
    fn from(error: DatabaseError) -> Self {
        if matches!(error, DatabaseError::Full) {
            tracing::error!("the disk is full");
            return Self {
                status: 507,
                message: "the disk of the service is full".to_owned(),
            };
        }
        let busy = matches!(error, DatabaseError::Stopped);
        tracing::error!(error = &error as &dyn std::error::Error, "database");
        Self {
            status: if busy { 503 } else { 500 },
            message: if busy {
                "the service is busy; try again".to_owned()
            } else {
                "the service cannot reach its records".to_owned()
            },
        }
    }
}
