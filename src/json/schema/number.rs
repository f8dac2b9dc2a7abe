//! Numbers for `jsonschema`.

use std::borrow::Cow;

use jsonschema::json::JsonNumber;
use serde_json::Number as Serde;

use crate::json::number;

/// A number of the tape, as it is written.
#[derive(Clone, Copy, Debug)]
pub struct NumberNode<'d>(&'d str);

impl<'d> NumberNode<'d> {
    pub(super) fn new(text: &'d str) -> Self {
        Self(text)
    }
}

impl JsonNumber for NumberNode<'_> {
    fn as_u64(&self) -> Option<u64> {
        number::as_u64(self.0)
    }

    fn as_i64(&self) -> Option<i64> {
        number::as_i64(self.0)
    }

    fn as_f64(&self) -> Option<f64> {
        number::as_f64(self.0)
    }

    fn as_str(&self) -> Cow<'_, str> {
        Cow::Borrowed(self.0)
    }

    fn to_number(&self) -> Cow<'_, Serde> {
        // The parser accepts no number that serde_json refuses.
        Cow::Owned(self.0.parse().unwrap_or_else(|_| Serde::from(0)))
    }
}
