//! Other times than the one that was sent.

use crate::sigv4::authorization::Authorization;
use crate::sigv4::cause::{Cause, Place};
use crate::sigv4::signature_inputs::{Hypothesis, SignatureInputs};

/// How many seconds a sender may take between two looks at its clock.
const SECONDS: i64 = 30;
const QUARTER: i64 = 900;
/// Local times, in quarters of an hour from UTC.
const ZONES: i64 = 56;

/// Local times taken for UTC, and clocks read twice.
pub(super) fn clocks(authorization: &Authorization) -> Vec<Hypothesis> {
    // Malaysia's time first.
    let shifts = [8 * 3600, 1, 2]
        .into_iter()
        .chain((1..=ZONES).map(|quarter| quarter * QUARTER))
        .chain(3..=SECONDS);
    let places: &[Place] = if authorization.is_presigned() {
        &[Place::StringToSign]
    } else {
        &[
            Place::Everywhere,
            Place::StringToSign,
            Place::CanonicalRequest,
        ]
    };
    let time = authorization.time;
    shifts
        .flat_map(|seconds: i64| [seconds, -seconds])
        .flat_map(|seconds| places.iter().map(move |place| (seconds, *place)))
        .map(|(seconds, place)| {
            let shifted = time.shifted(seconds).to_string();
            Hypothesis::new(Cause::Clock { seconds, place }, move |inputs| {
                if place != Place::CanonicalRequest {
                    shifted.clone_into(&mut inputs.time);
                }
                if place != Place::StringToSign {
                    set_header(inputs, &shifted);
                }
            })
        })
        .collect()
}

/// Sets the time in the lines of the headers.
pub(super) fn set_header(inputs: &mut SignatureInputs, time: &str) {
    for (name, value) in &mut inputs.request.headers {
        if name == "x-amz-date" {
            time.clone_into(value);
        }
    }
}
