//! The members of a body's record and of its rows, with what the catalogue knows of them.

use std::borrow::Cow;
use std::ops::Range;

use super::Endpoint;
use crate::catalogue::{Conventions, Detail, Method, Resource};
use crate::json::{Document, Kind, Value};
use crate::postman::effective::json_body::{Comments, mask_variables};
use crate::postman::view::{Body, Request};

/// A member of a record, or of a row in it.
#[derive(Debug)]
pub(crate) struct Member<'m> {
    /// Its name in lower case, as the service reads it.
    pub(crate) key: &'m str,
    /// Where the key is in the body's text.
    pub(crate) span: Range<usize>,
    /// The arrays that its row is in, outermost first; none for the record's own members.
    pub(crate) arrays: &'m [&'static Detail],
    /// Whether the catalogue has it, or cannot tell: user-defined fields, new names, variables.
    pub(crate) is_known: bool,
}

/// The JSON of the record that `request` writes to its resource, where its fields are documented.
pub(crate) fn record_text<'d>(endpoint: &Endpoint, request: &Request<'d>) -> Option<Value<'d>> {
    let writes = matches!(
        endpoint.method,
        Some(Method::Post | Method::Put | Method::Patch)
    );
    if !writes || !endpoint.resource.body_documented {
        return None;
    }
    let body = request.body().filter(|body| !body.is_disabled());
    let body = body.filter(|body| body.mode().is_none_or(|mode| mode == "raw"));
    body.and_then(Body::raw)
}

/// Calls `each` for the members of the record in `text`; `false` where it is not JSON.
pub(crate) fn members(
    conventions: &Conventions,
    resource: &Resource,
    text: &str,
    each: &mut dyn FnMut(&Member),
) -> bool {
    let Some(masked) = mask_variables(text, Comments::Allowed) else {
        return false;
    };
    let Ok(document) = Document::from_text(&masked) else {
        return false;
    };
    let mut walk = Walk {
        conventions,
        resource,
        text,
        arrays: Vec::new(),
        each,
    };
    walk.record(document.root());
    true
}

/// The fields and arrays of a record of `resource`, or of a row of `detail`.
pub(crate) fn known_fields<'c>(
    resource: &'c Resource,
    detail: Option<&'static Detail>,
) -> Vec<&'c str> {
    let arrays = detail.map_or(resource.details, |detail| detail.details);
    let arrays = arrays.iter().map(|array| array.name);
    match detail {
        None => resource
            .fields()
            .map(|field| field.name.as_ref())
            .chain(arrays)
            .collect(),
        Some(detail) => {
            let fields = resource.row_fields(detail);
            fields
                .map(|field| field.name.as_ref())
                .chain(arrays)
                .collect()
        }
    }
}

struct Walk<'w> {
    conventions: &'w Conventions,
    resource: &'w Resource,
    /// The body as it is written, variables and all.
    text: &'w str,
    arrays: Vec<&'static Detail>,
    each: &'w mut dyn FnMut(&Member),
}

impl Walk<'_> {
    /// Goes no deeper than the catalogue's arrays.
    fn record(&mut self, record: Value) {
        let detail = self.arrays.last().copied();
        let arrays = detail.map_or(self.resource.details, |detail| detail.details);
        for entry in record.entries() {
            let key = entry.key().to_ascii_lowercase();
            let array = arrays.iter().find(|array| array.name == key);
            let span = entry.key_span();
            let is_known = array.is_some() || self.knows(detail, &key, &span);
            (self.each)(&Member {
                key: &key,
                span,
                arrays: &self.arrays,
                is_known,
            });
            let Some(array) = array else { continue };
            self.arrays.push(array);
            let rows = entry.value();
            for row in rows.elements().filter(|row| row.kind() == Kind::Object) {
                self.record(row);
            }
            self.arrays.pop();
        }
    }

    fn knows(&self, detail: Option<&'static Detail>, key: &str, span: &Range<usize>) -> bool {
        let resource = self.resource;
        let is_field = match detail {
            None => resource.field(key).is_some(),
            Some(detail) => resource.row_fields(detail).any(|field| field.name == key),
        };
        let written = || self.text.get(span.clone()).unwrap_or_default();
        is_field
            || self.conventions.is_own_field(key)
            || written().contains("{{")
            || self
                .conventions
                .is_other_name(key, &known_fields(resource, detail))
    }
}

impl Member<'_> {
    /// Its path: `code`, `sdsdocdetail[].itemcode`.
    pub(crate) fn path(&self) -> Cow<'_, str> {
        if self.arrays.is_empty() {
            return Cow::Borrowed(self.key);
        }
        let arrays = self.arrays.iter().map(|array| format!("{}[].", array.name));
        Cow::Owned(arrays.collect::<String>() + self.key)
    }
}
