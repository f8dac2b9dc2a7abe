//! What a signature is computed from, and a guess at what a sender did differently.

use zeroize::Zeroizing;

use super::canonical_request::CanonicalRequest;
use super::cause::Cause;
use super::credential_scope::{CredentialScope, TERMINATOR};
use super::signature::Stages;
use super::signing_key::SigningKey;
use super::string_to_sign::string_to_sign;

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

/// A service's own region and name, and those that clients and Postman have by default.
#[derive(Clone, Copy, Debug)]
pub struct UsualNames<'a> {
    regions: [&'a str; 4],
    services: [&'a str; 3],
}

impl<'a> UsualNames<'a> {
    /// Those of a service of this region and name.
    pub fn of(region: &'a str, service: &'a str) -> Self {
        Self {
            regions: [region, "ap-southeast-1", "us-east-1", ""],
            services: [service, "execute-api", ""],
        }
    }

    /// Candidates with these names and those hosts.
    pub fn candidates(&'a self, hosts: &'a [&'a str]) -> Candidates<'a> {
        Candidates {
            regions: &self.regions,
            services: &self.services,
            hosts,
        }
    }
}

/// Writes the string to sign from the time, the scope and the canonical request.
pub(super) type WriteString = fn(&str, &str, &str) -> String;

/// Everything that goes into a signature, to be changed one guess at a time.
#[derive(Clone)]
pub(super) struct SignatureInputs {
    pub(super) request: CanonicalRequest,
    /// The time in the string to sign.
    pub(super) time: String,
    /// The scope in the string to sign.
    pub(super) scope: String,
    pub(super) key: KeyInputs,
    /// What becomes of the text of the canonical request.
    pub(super) write_request: fn(String) -> String,
    pub(super) write_string: WriteString,
}

/// Everything that goes into the signing key.
#[derive(Clone)]
pub(super) struct KeyInputs {
    pub(super) secret: Zeroizing<Vec<u8>>,
    /// Day, region, service and the constant at the end.
    pub(super) parts: [String; 4],
    pub(super) derive: fn(&KeyInputs) -> SigningKey,
}

impl KeyInputs {
    /// The key as the specification derives it.
    pub(super) fn standard(&self) -> SigningKey {
        let start = Zeroizing::new([b"AWS4", &**self.secret].concat());
        SigningKey::derived(start, self.parts.iter().map(String::as_str))
    }
}

impl SignatureInputs {
    /// What the specification computes from these parts.
    pub(super) fn new(
        request: CanonicalRequest,
        time: String,
        scope: &CredentialScope,
        secret: &str,
    ) -> Self {
        let CredentialScope {
            date,
            region,
            service,
        } = scope.clone();
        Self {
            request,
            time,
            scope: scope.to_string(),
            key: KeyInputs {
                secret: Zeroizing::new(secret.as_bytes().to_vec()),
                parts: [date, region, service, TERMINATOR.to_owned()],
                derive: KeyInputs::standard,
            },
            write_request: |text| text,
            write_string: string_to_sign,
        }
    }

    /// These inputs as the guesses have them.
    pub(super) fn changed(&self, guesses: &[&Hypothesis]) -> Self {
        let mut changed = self.clone();
        for guess in guesses {
            (guess.change)(&mut changed);
        }
        changed
    }

    /// The signing key.
    pub(super) fn signing_key(&self) -> SigningKey {
        (self.key.derive)(&self.key)
    }

    /// The signature by `key`, step by step.
    pub(super) fn stages(&self, key: &SigningKey) -> Stages {
        let canonical_request = (self.write_request)(self.request.text());
        let string_to_sign = (self.write_string)(&self.time, &self.scope, &canonical_request);
        let signature = key.sign(&string_to_sign);
        Stages {
            canonical_request,
            string_to_sign,
            signature,
        }
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
