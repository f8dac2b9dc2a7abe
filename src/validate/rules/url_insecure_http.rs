use std::collections::BTreeSet;

use crate::diagnostic::Edit;
use crate::postman::effective::url::UrlText;
use crate::postman::effective::{Piece, RequestUrl, Scopes, substitute};
use crate::postman::view::{Url, tokens};
use crate::validate::edit::{replace_inside, replace_piece};
use crate::validate::request::{each_request, is_local};
use crate::validate::rule::rule;
use crate::validate::tree::names;
use crate::validate::{Context, Finding, Sink};

rule! {
    /// A request uses plain HTTP.
    ///
    /// ## What it does
    ///
    /// Reports a URL with `http:`, and a collection variable with `http:` that requests start with.
    /// Hosts on your own machine or network are allowed: `localhost`, private addresses, names
    /// without a dot, `.local`, `.test` and the like. Hosts that are unknown before the run, URLs
    /// without a protocol, and examples are not checked.
    ///
    /// ## Why it matters
    ///
    /// Everything that is sent, including keys and records, can be read and changed on the network.
    /// A signature does not hide anything.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "raw": "http://api.example.com/agent", "protocol": "http", … }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "raw": "https://api.example.com/agent", "protocol": "https", … }
    /// ```
    ///
    /// ## Fix
    ///
    /// Unsafe: writes `https`, which the server may not support.
    URL_INSECURE_HTTP {
        id: "url-insecure-http",
        group: Request,
        severity: Warning,
        profile: Run,
        fixable: Unsafe,
        check: Collection(check),
    }
}

fn check<'d>(context: &Context<'d>, sink: &mut Sink<'d>) {
    let mut bases: BTreeSet<String> = BTreeSet::new();
    each_request(context, &mut |folders, item, request| {
        let Some(url) = request.url() else { return };
        let address = RequestUrl::without_query(&url);
        let host = address.host_text();
        let (Some(protocol), Some(written)) = (address.protocol_text(), &address.protocol) else {
            let first = tokens(host).next().filter(|token| token.span.start == 0);
            bases.extend(first.map(|token| token.name.to_owned()));
            return;
        };
        if !protocol.eq_ignore_ascii_case("http") || !is_far(host, context.scopes()) {
            return;
        }
        let message = format!("`{host}` is called over plain HTTP");
        let finding = Finding::new(written.at, message)
            .span(written.span())
            .help("use `https`");
        let finding = match edits(&url, written) {
            Some(edits) => finding.unsafe_fix("write `https`", edits),
            None => finding,
        };
        sink.report_in(names(folders, item), finding);
    });
    for variable in context.own_variables() {
        let (name, text) = (&variable.name, variable.text());
        if !bases.contains(name.as_ref()) {
            continue;
        }
        let cut = UrlText::new(&text);
        let part = |range| text.get(range).unwrap_or_default();
        let (Some(protocol), Some(at)) = (cut.protocol, variable.value) else {
            continue;
        };
        if part(protocol.clone()).eq_ignore_ascii_case("http")
            && is_far(part(cut.host), context.scopes())
        {
            let message = format!("`{name}`, which requests start with, is a plain HTTP URL");
            let finding = Finding::new(at, message).help("use `https`");
            sink.report(match replace_inside(at, protocol, "https") {
                Some(edit) => finding.unsafe_fix("write `https`", vec![edit]),
                None => finding,
            });
        }
    }
}

/// Whether a host, its variables put in, is known not to be one's own machine.
fn is_far(host: &str, scopes: &Scopes) -> bool {
    // An unknown value may be anything; only a name that continues after it tells more.
    let full = substitute(host, |name| Some(scopes.text(name).unwrap_or_default()));
    if full.contains(['{', '}', '<', ' ']) {
        return false;
    }
    let cut = UrlText::new(&full);
    let name = full.get(cut.host).unwrap_or_default().trim_matches('.');
    !is_local(name)
}

fn edits(url: &Url, written: &Piece) -> Option<Vec<Edit>> {
    let rest = written.text.get(4..)?;
    let mut edits = vec![replace_piece(written, &format!("https{rest}"))?];
    if url.raw.is_some_and(|raw| raw.span() != written.at.span())
        && let Some(protocol) = RequestUrl::of_raw(url).protocol
    {
        edits.push(replace_piece(&protocol, "https")?);
    }
    Some(edits)
}
