use crate::catalogue::{Resource, UnknownName};
use crate::coverage::{Member, known_fields, members, record_text};
use crate::json::Value;
use crate::postman::effective::json_body::OffsetMap;
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
    let (Some(catalogue), Some(endpoint)) = (context.catalogue(), sent.endpoint(context)) else {
        return;
    };
    let Some(raw) = record_text(&endpoint, sent.request) else {
        return;
    };
    let Some(text) = raw.as_str() else {
        return;
    };
    let resource = endpoint.resource;
    let mut places = OffsetMap::new(raw);
    members(&catalogue.conventions, resource, &text, &mut |member| {
        if !member.is_known {
            let span = places.outer(member.span.start)..places.outer(member.span.end);
            sink.report(unknown(resource, member, raw).span(span));
        }
    });
}

fn unknown<'d>(resource: &Resource, member: &Member, raw: Value<'d>) -> Finding<'d> {
    let detail = member.arrays.last().copied();
    let place = detail.map_or_else(
        || format!("`{}`", resource.path),
        |detail| format!("a row of `{}`", detail.name),
    );
    let key = member.key;
    let finding = Finding::new(raw, format!("{place} has no field `{key}`"));
    match UnknownName::new("field", key, known_fields(resource, detail)).suggestion {
        Some(near) => finding.help(format!("did you mean `{near}`?")),
        None => finding,
    }
}
