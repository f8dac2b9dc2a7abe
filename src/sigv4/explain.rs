//! Saying why a signature does not match: guesses are tried until one makes it match.

use secrecy::SecretString;

use super::authorization::Authorization;
use super::canonical_request::{CanonicalRequest, Canonicalisation};
use super::cause::Cause;
use super::credentials::Credentials;
use super::hypotheses::hypotheses;
use super::request::Request;
use super::signature::Stages;
use super::signature_inputs::{Candidates, Hypothesis, SignatureInputs};
use super::timestamp::Timestamp;
use super::verify::{Policy, VerificationError, check_body, check_headers, check_time};

/// What a request's signature is about.
#[derive(Clone, Debug)]
pub struct Explanation {
    /// What the service computes from the request as it arrived.
    pub ours: Stages,
    /// What the sender computed, when a guess reproduced it.
    pub theirs: Option<Stages>,
    /// The signature that the request carries.
    pub signature: String,
    /// The differences that lead from ours to theirs; empty when they are the same or nothing fits.
    pub causes: Vec<Cause>,
    /// What else the service would refuse: the clock, an unsigned header, the body's hash.
    pub refusals: Vec<VerificationError>,
}

impl Explanation {
    /// Whether the signature is the one that the service computes.
    pub fn matches(&self) -> bool {
        self.theirs.as_ref() == Some(&self.ours)
    }
}

/// Explains the signature of `request`, with the keys that it should have been made with.
///
/// Every guess is checked: a cause is only named if it makes the signature match. Single guesses
/// come first, then pairs of them. When none fits, the secret key itself is most likely
/// wrong; a change of body or headers that nobody can guess looks the same.
pub fn explain(
    request: &Request<'_>,
    authorization: &Authorization,
    credentials: &Credentials,
    now: Timestamp,
    policy: &Policy,
    candidates: &Candidates<'_>,
) -> Explanation {
    let signed = &authorization.signed_headers;
    let inputs = SignatureInputs {
        request: CanonicalRequest::of(request, signed, Canonicalisation::STANDARD),
        time: authorization.time,
        scope: authorization.scope.clone(),
        secret: SecretString::from(credentials.secret()),
    };
    let ours = inputs.stages();
    let (causes, theirs) = if ours.matches(&authorization.signature) {
        (Vec::new(), Some(ours.clone()))
    } else {
        let guesses = hypotheses(request, authorization, credentials, candidates);
        reproduce(&inputs, &guesses, &authorization.signature)
    };
    let mut refusals = Vec::new();
    if authorization.access_key != credentials.access_key() {
        refusals.push(VerificationError::AccessKey);
    }
    refusals.extend(check_headers(request, authorization).err());
    refusals.extend(check_time(authorization, now, policy).err());
    refusals.extend(check_body(request, authorization, policy).err());
    Explanation {
        ours,
        theirs,
        signature: authorization.signature.clone(),
        causes,
        refusals,
    }
}

/// The first guess, or pair of guesses, that leads to `signature`.
fn reproduce(
    inputs: &SignatureInputs,
    guesses: &[Hypothesis],
    signature: &str,
) -> (Vec<Cause>, Option<Stages>) {
    let attempt = |changes: &[&Hypothesis]| {
        let mut other = inputs.clone();
        for change in changes {
            (change.change)(&mut other);
        }
        let stages = other.stages();
        stages.matches(signature).then(|| {
            let causes = changes.iter().map(|guess| guess.cause.clone());
            (causes.collect(), Some(stages))
        })
    };
    let singles = guesses.iter().find_map(|guess| attempt(&[guess]));
    let pairs = || {
        let mut rest = guesses.iter();
        std::iter::from_fn(move || {
            let first = rest.next()?;
            Some(rest.clone().map(move |second| (first, second)))
        })
        .flatten()
        .filter(|(first, second)| !same_part(&first.cause, &second.cause))
        .find_map(|(first, second)| attempt(&[first, second]))
    };
    singles.or_else(pairs).unwrap_or_default()
}

/// Whether two guesses change the same thing, so that the second would undo the first.
fn same_part(first: &Cause, second: &Cause) -> bool {
    match (first, second) {
        (Cause::Header { name, .. }, Cause::Header { name: other, .. }) => name == other,
        _ => std::mem::discriminant(first) == std::mem::discriminant(second),
    }
}
