//! Other days, regions and services than those of the credential.

use crate::sigv4::authorization::Authorization;
use crate::sigv4::cause::{Cause, Place};
use crate::sigv4::credential_scope::CredentialScope;
use crate::sigv4::signature_inputs::{Candidates, Hypothesis};
use crate::sigv4::timestamp::Timestamp;

const REGIONS: [&str; 30] = [
    "us-east-1",
    "us-east-2",
    "us-west-1",
    "us-west-2",
    "ap-southeast-1",
    "ap-southeast-2",
    "ap-southeast-3",
    "ap-southeast-4",
    "ap-southeast-5",
    "ap-southeast-7",
    "ap-south-1",
    "ap-south-2",
    "ap-east-1",
    "ap-northeast-1",
    "ap-northeast-2",
    "ap-northeast-3",
    "eu-west-1",
    "eu-west-2",
    "eu-west-3",
    "eu-central-1",
    "eu-central-2",
    "eu-north-1",
    "eu-south-1",
    "ca-central-1",
    "sa-east-1",
    "me-south-1",
    "me-central-1",
    "af-south-1",
    "cn-north-1",
    "us-gov-west-1",
];
const SERVICES: [&str; 14] = [
    "execute-api",
    "sqlaccount",
    "s3",
    "lambda",
    "sts",
    "iam",
    "es",
    "aws",
    "host",
    "service",
    "dynamodb",
    "sql",
    "appsync",
    "apigateway",
];
const DAY: i64 = 86_400;

/// Where another scope may have been used.
const PLACES: [Place; 3] = [Place::Everywhere, Place::Key, Place::StringToSign];

/// Guesses at the scope, nearest first.
pub(super) fn scopes(
    authorization: &Authorization,
    candidates: &Candidates<'_>,
) -> Vec<Hypothesis> {
    let scope = &authorization.scope;
    // Only the first guesses are tried in pairs: regions and services that clients are seen to use.
    let usual = others(scope, candidates.regions, candidates.services);
    let mut all: Vec<Hypothesis> = PLACES
        .iter()
        .flat_map(|place| usual.iter().map(|other| elsewhere(scope, other, *place)))
        .collect();
    for region in candidates.regions {
        for service in candidates.services {
            all.push(both(scope, region, service));
        }
    }
    all.push(both(scope, &scope.service, &scope.region));
    for other in others(scope, &REGIONS, &SERVICES) {
        if !usual.contains(&other) {
            all.extend(PLACES.map(|place| elsewhere(scope, &other, place)));
        }
    }
    for (part, own) in [("region", &scope.region), ("service", &scope.service)] {
        for written in [own.to_uppercase(), own.to_lowercase(), String::new()] {
            if written != *own {
                all.extend(PLACES.map(|place| elsewhere(scope, &(part, written.clone()), place)));
            }
        }
    }
    all.extend(days(authorization));
    all
}

/// A part of the scope, and another value of it.
type Other = (&'static str, String);

/// The regions and services that are not those of `scope`.
fn others(scope: &CredentialScope, regions: &[&str], services: &[&str]) -> Vec<Other> {
    let regions = regions.iter().filter(|region| **region != scope.region);
    let services = services.iter().filter(|service| **service != scope.service);
    let regions = regions.map(|region| ("region", (*region).to_owned()));
    let services = services.map(|service| ("service", (*service).to_owned()));
    regions.chain(services).collect()
}

/// Another value of a part of the scope, in that place.
fn elsewhere(scope: &CredentialScope, (part, other): &Other, place: Place) -> Hypothesis {
    let mut changed = scope.clone();
    match *part {
        "day" => other.clone_into(&mut changed.date),
        "region" => other.clone_into(&mut changed.region),
        _ => other.clone_into(&mut changed.service),
    }
    let cause = Cause::Scope {
        part,
        signed: other.clone(),
        place,
    };
    applied(cause, changed, place)
}

fn applied(cause: Cause, changed: CredentialScope, place: Place) -> Hypothesis {
    Hypothesis::new(cause, move |inputs| {
        if place != Place::StringToSign {
            let CredentialScope {
                date,
                region,
                service,
            } = changed.clone();
            let [day, old_region, old_service, _] = &mut inputs.key.parts;
            (*day, *old_region, *old_service) = (date, region, service);
        }
        if place != Place::Key {
            inputs.scope = changed.to_string();
        }
    })
}

/// Another region and another service.
fn both(scope: &CredentialScope, region: &str, service: &str) -> Hypothesis {
    let changed = CredentialScope {
        region: region.to_owned(),
        service: service.to_owned(),
        ..scope.clone()
    };
    let cause = Cause::Scope {
        part: "region and service",
        signed: format!("{region}/{service}"),
        place: Place::Everywhere,
    };
    applied(cause, changed, Place::Everywhere)
}

/// The day before and after, the day of the time, and other ways to write the day.
fn days(authorization: &Authorization) -> Vec<Hypothesis> {
    let scope = &authorization.scope;
    let day = Timestamp::of_day(&scope.date).unwrap_or(authorization.time);
    let own = day.date();
    let written = |separator: &str| {
        let part = |from: usize, to: usize| own.get(from..to).unwrap_or_default();
        [part(0, 4), part(4, 6), part(6, 8)].join(separator)
    };
    let mut days = vec![
        day.shifted(DAY).date(),
        day.shifted(-DAY).date(),
        authorization.time.date(),
        authorization.time.to_string(),
        written("-"),
        written("/"),
        own.get(2..).unwrap_or_default().to_owned(),
    ];
    days.retain(|other| *other != own);
    days.into_iter()
        .flat_map(|other| PLACES.map(|place| elsewhere(scope, &("day", other.clone()), place)))
        .collect()
}
