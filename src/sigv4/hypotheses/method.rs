//! Other methods.

use crate::sigv4::cause::Cause;
use crate::sigv4::request::Request;
use crate::sigv4::signature_inputs::Hypothesis;

use super::header::forwarded;

const METHODS: [&str; 7] = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];

/// Guesses at the method: its case, and what a redirect, a proxy or a client made of it.
pub(super) fn methods(request: &Request<'_>) -> Vec<Hypothesis> {
    let method = request.method;
    let mut others = vec![method.to_ascii_uppercase(), method.to_ascii_lowercase()];
    let overridden = [
        "x-http-method-override",
        "x-method-override",
        "x-http-method",
    ];
    others.extend(forwarded(request, &overridden).map(str::to_owned));
    others.extend(METHODS.map(str::to_owned));
    others.extend(METHODS.map(str::to_lowercase));
    others.retain(|other| other != method);
    others
        .into_iter()
        .map(|other| {
            Hypothesis::new(Cause::Method(other.clone()), move |inputs| {
                other.clone_into(&mut inputs.request.method);
            })
        })
        .collect()
}
