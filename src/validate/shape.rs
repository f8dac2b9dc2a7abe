//! Which members the objects of a collection have: the schema's, and those that Postman writes
//! beside them.

use crate::json::Value;

/// The members of an object.
pub(crate) struct Shape {
    /// What it is, with its article.
    pub(crate) what: &'static str,
    /// The names of its members.
    pub(crate) known: &'static [&'static str],
    /// Those of its members that are such objects, or lists of them.
    pub(crate) inner: &'static [(&'static str, &'static Shape)],
}

/// A collection, without its items.
pub(crate) const COLLECTION: Shape = Shape {
    what: "a collection",
    known: &[
        "info",
        "item",
        "event",
        "variable",
        "auth",
        "protocolProfileBehavior",
    ],
    inner: &[("info", &INFO), ("event", &EVENT), ("variable", &VARIABLE)],
};

const INFO: Shape = Shape {
    what: "`info`",
    known: &["name", "description", "schema", "version"],
    inner: &[],
};

/// A folder, without its entries.
#[rustfmt::skip]
pub(crate) const FOLDER: Shape = Shape {
    what: "a folder",
    known: &["id", "name", "description", "variable", "item", "event", "auth", "protocolProfileBehavior"],
    inner: &[("event", &EVENT), ("variable", &VARIABLE)],
};

/// The entry that a request is in.
#[rustfmt::skip]
pub(crate) const ENTRY: Shape = Shape {
    what: "a request's entry",
    known: &["id", "name", "description", "variable", "event", "request", "response", "protocolProfileBehavior"],
    inner: &[
        ("event", &EVENT), ("variable", &VARIABLE), ("request", &REQUEST), ("response", &RESPONSE),
    ],
};

/// Behaviour inside a request is misplaced, which another rule says.
#[rustfmt::skip]
const REQUEST: Shape = Shape {
    what: "a request",
    known: &[
        "url", "auth", "proxy", "certificate", "method", "description", "header", "body",
        "protocolProfileBehavior",
    ],
    inner: &[("url", &URL), ("header", &PARAMETER), ("body", &BODY)],
};

#[rustfmt::skip]
const URL: Shape = Shape {
    what: "a URL",
    known: &["raw", "protocol", "auth", "host", "path", "port", "query", "hash", "variable"],
    inner: &[("query", &PARAMETER), ("variable", &VARIABLE)],
};

/// A header, a query parameter or a field of a form; flags of environments are another rule's.
#[rustfmt::skip]
const PARAMETER: Shape = Shape {
    what: "a parameter",
    known: &[
        "key", "value", "disabled", "description", "type", "src", "contentType", "fileName", "name",
        "equals", "system", "enabled", "uuid",
    ],
    inner: &[],
};

#[rustfmt::skip]
const BODY: Shape = Shape {
    what: "a body",
    known: &["mode", "raw", "urlencoded", "formdata", "file", "graphql", "options", "disabled"],
    inner: &[("urlencoded", &PARAMETER), ("formdata", &PARAMETER)],
};

#[rustfmt::skip]
const VARIABLE: Shape = Shape {
    what: "a variable",
    known: &[
        "id", "key", "value", "type", "name", "description", "system", "disabled", "enabled",
        "secret", "source",
    ],
    inner: &[],
};

const EVENT: Shape = Shape {
    what: "an event",
    known: &["id", "listen", "script", "disabled"],
    inner: &[("script", &SCRIPT)],
};

const SCRIPT: Shape = Shape {
    what: "a script",
    known: &["id", "type", "exec", "src", "name", "packages", "requests"],
    inner: &[],
};

#[rustfmt::skip]
const RESPONSE: Shape = Shape {
    what: "an example",
    known: &[
        "id", "name", "originalRequest", "responseTime", "timings", "header", "cookie", "body",
        "status", "code", "description",
    ],
    inner: &[("originalRequest", &REQUEST), ("header", &PARAMETER)],
};

impl Shape {
    /// Calls `visit` with every object that `value`, of this shape or a list of such, consists of.
    pub(crate) fn walk<'d>(
        &'static self,
        value: Value<'d>,
        visit: &mut dyn FnMut(&Shape, Value<'d>),
    ) {
        for element in value.elements() {
            self.walk_object(element, visit);
        }
        self.walk_object(value, visit);
    }

    fn walk_object<'d>(&'static self, object: Value<'d>, visit: &mut dyn FnMut(&Shape, Value<'d>)) {
        visit(self, object);
        for entry in object.entries() {
            let inner = self.inner.iter().find(|(name, _)| entry.key() == *name);
            if let Some((_, shape)) = inner {
                shape.walk(entry.value(), visit);
            }
        }
    }
}
