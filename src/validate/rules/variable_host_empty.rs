use std::collections::HashMap;

use crate::postman::effective::{RequestUrl, Scope, Variable};
use crate::postman::view::tokens;
use crate::validate::request::each_request;
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, Sink};

rule! {
    /// A variable that is the host of requests is empty.
    ///
    /// ## What it does
    ///
    /// Reports a collection variable without a value that the URLs of requests start with, unless an
    /// environment or a script gives it one. Each variable is reported once.
    ///
    /// ## Why it matters
    ///
    /// Postman replaces it by nothing and reports an invalid URI, or looks up the first segment of
    /// the path as a host.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "variable": [{ "key": "host", "value": "" }], "item": [{ "request": "{{host}}/agent" }] }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// {
    ///   "variable": [{ "key": "host", "value": "http://localhost" }],
    ///   "item": [{ "request": "{{host}}/agent" }]
    /// }
    /// ```
    VARIABLE_HOST_EMPTY {
        id: "variable-host-empty",
        group: Variables,
        severity: Warning,
        profile: Run,
        fixable: No,
        check: Collection(check),
    }
}

fn check<'d>(context: &Context<'d>, sink: &mut Sink<'d>) {
    let variables = context.variables();
    let is_empty = |variable: &Variable| {
        variable.is_blank() && !variables.sets_any && !variables.is_replaced(&variable.name)
    };
    let empty = context.scopes().iter().filter_map(|(scope, variable)| {
        let is_own = *scope == Scope::Collection;
        (is_own && is_empty(variable)).then_some((variable.name.as_ref(), variable))
    });
    let empty: HashMap<&str, &Variable> = empty.collect();
    if empty.is_empty() {
        return;
    }
    let mut requests: HashMap<&str, usize> = HashMap::new();
    each_request(context, &mut |_, _, request| {
        let Some(url) = request.url() else { return };
        let address = RequestUrl::without_query(&url);
        let host = address.host_text();
        let first = tokens(host)
            .next()
            .filter(|token| token.span == (0..host.len()));
        if let Some((name, _)) = first.and_then(|token| empty.get_key_value(token.name)) {
            *requests.entry(name).or_default() += 1;
        }
    });
    for variable in context.own_variables() {
        let Some(count) = requests.get(variable.name.as_ref()) else {
            continue;
        };
        let name = &variable.name;
        let message = match count {
            1 => format!("`{name}` is the host of a request and is empty"),
            count => format!("`{name}` is the host of {count} requests and is empty"),
        };
        let at = variable.value.unwrap_or(variable.entry);
        let help = "give it a value, or define it in an environment";
        sink.report(Finding::new(at, message).help(help));
    }
}
