//! Why a signed request may have been refused, as far as this side can tell.

use crate::catalogue::Service;
use crate::sigv4::{Authorization, Policy, Timestamp, Usual, explain};

use super::call::Wire;
use super::{Answer, Base, Call, Signer};

/// The reasons for which `call`, signed by `signer` at `time`, deserves the refusal `answer`; the
/// service's own clock is read from the answer. Empty when nothing is wrong with it, in which case
/// the keys are most likely others.
pub fn refusal_reasons(
    call: &Call,
    base: &Base,
    signer: &Signer,
    time: Timestamp,
    answer: &Answer,
    usual: &Service,
) -> Vec<String> {
    let mut reasons = Vec::new();
    let Ok(wire) = Wire::of(call, base, Some(signer), time) else {
        return reasons;
    };
    let theirs = answer.time().unwrap_or(time);
    wire.with(|request| {
        let Ok(authorization) = Authorization::of(request) else {
            return;
        };
        let (keys, usual) = (&signer.credentials, Usual::default());
        let found = explain(
            request,
            &authorization,
            keys,
            theirs,
            &Policy::STRICT,
            &usual,
        );
        reasons.extend(found.causes.iter().map(ToString::to_string));
        reasons.extend(
            found
                .refusals
                .iter()
                .map(|refusal| format!("{refusal}; {}", clock_advice(time, theirs))),
        );
    });
    if (signer.region.as_str(), signer.service.as_str()) != (usual.region, usual.name) {
        reasons.push(format!(
            "it was signed for `{}/{}`; the usual is `{}/{}`",
            signer.region, signer.service, usual.region, usual.name
        ));
    }
    reasons
}

fn clock_advice(ours: Timestamp, theirs: Timestamp) -> String {
    let behind = theirs.seconds().abs_diff(ours.seconds());
    let which = if theirs > ours { "behind" } else { "ahead of" };
    format!("this machine's clock is {behind} s {which} the service's, so set it right")
}
