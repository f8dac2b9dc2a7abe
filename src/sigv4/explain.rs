//! Saying why a signature does not match: guesses are tried until one makes it match.

use super::authorization::Authorization;
use super::canonical_request::{CanonicalRequest, Canonicalisation};
use super::cause::Cause;
use super::credentials::Credentials;
use super::hypotheses::hypotheses;
use super::request::Request;
use super::signature::Stages;
use super::signature_inputs::{Candidates, Hypothesis, SignatureInputs};
use super::signing_key::SigningKey;
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
    /// The parts of the request, such as `the body`, that may have been changed after it was signed.
    pub changeable: Vec<String>,
}

impl Explanation {
    /// Whether only another secret is left: the signature is another one, no guess explains it, and
    /// neither does anything that is wrong with the request itself.
    pub fn leaves_only_the_secret(&self) -> bool {
        self.theirs.is_none() && self.changeable.is_empty() && !self.has_other_reason()
    }

    /// Whether nothing but a comparison of the texts can tell what is wrong.
    pub fn is_open(&self) -> bool {
        self.theirs.is_none() && !self.changeable.is_empty() && !self.has_other_reason()
    }

    /// Whether something that is wrong with the request itself explains another signature.
    fn has_other_reason(&self) -> bool {
        let mut refusals = self.refusals.iter();
        refusals.any(VerificationError::explains_signature)
    }

    /// What is left when no guess explains the signature, in sentences.
    pub fn unexplained(&self) -> String {
        if self.has_other_reason() {
            "Correct first what is wrong with the request itself; that alone changes the signature."
                .to_owned()
        } else if self.leaves_only_the_secret() {
            "No common mistake explains it. Most likely the secret key is wrong: revoked, from another \
             user, or incomplete."
                .to_owned()
        } else {
            format!(
                "No common mistake explains it. The secret key may be wrong, or one of these differed \
                 when it was signed: the path, {}.",
                self.changeable.join(", ")
            )
        }
    }

    /// All of it in short: the causes, or what is wrong with a request whose signature matches, or what
    /// is left.
    pub fn conclusion(&self) -> String {
        let causes = self.causes.iter().map(ToString::to_string);
        let refusals = self.refusals.iter().map(ToString::to_string);
        let all: Vec<String> = if self.theirs.is_none() {
            refusals.chain([self.unexplained()]).collect()
        } else {
            causes.chain(refusals).collect()
        };
        all.join("; ")
    }

    /// Whether the signature is the one that the service computes.
    pub fn matches(&self) -> bool {
        self.theirs.as_ref() == Some(&self.ours)
    }
}

/// Explains the signature of `request`, with the keys that it should have been made with.
///
/// Every guess is checked: a cause is only named if it makes the signature match. Single guesses
/// come first, then pairs of the likeliest ones. When none fits, the secret key itself may be wrong; a
/// change of query, body or headers that nobody can guess looks the same.
pub fn explain(
    request: &Request<'_>,
    authorization: &Authorization,
    credentials: &Credentials,
    now: Timestamp,
    policy: &Policy,
    candidates: &Candidates<'_>,
) -> Explanation {
    let signed = &authorization.signed_headers;
    let inputs = SignatureInputs::new(
        CanonicalRequest::of(request, signed, Canonicalisation::STANDARD),
        authorization.time.to_string(),
        &authorization.scope,
        credentials.secret(),
    );
    let ours = inputs.stages(&inputs.signing_key());
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
        changeable: changeable(request, authorization),
    }
}

/// The parts of the request that may have been others when it was signed, without anybody being able
/// to guess how.
fn changeable(request: &Request<'_>, authorization: &Authorization) -> Vec<String> {
    let headers = authorization.signed_headers.iter();
    let headers = headers.filter(|name| !["host", "x-amz-date"].contains(&name.as_str()));
    let headers = headers.map(|name| format!("header `{name}`"));
    let own = request.query().split('&').filter(|pair| !pair.is_empty());
    let mut foreign = own.filter(|pair| !pair.starts_with("X-Amz-"));
    let query = foreign.next().map(|_| "the query".to_owned());
    let body = (!request.body.is_empty()).then(|| "the body".to_owned());
    query.into_iter().chain(headers).chain(body).collect()
}

/// The most pairs of guesses that are tried.
const PAIRS: usize = 2_000;

/// The first guess, or pair of guesses, that leads to `signature`.
fn reproduce(
    inputs: &SignatureInputs,
    guesses: &[Vec<Hypothesis>],
    signature: &str,
) -> (Vec<Cause>, Option<Stages>) {
    let found = |changes: &[&Hypothesis], stages: Stages| {
        let causes = changes.iter().map(|guess| guess.cause.clone());
        (causes.collect(), Some(stages))
    };
    let standard = inputs.signing_key();
    for guess in guesses.iter().flatten() {
        let changed = inputs.changed(&[guess]);
        let key = guess.cause.changes_key().then(|| changed.signing_key());
        let stages = changed.stages(key.as_ref().unwrap_or(&standard));
        if stages.matches(signature) {
            return found(&[guess], stages);
        }
    }
    let likely = likeliest(guesses);
    let keys: Vec<Option<SigningKey>> = likely
        .iter()
        .map(|guess| guess.cause.changes_key())
        .zip(&likely)
        .map(|(changes, guess)| changes.then(|| inputs.changed(&[guess]).signing_key()))
        .collect();
    let with_keys: Vec<(&Hypothesis, &Option<SigningKey>)> =
        likely.iter().copied().zip(&keys).collect();
    let pairs = with_keys.iter().enumerate().flat_map(|(at, second)| {
        let first = with_keys.iter().take(at);
        first.map(move |first| (first, second))
    });
    let pairs = pairs.filter(|(first, second)| !first.0.cause.is_of_same_part(&second.0.cause));
    for ((first, key), (second, other)) in pairs.take(PAIRS) {
        let changes = [*first, *second];
        let key = key.as_ref().or(other.as_ref()).unwrap_or(&standard);
        let stages = inputs.changed(&changes).stages(key);
        if stages.matches(signature) {
            return found(&changes, stages);
        }
    }
    (Vec::new(), None)
}

/// The guesses of all parts, the likeliest of each part first, as many as pairs can be made of.
fn likeliest(guesses: &[Vec<Hypothesis>]) -> Vec<&Hypothesis> {
    let longest = guesses.iter().map(Vec::len).max().unwrap_or_default();
    let ranks = (0..longest.min(PAIRS)).flat_map(|rank| {
        let parts = guesses.iter();
        parts.filter_map(move |part| part.get(rank))
    });
    ranks.take(80).collect()
}
