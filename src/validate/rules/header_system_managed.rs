use crate::postman::effective::Header;
use crate::validate::edit::remove_element;
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, RequestContext, Sink};

rule! {
    /// A header is set manually that Postman sets itself.
    ///
    /// ## What it does
    ///
    /// Reports `Content-Length`, `Connection`, `Postman-Token`, and a `Host` that is the URL's own
    /// or `<calculated when request is sent>`. A different `Host`, which reaches a virtual host, is
    /// allowed. Disabled headers, headers whose automatic value is turned off by
    /// `disabledSystemHeaders`, and examples are not checked.
    ///
    /// ## Why it matters
    ///
    /// Such headers are leftovers of copied traffic. A wrong length makes the server wait or cut
    /// the body, and the token must differ for every request.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "header": [{ "key": "Content-Length", "value": "120" }] }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "header": [] }
    /// ```
    ///
    /// ## Fix
    ///
    /// Unsafe, because Postman then sends its own header, which may differ: removes the header.
    HEADER_SYSTEM_MANAGED {
        id: "header-system-managed",
        group: Request,
        severity: Warning,
        profile: Run,
        fixable: Unsafe,
        check: Request(check),
    }
}

const MANAGED: [&str; 3] = ["Content-Length", "Connection", "Postman-Token"];

fn check<'d>(_: &Context<'d>, sent: &RequestContext<'_, 'd>, sink: &mut Sink<'d>) {
    if sent.example.is_some() {
        return;
    }
    for header in sent.headers() {
        if !header.is_enabled || !is_managed(header, sent) || is_wanted(header, sent) {
            continue;
        }
        let finding = Finding::new(
            header.key.at,
            format!("Postman sets `{}` itself", header.key.text),
        )
        .span(header.key.span())
        .help("remove the header");
        let edit = header.is_listed().then(|| remove_element(header.entry));
        sink.report(match edit.flatten() {
            Some(edit) => finding.unsafe_fix("remove the header", vec![edit]),
            None => finding,
        });
    }
}

fn is_managed(header: &Header, sent: &RequestContext) -> bool {
    if MANAGED.iter().any(|name| header.is(name)) {
        return true;
    }
    let (true, Some(value)) = (header.is("Host"), header.text()) else {
        return false;
    };
    let host = sent.url().host_text();
    let own = !host.is_empty() && host.eq_ignore_ascii_case(value.trim());
    own || value.starts_with("<calculated")
}

/// Whether the request switches the automatic header off to send its own.
fn is_wanted(header: &Header, sent: &RequestContext) -> bool {
    let behaviour = sent.visit.item.value.get("protocolProfileBehavior");
    let disabled = behaviour.and_then(|value| value.get("disabledSystemHeaders"));
    disabled.is_some_and(|disabled| {
        disabled
            .entries()
            .any(|entry| header.is(&entry.key()) && entry.value().as_bool() == Some(true))
    })
}
