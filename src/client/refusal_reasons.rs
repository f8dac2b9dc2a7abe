//! Why a signed request may have been refused, as far as this side can tell.

use crate::catalogue::Service;
use crate::sigv4::{Authorization, Candidates, Policy, Timestamp, explain};

use super::request_spec::WireRequest;
use super::{Answer, BaseUrl, RequestSpec, Signer};

/// Why the service may have refused `spec`, signed by `signer` at `time`, with `answer`; the
/// service's own clock is read from the answer. Empty when nothing is wrong with it, in which case
/// the keys are most likely wrong.
pub(crate) fn refusal_reasons(
    spec: &RequestSpec,
    base: &BaseUrl,
    signer: &Signer,
    time: Timestamp,
    answer: &Answer,
    service: &Service,
) -> Vec<String> {
    let mut reasons = Vec::new();
    let Ok(wire) = WireRequest::of(spec, base, Some(signer), time) else {
        return reasons;
    };
    let theirs = answer.time().unwrap_or(time);
    wire.with(|request| {
        let Ok(authorization) = Authorization::of(request) else {
            return;
        };
        let (keys, candidates) = (&signer.credentials, Candidates::default());
        let found = explain(
            request,
            &authorization,
            keys,
            theirs,
            &Policy::STRICT,
            &candidates,
        );
        reasons.extend(found.causes.iter().map(ToString::to_string));
        reasons.extend(
            found
                .refusals
                .iter()
                .map(|refusal| format!("{refusal}; {}", clock_advice(time, theirs))),
        );
    });
    if (signer.region.as_str(), signer.service.as_str()) != (service.region, service.name) {
        reasons.push(format!(
            "it was signed for `{}/{}`; usual is `{}/{}`",
            signer.region, signer.service, service.region, service.name
        ));
    }
    reasons
}

fn clock_advice(ours: Timestamp, theirs: Timestamp) -> String {
    let behind = theirs.seconds().abs_diff(ours.seconds());
    let which = if theirs > ours { "behind" } else { "ahead of" };
    format!("this machine's clock is {behind} s {which} that of the service; correct it")
}
