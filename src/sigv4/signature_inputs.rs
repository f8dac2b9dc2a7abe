//! What a signature is computed from, and a guess at what a sender did differently.

use secrecy::{ExposeSecret, SecretString};

use super::canonical_request::CanonicalRequest;
use super::cause::Cause;
use super::credential_scope::CredentialScope;
use super::signature::Stages;
use super::timestamp::Timestamp;

/// What senders of this API often mix up; each list may be empty.
#[derive(Clone, Copy, Debug, Default)]
pub struct Candidates<'a> {
    /// Regions that clients have been seen to use.
    pub regions: &'a [&'a str],
    /// Services that clients have been seen to use.
    pub services: &'a [&'a str],
    /// Hosts by which the service is known.
    pub hosts: &'a [&'a str],
}

/// Everything that goes into a signature, to be changed one guess at a time.
#[derive(Clone)]
pub(super) struct SignatureInputs {
    pub(super) request: CanonicalRequest,
    pub(super) time: Timestamp,
    pub(super) scope: CredentialScope,
    pub(super) secret: SecretString,
}

impl SignatureInputs {
    /// The signature, step by step.
    pub(super) fn stages(&self) -> Stages {
        Stages::of(
            &self.request,
            self.time,
            &self.scope,
            self.secret.expose_secret(),
        )
    }
}

/// A guess: the cause it names, and how it changes the inputs.
pub(super) struct Hypothesis {
    pub(super) cause: Cause,
    pub(super) change: Box<dyn Fn(&mut SignatureInputs)>,
}

impl Hypothesis {
    /// The guess `cause`; `change` applies it.
    pub(super) fn new(cause: Cause, change: impl Fn(&mut SignatureInputs) + 'static) -> Self {
        Self {
            cause,
            change: Box::new(change),
        }
    }
}
