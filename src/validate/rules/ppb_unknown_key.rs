use crate::validate::request::{each_behaviour, nearest};
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, Sink};

rule! {
    /// A setting is unknown to Postman.
    ///
    /// ## What it does
    ///
    /// Reports a name in `protocolProfileBehavior` of the collection, a folder or a request that
    /// Postman's runtime does not document.
    ///
    /// ## Why it matters
    ///
    /// The official schema accepts any name, and an unknown one has no effect.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "protocolProfileBehavior": { "followRedirect": false } }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "protocolProfileBehavior": { "followRedirects": false } }
    /// ```
    PPB_UNKNOWN_KEY {
        id: "ppb-unknown-key",
        group: Request,
        severity: Warning,
        profile: Run,
        fixable: No,
        check: Collection(check),
    }
}

const KNOWN: [&str; 15] = [
    "strictSSL",
    "followRedirects",
    "maxRedirects",
    "disableCookies",
    "disableBodyPruning",
    "disableUrlEncoding",
    "disabledSystemHeaders",
    "insecureHTTPParser",
    "followOriginalHttpMethod",
    "followAuthorizationHeader",
    "protocolVersion",
    "removeRefererHeaderOnRedirect",
    "tlsPreferServerCiphers",
    "tlsDisabledProtocols",
    "tlsCipherSelection",
];

fn check<'d>(context: &Context<'d>, sink: &mut Sink<'d>) {
    each_behaviour(context, &mut |behaviour| {
        for entry in behaviour.value.entries() {
            let key = entry.key();
            if KNOWN.contains(&key.as_ref()) {
                continue;
            }
            let finding = Finding::new(entry.value(), format!("`{key}` is not a request setting"))
                .span(entry.key_span());
            let finding = match nearest(&key, KNOWN) {
                Some(near) => finding.help(format!("did you mean `{near}`?")),
                None => finding.help("remove it; it has no effect"),
            };
            sink.report_in(behaviour.names(), finding);
        }
    });
}
