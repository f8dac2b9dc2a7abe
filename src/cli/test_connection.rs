use std::time::Instant;

use anyhow::Context;

use super::clock::Wall;
use super::keys::KeyArgs;
use super::network::NetworkArgs;
use super::output::{print, say};
use super::service::{Named, ServiceArgs};
use super::{FAILURE, FINDINGS, SUCCESS};
use crate::client::{
    Answer, Call, Client, Clock, Failure, Refused, Retry, Signer, refusal_reasons,
};
use crate::sigv4::{Place, Timestamp};
use crate::sqlaccount;

/// Check that the two keys work: a signed GET of /healthcheck, then of the first agents.
///
/// Exit code 0: both were answered; 1: something answered, but not as the service does with these
/// keys; 2: nothing answered. What failed is said with its step: name resolution, connecting, TLS,
/// waiting, the status and what it means.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    service: ServiceArgs,
    #[command(flatten)]
    network: NetworkArgs,
    /// Sign in the query instead of the header.
    #[arg(long)]
    query_auth: bool,
    #[command(flatten)]
    keys: KeyArgs,
}

/// Why a step is not passed.
enum Fault {
    Failure(Failure),
    Refused(Refused, Timestamp),
    /// The answer is no list of records.
    NoList,
}

pub(super) fn run(args: &Args) -> anyhow::Result<u8> {
    let service = sqlaccount::catalogue().service;
    let environment = args.keys.environment()?;
    let Named {
        base,
        region,
        service: name,
    } = args.service.named(&environment, &service)?;
    let credentials = args.keys.credentials(&environment)?;
    let signer = Signer {
        credentials,
        region,
        service: name,
        place: Place::in_query(args.query_auth),
    };
    let client = Client {
        connection: args.network.connection(base, service.user_agent)?,
        signer: Some(signer),
        retry: Retry {
            times: 0,
            writes: false,
        },
        clock: &Wall,
    };
    for (target, is_list) in [
        ("/healthcheck".to_owned(), false),
        (format!("/{}?offset=0", service.first_request), true),
    ] {
        let call = Call {
            method: "GET".to_owned(),
            target,
            ..Call::default()
        };
        let started = Instant::now();
        match step(&client, &call, is_list) {
            Ok(()) => print(&format!(
                "OK  GET {}  {} ms\n",
                client.connection.base().target(&call.target),
                started.elapsed().as_millis()
            ))?,
            Err(fault) => return report(&client, &call, &fault),
        }
    }
    let host = client.connection.base().origin();
    let now = Wall.now();
    print(&format!("OK  {host} accepts these keys, at {now}\n"))?;
    Ok(SUCCESS)
}

fn step(client: &Client<'_>, call: &Call, is_list: bool) -> Result<(), Fault> {
    let signed = client.clock.now();
    let answer = client.send(call).map_err(Fault::Failure)?;
    let answer = answer.accepted(client.connection.base());
    let answer: Answer = answer.map_err(|refused| Fault::Refused(refused, signed))?;
    let has_list = answer.json().is_some_and(|json| json["data"].is_array());
    if is_list && !has_list {
        return Err(Fault::NoList);
    }
    Ok(())
}

fn report(client: &Client<'_>, call: &Call, fault: &Fault) -> anyhow::Result<u8> {
    let what = format!(
        "{} {}",
        call.method,
        client.connection.base().target(&call.target)
    );
    let (refused, signed) = match fault {
        Fault::Failure(failure) => {
            say(&format!("FAILED  {what}  {}: {failure}", failure.step()));
            return Ok(FAILURE);
        }
        Fault::NoList => {
            say(&format!(
                "FAILED  {what}  answer: it is no list of records, so this is another service"
            ));
            return Ok(FINDINGS);
        }
        Fault::Refused(refused, signed) => (refused, *signed),
    };
    say(&format!("FAILED  {what}  {}: {refused}", refused.kind()));
    let answer = &refused.answer;
    if answer.status == 401 || answer.status == 403 && !answer.is_html() {
        let keys = client
            .signer
            .as_ref()
            .context("the request was not signed")?;
        let service = sqlaccount::catalogue().service;
        let base = client.connection.base();
        let mut reasons = refusal_reasons(call, base, keys, signed, answer, &service);
        reasons.extend(super::keys::doubts(&keys.credentials));
        for reason in &reasons {
            say(&format!("  {reason}"));
        }
        if reasons.is_empty() {
            say(
                "  the request is signed rightly for these keys: they have been revoked, belong to another company, or the secret key is another one",
            );
        }
    }
    Ok(FINDINGS)
}
