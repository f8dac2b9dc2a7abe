//! What senders get wrong, as changes to what was signed. Nearest and most frequent first.

mod body;
mod clock;
mod encoders;
mod header;
mod header_names;
mod json;
mod method;
mod path;
mod query;
mod scope;
mod secret;
mod steps;

use super::authorization::Authorization;
use super::credentials::Credentials;
use super::request::Request;
use super::signature_inputs::{Candidates, Hypothesis};

/// All guesses for this request, by the part that they change.
pub(super) fn hypotheses(
    request: &Request<'_>,
    authorization: &Authorization,
    credentials: &Credentials,
    candidates: &Candidates<'_>,
) -> Vec<Vec<Hypothesis>> {
    vec![
        path::paths(request),
        query::queries(request),
        scope::scopes(authorization, candidates),
        body::bodies(request),
        header::headers(request, authorization, candidates),
        method::methods(request),
        secret::secrets(credentials),
        clock::clocks(authorization),
        header_names::names(request, authorization),
        steps::steps(authorization),
    ]
}
