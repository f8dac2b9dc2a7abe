use crate::postman::effective::script::own_scripts;
use crate::postman::effective::{RequestUrl, headers};
use crate::postman::view::{Request, Url};
use crate::validate::auths::{RequestAuth, each_request};
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, Sink};

rule! {
    /// A request has no auth and does not declare that it needs none.
    ///
    /// ## What it does
    ///
    /// Reports a request that neither has an auth (`noauth` counts) nor inherits one. If most
    /// requests have none, the collection is reported once. Requests with a credential in a header
    /// or the query, logins and health checks are allowed.
    ///
    /// ## Why it matters
    ///
    /// Readers cannot tell a public request from one whose auth was forgotten. Public and sample APIs
    /// need no auth, so the rule is off unless it is selected.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "name": "Health", "request": { "method": "GET", "url": "{{host}}/health" } }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "name": "Health", "request": { "auth": { "type": "noauth" }, "method": "GET", "url": … } }
    /// ```
    AUTH_MISSING {
        id: "auth-missing",
        group: Auth,
        severity: Info,
        profile: Pedantic,
        fixable: No,
        check: Collection(check),
    }
}

/// Words in the names of headers and parameters that carry credentials.
const CREDENTIALS: [&str; 9] = [
    "auth",
    "token",
    "apikey",
    "cookie",
    "session",
    "signature",
    "secret",
    "credential",
    "password",
];

/// Words in the paths of requests that get a credential, or that anybody may send.
const OPEN: [&str; 8] = [
    "auth", "health", "login", "ping", "register", "signin", "signup", "token",
];

fn check<'d>(context: &Context<'d>, sink: &mut Sink<'d>) {
    let mut scripts = own_scripts(context.collection.value.get("event"));
    if scripts.any(|script| script.source.contains("uthorization")) {
        return;
    }
    let mut bare = Vec::new();
    let mut requests = 0;
    each_request(context, &mut |seen: &RequestAuth<'_, 'd>| {
        requests += 1;
        let request = seen.item.request();
        if seen.effective.is_none() && !request.is_some_and(|one| needs_none(&one)) {
            bare.push((seen.names(), seen.item));
        }
    });
    if bare.is_empty() {
        return;
    }
    // Where most have none it is how the collection is made, and said once.
    if bare.len() * 2 > requests {
        let name = context.collection.info().and_then(|info| info.get("name"));
        let at = name.unwrap_or(context.collection.value);
        let message = match bare.len() {
            all if all == requests => "neither the collection nor any request has auth".to_owned(),
            some => format!("{some} of {requests} requests have no auth, nor has the collection"),
        };
        let help = "give the collection an auth, or `{ \"type\": \"noauth\" }` if it needs none";
        sink.report(Finding::new(at, message).help(help));
        return;
    }
    for (names, item) in bare {
        let at = item.name.or(item.request).unwrap_or(item.value);
        let message = "the request has no auth, own or inherited";
        let help = "give it an auth, or `{ \"type\": \"noauth\" }` if it needs none";
        sink.report_in(names, Finding::new(at, message).help(help));
    }
}

/// Whether the request brings a credential along, or is one that needs none.
fn needs_none(request: &Request) -> bool {
    let is_open = |url: &Url| {
        RequestUrl::of(url).segments().iter().any(|segment| {
            let text = segment.text.to_ascii_lowercase();
            OPEN.iter().any(|word| text.contains(word))
        })
    };
    carries_credential(request) || request.url().as_ref().is_some_and(is_open)
}

fn carries_credential(request: &Request) -> bool {
    let named = |name: &str| {
        let mut normalised = name.to_ascii_lowercase();
        normalised.retain(|c| c.is_ascii_alphanumeric());
        normalised == "key" || CREDENTIALS.iter().any(|word| normalised.contains(word))
    };
    let in_headers = || {
        headers(request)
            .iter()
            .any(|one| one.is_enabled && named(&one.key.text))
    };
    let in_query = |url: &Url| {
        RequestUrl::of(url)
            .sent_query()
            .any(|one| named(one.key_text()))
    };
    in_headers() || request.url().as_ref().is_some_and(in_query)
}
