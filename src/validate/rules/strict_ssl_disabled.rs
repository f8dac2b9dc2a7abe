use crate::postman::effective::RequestUrl;
use crate::postman::view::Item;
use crate::validate::edit::remove_member;
use crate::validate::request::{each_behaviour, is_local};
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, Sink};

rule! {
    /// TLS certificates are not verified.
    ///
    /// ## What it does
    ///
    /// Reports `strictSSL: false` in the settings of the collection, a folder or a request; except
    /// for requests to your own machine or network.
    ///
    /// ## Why it matters
    ///
    /// Anyone on the network path can pose as the server, and everyone who imports the collection
    /// gets the setting.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "protocolProfileBehavior": { "strictSSL": false } }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "protocolProfileBehavior": {} }
    /// ```
    ///
    /// ## Fix
    ///
    /// Unsafe: removes the setting; servers with a self-signed certificate are then refused.
    STRICT_SSL_DISABLED {
        id: "strict-ssl-disabled",
        group: Request,
        severity: Warning,
        profile: Run,
        fixable: Unsafe,
        check: Collection(check),
    }
}

const NAME: &str = "strictSSL";

fn check<'d>(context: &Context<'d>, sink: &mut Sink<'d>) {
    each_behaviour(context, &mut |behaviour| {
        let strict = behaviour.value.get(NAME);
        let Some(at) = strict.filter(|at| at.as_bool() == Some(false)) else {
            return;
        };
        let request = behaviour.item.and_then(Item::request);
        let url = request.and_then(|request| request.url());
        let url = url.map(|url| RequestUrl::of(&url)).unwrap_or_default();
        let host = url.host_text();
        if !host.is_empty() && !host.contains('{') && is_local(host) {
            return;
        }
        let whose = match behaviour.item {
            None => "the whole collection",
            Some(item) if item.request.is_some() => "this request",
            Some(_) => "this folder",
        };
        let finding = Finding::new(at, format!("TLS certificates are not verified for {whose}"))
            .help("remove the setting and trust the server's certificate on the machines that need it");
        sink.report_in(
            behaviour.names(),
            match remove_member(behaviour.value, NAME) {
                Some(edit) => finding.unsafe_fix("remove the setting", vec![edit]),
                None => finding,
            },
        );
    });
}
