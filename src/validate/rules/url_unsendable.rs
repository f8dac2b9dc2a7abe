use crate::postman::effective::RequestUrl;
use crate::postman::effective::url::UrlText;
use crate::postman::view::tokens;
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, RequestContext, Sink};

rule! {
    /// A URL cannot be sent.
    ///
    /// ## What it does
    ///
    /// Reports a URL without a host, one whose scheme is not HTTP (`wss://`, `ftp://`), one whose
    /// scheme has no slashes (`http:localhost/agent`), and one with a scheme before a variable whose
    /// value already has one. `about:blank`, which is
    /// used to run a script without a request, is allowed. Examples are not checked.
    ///
    /// ## Why it matters
    ///
    /// Postman reports an invalid URI or protocol, or looks up a host called `http`. Collections hold
    /// HTTP requests only; Postman keeps WebSocket and gRPC requests elsewhere.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "url": "https://{{base}}/agent" }
    /// ```
    ///
    /// where `base` is `https://localhost`.
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "url": "{{base}}/agent" }
    /// ```
    URL_UNSENDABLE {
        id: "url-unsendable",
        group: Request,
        severity: Error,
        profile: Run,
        fixable: No,
        check: Request(check),
    }
}

fn check<'d>(context: &Context<'d>, sent: &RequestContext<'_, 'd>, sink: &mut Sink<'d>) {
    let Some(url) = sent.request.url().filter(|_| sent.example.is_none()) else {
        return;
    };
    let address = sent.url();
    let Some(host) = address.host.as_ref().filter(|host| !host.is_empty()) else {
        let raw = RequestUrl::of_raw(&url);
        let is_written = raw.host.as_ref().is_some_and(|host| !host.is_empty());
        // A URL without any text is missing, and a host that only `raw` has contradicts the parts.
        let is_empty = address.path.is_none() && address.query.is_empty();
        if !is_empty && !is_written {
            let at = url.host.or(url.raw).unwrap_or(url.value);
            let finding = Finding::new(at, "the URL has no host");
            sink.report(finding.help("start it with a host, or with a variable that contains one"));
        }
        return;
    };
    let scheme = address.protocol_text().unwrap_or_default().to_lowercase();
    let is_http = ["", "http", "https"].contains(&scheme.as_str());
    if let Some(at) = address
        .protocol
        .as_ref()
        .filter(|_| !is_http && !scheme.contains("{{"))
    {
        let message = format!("Postman cannot send a request to a `{scheme}` URL");
        let finding = Finding::new(at.at, message).span(at.span());
        sink.report(finding.help(match scheme.as_str() {
            "ws" | "wss" => {
                "WebSocket requests are not part of collections: remove it, or write `https` if it \
                 is an HTTP request"
            }
            _ => "write `http` or `https`",
        }));
        return;
    }
    if address.protocol.is_none() {
        let scheme = ["http", "https"].into_iter().find(|scheme| {
            let start = host.text.get(..scheme.len()).unwrap_or_default();
            let rest = host.text.get(scheme.len()..).unwrap_or_default();
            let is_alone = rest.is_empty() && address.port.is_some();
            start.eq_ignore_ascii_case(scheme) && (is_alone || rest.starts_with(':'))
        });
        if let Some(scheme) = scheme {
            let message =
                format!("`{scheme}:` has no slashes after it, so it is treated as the host");
            let finding = Finding::new(host.at, message).span(host.span());
            sink.report(finding.help(format!("write `{scheme}://`")));
        }
        return;
    }
    let first = tokens(&host.text)
        .next()
        .filter(|token| token.span.start == 0);
    let Some(name) = first.map(|token| token.name) else {
        return;
    };
    let value = context.scopes().text(name);
    if value.is_some_and(|value| UrlText::new(&value).protocol.is_some()) {
        let message = format!("the URL has two schemes: `{name}` already has one");
        let finding = Finding::new(host.at, message)
            .span(host.span())
            .help(format!("remove the scheme before `{{{{{name}}}}}`"));
        sink.report(finding);
    }
}
