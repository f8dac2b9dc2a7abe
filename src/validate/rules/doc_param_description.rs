use crate::json::Value;
use crate::postman::view::description;
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, RequestContext, Sink};

rule! {
    /// A parameter has no description.
    ///
    /// ## What it does
    ///
    /// Reports query parameters and path variables of a request whose `description` is missing or
    /// blank. The original requests of examples are not checked.
    ///
    /// ## Why it matters
    ///
    /// The documentation has a table of the parameters, whose last column stays empty. Names such
    /// as `type` or `ref` do not explain themselves.
    ///
    /// ## Example
    ///
    /// ```json
    /// "query": [{ "key": "offset", "value": "0" }]
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// "query": [{ "key": "offset", "value": "0", "description": "How many records to skip." }]
    /// ```
    DOC_PARAM_DESCRIPTION {
        id: "doc-param-description",
        group: Docs,
        severity: Info,
        profile: Publish,
        fixable: No,
        check: Request(check),
    }
}

fn check<'d>(_: &Context<'d>, sent: &RequestContext<'_, 'd>, sink: &mut Sink<'d>) {
    if sent.example.is_some() {
        return;
    }
    let url = sent.url();
    let query = url.query.iter();
    let query = query.filter_map(|one| Some((one.entry?, one.key_text())));
    let path = url.variables.iter();
    let path = path.map(|one| (one.entry, one.name.as_ref()));
    for (kind, entry, name) in query
        .map(|(entry, name)| ("query parameter", entry, name))
        .chain(path.map(|(entry, name)| ("path variable", entry, name)))
    {
        if name.is_empty() || is_described(entry) {
            continue;
        }
        let at = entry
            .get("description")
            .or(entry.get("key"))
            .unwrap_or(entry);
        sink.report(
            Finding::new(at, format!("the {kind} `{name}` has no description"))
                .help("describe its meaning and allowed values"),
        );
    }
}

fn is_described(entry: Value) -> bool {
    description(entry).is_some_and(|text| !text.trim().is_empty())
}
