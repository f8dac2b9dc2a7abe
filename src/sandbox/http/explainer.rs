//! Why signatures are wrong: looked for after the answer, so that its time reveals nothing, and by one
//! thread that rests most of the time, so that a flood of refused requests cannot use up the processor.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::thread;
use std::time::SystemTime;

use axum::body::Bytes;

use super::recent::RecentRequests;
use crate::sandbox::clock_and_rng::ClockAndRng;
use crate::sigv4::{Authorization, Credentials, Policy, Request, Timestamp, UsualNames, explain};

/// How many refused requests wait at most; the causes of others are not looked for.
const WAITING: usize = 8;
/// The thread rests this many times as long as it worked.
const REST: u32 = 4;
/// The largest body of which the cause is looked for.
const LARGEST: usize = 64 << 10;

/// A request with a wrong signature, as it arrived.
#[derive(Clone)]
pub(super) struct Refused {
    pub(super) method: String,
    pub(super) target: String,
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: Bytes,
    pub(super) authorization: Authorization,
    pub(super) credentials: Credentials,
    pub(super) now: Timestamp,
    pub(super) policy: Policy,
}

/// What signers may have had in place of what the service expects.
pub(super) struct Known {
    pub(super) region: &'static str,
    pub(super) service: &'static str,
    pub(super) host: String,
}

/// The thread's queue: ids of requests, and the requests.
pub(super) struct Explainer(SyncSender<(String, Box<Refused>)>);

impl Explainer {
    /// One that adds causes to the log and to `recent`, for a service of `known`.
    pub(super) fn new(recent: &Arc<RecentRequests>, known: Known, system: ClockAndRng) -> Self {
        let (explainer, queue) = Self::queue();
        let recent = recent.clone();
        // It ends when the service does.
        thread::spawn(move || work(&queue, &recent, &known, system));
        explainer
    }

    fn queue() -> (Self, Receiver<(String, Box<Refused>)>) {
        let (sender, receiver) = sync_channel(WAITING);
        (Self(sender), receiver)
    }

    /// Looks for the cause of the refusal `id`, if there is time for it. Whether it will.
    pub(super) fn explain(&self, id: &str, refused: Refused) -> bool {
        let is_small = refused.body.len() <= LARGEST;
        let sent = is_small.then(|| self.0.try_send((id.to_owned(), Box::new(refused))));
        sent.is_some_and(|sent| !matches!(sent, Err(TrySendError::Full(_))))
    }
}

fn work(
    queue: &Receiver<(String, Box<Refused>)>,
    recent: &RecentRequests,
    known: &Known,
    system: ClockAndRng,
) {
    for (id, refused) in queue {
        let start: SystemTime = (system.now)();
        let cause = refused.cause(known);
        tracing::warn!(request = %id, %cause);
        recent.add_cause(&id, &cause);
        let taken = (system.now)().duration_since(start).unwrap_or_default();
        thread::sleep(taken * REST);
    }
}

impl Refused {
    /// The cause, and what to do about it.
    fn cause(&self, known: &Known) -> String {
        let headers = self.headers.iter();
        let headers: Vec<(&str, &str)> = headers
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        let request = Request {
            method: &self.method,
            target: &self.target,
            headers: &headers,
            body: &self.body,
        };
        let names = UsualNames::of(known.region, known.service);
        explain(
            &request,
            &self.authorization,
            &self.credentials,
            self.now,
            &self.policy,
            &names.candidates(&[&known.host]),
        )
        .conclusion()
    }
}

#[cfg(test)]
mod tests {
    use axum::body::Bytes;

    use super::{Explainer, LARGEST, Refused, WAITING};
    use crate::sigv4::{
        Authorization, Credentials, Policy, Request, SignatureLocation, Signing, Timestamp, sign,
    };

    fn refused(body: usize) -> Refused {
        let credentials = Credentials::new("A", "B");
        let now = Timestamp::parse("20260115T083000Z").unwrap();
        let request = Request {
            method: "GET",
            target: "/",
            headers: &[("Host", "localhost")],
            body: b"",
        };
        let signing = Signing {
            credentials: &credentials,
            region: "r",
            service: "s",
            time: now,
            location: SignatureLocation::Query { expires: None },
        };
        let target = sign(&request, &signing).unwrap().target;
        let signed = Request {
            target: &target,
            ..request
        };
        let authorization = Authorization::of(&signed).unwrap();
        Refused {
            method: "GET".to_owned(),
            target,
            headers: Vec::new(),
            body: Bytes::from(vec![0; body]),
            authorization,
            credentials,
            now,
            policy: Policy::STRICT,
        }
    }

    #[test]
    fn a_flood_and_large_bodies_are_not_explained() {
        let (explainer, queue) = Explainer::queue();
        assert!(!explainer.explain("large", refused(LARGEST + 1)));
        let accepted = (0..100).filter(|_| explainer.explain("small", refused(1)));
        assert_eq!(accepted.count(), WAITING);
        // There is room for as many as are done.
        queue.recv().unwrap();
        let accepted = (0..100).filter(|_| explainer.explain("small", refused(1)));
        assert_eq!(accepted.count(), 1);
    }
}
