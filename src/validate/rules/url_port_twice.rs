use crate::validate::edit::remove_member;
use crate::validate::request::port_in_host;
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, RequestContext, Sink};

rule! {
    /// A URL has two ports.
    ///
    /// ## What it does
    ///
    /// Reports a port in the `host` of a URL that also has a `port`. Examples are not checked.
    ///
    /// ## Why it matters
    ///
    /// Postman appends both to the host, `http://localhost:8080:8080`, and cannot send that.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "protocol": "http", "host": ["localhost:8080"], "port": "8080" }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "protocol": "http", "host": ["localhost"], "port": "8080" }
    /// ```
    ///
    /// ## Fix
    ///
    /// Unsafe, because the request can then be sent: removes `port` if both are the same and `raw`
    /// agrees.
    URL_PORT_TWICE {
        id: "url-port-twice",
        group: Request,
        severity: Error,
        profile: Run,
        fixable: Unsafe,
        check: Request(check),
    }
}

fn check<'d>(_: &Context<'d>, sent: &RequestContext<'_, 'd>, sink: &mut Sink<'d>) {
    let address = sent.url();
    if sent.example.is_some() {
        return;
    }
    let (Some(host), Some(port)) = (&address.host, &address.port) else {
        return;
    };
    let Some(first) = port_in_host(address) else {
        return;
    };
    let message = format!("the URL has two ports: `:{first}:{}`", port.text);
    let mut finding = Finding::new(host.at, message)
        .span(host.span())
        .help("remove the port from the host");
    let url = sent.request.url();
    let member = url.and_then(|url| Some((url.value, url.port?)));
    if let Some((_, at)) = member {
        finding = finding.label(at, "the other one");
    }
    // Only where nothing but the port is wrong: what else there is has to be seen first.
    let twice = format!(":{first}:{first}");
    let wanted = address.written().replacen(&twice, &format!(":{first}"), 1);
    let raw = url.and_then(|url| url.raw_text());
    let is_right = first == port.text && raw.is_none_or(|raw| raw == wanted);
    let edit = member.filter(|_| is_right);
    sink.report(match edit.and_then(|(url, _)| remove_member(url, "port")) {
        Some(edit) => finding.unsafe_fix("remove `port`", vec![edit]),
        None => finding,
    });
}
