use crate::catalogue::Catalogue;
use crate::coverage::Coverage;
use crate::json::Value;
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, Sink};

rule! {
    /// A resource of the catalogue, or one of its methods, is missing from the collection.
    ///
    /// ## What it does
    ///
    /// Reports once how many resources of the catalogue the collection covers, with some of those that
    /// no request is for, and each resource that has no request for one of its methods. Original
    /// requests of saved examples count.
    ///
    /// ## Why it matters
    ///
    /// Users of the collection do not learn what the API can do.
    ///
    /// ## Example
    ///
    /// ```json
    /// [{ "request": { "method": "GET", "url": "{{host}}/agent" } }]
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// [{ "request": { "method": "GET", "url": "{{host}}/agent" } },
    ///  { "request": { "method": "POST", "url": "{{host}}/agent" } }, … ]
    /// ```
    CATALOGUE_ENDPOINT_MISSING {
        id: "catalogue-endpoint-missing",
        group: Catalogue,
        severity: Info,
        profile: Run,
        fixable: No,
        check: Collection(check),
    }
}

fn check<'d>(context: &Context<'d>, sink: &mut Sink<'d>) {
    let Some(catalogue) = context.catalogue() else {
        return;
    };
    let coverage = Coverage::of(catalogue, context.collection);
    let name = context.collection.info().and_then(|info| info.get("name"));
    let at = name.unwrap_or(context.collection.value);
    if coverage.is_empty() {
        let (count, title) = (catalogue.resources.len(), catalogue.title);
        let message = format!("the collection has none of the {count} resources of {title}");
        sink.report(Finding::new(at, message));
        return;
    }
    let resources = catalogue.resources.iter();
    let missing: Vec<&str> = resources
        .map(|resource| resource.path)
        .filter(|path| coverage.resource(path).is_none())
        .collect();
    if !missing.is_empty() {
        sink.report(not_covered(catalogue, &missing, at));
    }
    for resource in &catalogue.resources {
        let path = resource.path;
        let Some(covered) = coverage.resource(path) else {
            continue;
        };
        let methods = resource.methods.iter();
        let missing: Vec<&str> = methods
            .filter(|method| !covered.has(**method))
            .map(|method| method.as_str())
            .collect();
        if !missing.is_empty() {
            let message = format!("`{path}` has no {} request", missing.join(", "));
            let at = covered.item.name.unwrap_or(covered.item.value);
            sink.report_in(covered.names.clone(), Finding::new(at, message));
        }
    }
}

/// How many resources are named that are missing; one who works on a part of the API knows the rest.
const NAMED: usize = 10;

/// One finding about all resources that no request is for.
fn not_covered<'d>(catalogue: &Catalogue, missing: &[&str], at: Value<'d>) -> Finding<'d> {
    let (all, title) = (catalogue.resources.len(), catalogue.title);
    let covered = all - missing.len();
    let message = format!("the collection covers {covered} of the {all} resources of {title}");
    let named: Vec<String> = missing
        .iter()
        .take(NAMED)
        .map(|path| format!("`{path}`"))
        .collect();
    let more = match missing.len().saturating_sub(NAMED) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    Finding::new(at, message).help(format!("missing: {}{more}", named.join(", ")))
}
