use crate::catalogue::{Conventions, Detail, Method, Resource, UnknownName};
use crate::json::{Document, Entry, Kind, Value};
use crate::postman::effective::json_body::{Comments, OffsetMap, mask_variables};
use crate::postman::view::Body;
use crate::validate::endpoint::Endpoint;
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, RequestContext, Sink};

rule! {
    /// A body has an unknown field.
    ///
    /// ## What it does
    ///
    /// Reports members of the JSON body of a POST or PUT that are neither fields nor detail arrays
    /// of the resource, including the rows of those arrays. User-defined fields (`udf_…`) and
    /// resources without documented bodies are allowed.
    ///
    /// ## Why it matters
    ///
    /// The service ignores a misspelt field and uses the default: the record is saved without the
    /// intended value.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "code": "A", "descripton": "Agent A" }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "code": "A", "description": "Agent A" }
    /// ```
    CATALOGUE_BODY_FIELD_UNKNOWN {
        id: "catalogue-body-field-unknown",
        group: Catalogue,
        severity: Warning,
        profile: Run,
        fixable: No,
        check: Request(check),
    }
}

fn check<'d>(context: &Context<'d>, sent: &RequestContext<'_, 'd>, sink: &mut Sink<'d>) {
    let Some(catalogue) = context.catalogue() else {
        return;
    };
    let body = sent.request.body().filter(|body| !body.is_disabled());
    let body = body.filter(|body| body.mode().is_none_or(|mode| mode == "raw"));
    let Some(raw) = body.and_then(Body::raw) else {
        return;
    };
    let Some(endpoint) = Endpoint::of(context, sent) else {
        return;
    };
    let writes = matches!(
        endpoint.method,
        Some(Method::Post | Method::Put | Method::Patch)
    );
    if !writes || !endpoint.resource.body_documented {
        return;
    }
    let Some(text) = raw.as_str() else {
        return;
    };
    let Some(masked) = mask_variables(&text, Comments::Allowed) else {
        return;
    };
    let Ok(document) = Document::from_text(&masked) else {
        return;
    };
    let mut bodies = Bodies {
        text: &text,
        conventions: &catalogue.conventions,
        resource: endpoint.resource,
        raw,
        places: OffsetMap::new(raw),
        sink,
    };
    bodies.record(document.root());
}

/// Looks through one body.
struct Bodies<'s, 'd> {
    /// The body as it is written, variables and all.
    text: &'s str,
    conventions: &'d Conventions,
    resource: &'d Resource,
    raw: Value<'d>,
    places: OffsetMap<'d>,
    sink: &'s mut Sink<'d>,
}

impl Bodies<'_, '_> {
    fn record(&mut self, record: Value) {
        let resource = self.resource;
        let details = resource.details;
        for entry in record.entries() {
            let key = entry.key().to_ascii_lowercase();
            if let Some(detail) = details.iter().find(|detail| detail.name == key) {
                self.rows(detail, entry.value());
            } else if resource.field(&key).is_none() {
                let fields = resource.fields().map(|field| field.name.as_ref());
                let known = fields.chain(details.iter().map(|detail| detail.name));
                self.unknown(
                    entry,
                    &key,
                    &format!("`{}`", resource.path),
                    &known.collect::<Vec<_>>(),
                );
            }
        }
    }

    fn rows(&mut self, detail: &'static Detail, rows: Value) {
        for row in rows.elements().filter(|row| row.kind() == Kind::Object) {
            self.row(detail, row);
        }
    }

    fn row(&mut self, detail: &'static Detail, row: Value) {
        let resource = self.resource;
        for entry in row.entries() {
            let key = entry.key().to_ascii_lowercase();
            if let Some(inner) = detail.details.iter().find(|inner| inner.name == key) {
                self.rows(inner, entry.value());
            } else if !resource.row_fields(detail).any(|field| field.name == key) {
                let fields = resource.row_fields(detail).map(|field| field.name.as_ref());
                let known = fields.chain(detail.details.iter().map(|inner| inner.name));
                let place = format!("a row of `{}`", detail.name);
                self.unknown(entry, &key, &place, &known.collect::<Vec<_>>());
            }
        }
    }

    fn unknown(&mut self, entry: Entry, key: &str, place: &str, known: &[&str]) {
        let written = self.text.get(entry.key_span()).unwrap_or_default();
        let conventions = self.conventions;
        let is_known = conventions.is_own_field(key) || conventions.is_new_name(key, known);
        if is_known || written.contains("{{") {
            return;
        }
        let span = entry.key_span();
        let span = self.places.outer(span.start)..self.places.outer(span.end);
        let finding = Finding::new(self.raw, format!("{place} has no field `{key}`")).span(span);
        let near = UnknownName::new("field", key, known.iter().copied()).suggestion;
        self.sink.report(match near {
            Some(near) => finding.help(format!("did you mean `{near}`?")),
            None => finding,
        });
    }
}
