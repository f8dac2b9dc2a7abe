use std::time::Instant;

use anyhow::Context;
use clap::ValueEnum;
use serde::Serialize;

use super::clock::Wall;
use super::keys::KeyArgs;
use super::network::NetworkArgs;
use super::output::{print, say};
use super::service::{Named, ServiceArgs};
use super::{FAILURE, FINDINGS, SUCCESS};
use crate::client::{Call, Client, Clock, Refused, Retry, Signer, refusal_reasons};
use crate::sigv4::{Place, Timestamp};
use crate::sqlaccount;

/// Check that the two keys work: a signed GET of /healthcheck, then of the first agents.
///
/// Exit code 0: both were answered; 1: something answered, but not as the service does with these
/// keys; 2: nothing answered. What failed is said with its step: name resolution, connecting, TLS,
/// waiting, the status and what it means.
///
/// With --format json all of that is one object on standard output: `ok`, `host`, `time`, and
/// `requests` with `request`, `ok`, `milliseconds` and, of one that failed, `step`, `status`,
/// `message` and `reasons`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    service: ServiceArgs,
    #[command(flatten)]
    network: NetworkArgs,
    /// Sign in the query instead of the header.
    #[arg(long)]
    query_auth: bool,
    /// How to show it.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    #[command(flatten)]
    keys: KeyArgs,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A line a request.
    #[default]
    Human,
    /// One object.
    Json,
}

/// How the test went.
#[derive(Serialize)]
struct Report {
    ok: bool,
    host: String,
    time: String,
    requests: Vec<Tried>,
}

/// One of its requests.
#[derive(Serialize)]
struct Tried {
    request: String,
    ok: bool,
    milliseconds: u128,
    #[serde(flatten)]
    fault: Option<Fault>,
}

/// Why it was not answered as the service does.
#[derive(Serialize)]
struct Fault {
    /// At which step, or with what kind of answer.
    step: &'static str,
    /// `None` when nothing answered.
    status: Option<u16>,
    message: String,
    reasons: Vec<String>,
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
    let mut requests = Vec::new();
    for (target, is_list) in [
        ("/healthcheck".to_owned(), false),
        (format!("/{}?offset=0", service.first_request), true),
    ] {
        let tried = tried(&client, &target, is_list)?;
        if args.format == Format::Human {
            tell(&tried)?;
        }
        let ok = tried.ok;
        requests.push(tried);
        if !ok {
            break;
        }
    }
    let fault = requests.iter().find_map(|tried| tried.fault.as_ref());
    let code = match fault.map(|fault| fault.status) {
        None => SUCCESS,
        Some(Some(_)) => FINDINGS,
        Some(None) => FAILURE,
    };
    let host = client.connection.base().origin();
    let time = Wall.now();
    match args.format {
        Format::Json => {
            let report = Report {
                ok: code == SUCCESS,
                host,
                time: time.to_string(),
                requests,
            };
            let text = serde_json::to_string_pretty(&report).context("cannot write the report")?;
            print(&format!("{text}\n"))?;
        }
        Format::Human if code == SUCCESS => {
            print(&format!("OK  {host} accepts these keys, at {time}\n"))?;
        }
        Format::Human => {}
    }
    Ok(code)
}

/// Sends a signed GET of `target`.
fn tried(client: &Client<'_>, target: &str, is_list: bool) -> anyhow::Result<Tried> {
    let call = Call {
        method: "GET".to_owned(),
        target: target.to_owned(),
        ..Call::default()
    };
    let (signed, started) = (client.clock.now(), Instant::now());
    let result = client.send(&call);
    let milliseconds = started.elapsed().as_millis();
    let base = client.connection.base();
    let fault = match result.map(|answer| answer.accepted(base)) {
        Ok(Ok(answer)) => {
            let has_list = answer.json().is_some_and(|json| json["data"].is_array());
            (is_list && !has_list).then(|| Fault {
                step: "answer",
                status: Some(answer.status),
                message: "it is no list of records, so this is another service".to_owned(),
                reasons: Vec::new(),
            })
        }
        Ok(Err(refused)) => Some(Fault {
            step: refused.kind(),
            status: Some(refused.answer.status),
            message: refused.to_string(),
            reasons: reasons(client, &call, &refused, signed)?,
        }),
        Err(failure) => Some(Fault {
            step: failure.step(),
            status: None,
            message: failure.to_string(),
            reasons: Vec::new(),
        }),
    };
    Ok(Tried {
        request: format!("GET {}", base.target(target)),
        ok: fault.is_none(),
        milliseconds,
        fault,
    })
}

/// Why the service may not have taken the keys.
fn reasons(
    client: &Client<'_>,
    call: &Call,
    refused: &Refused,
    signed: Timestamp,
) -> anyhow::Result<Vec<String>> {
    let answer = &refused.answer;
    if answer.status != 401 && (answer.status != 403 || answer.is_html()) {
        return Ok(Vec::new());
    }
    let keys = client.signer.as_ref();
    let keys = keys.context("the request was not signed")?;
    let service = sqlaccount::catalogue().service;
    let base = client.connection.base();
    let mut reasons = refusal_reasons(call, base, keys, signed, answer, &service);
    reasons.extend(super::keys::doubts(&keys.credentials));
    if reasons.is_empty() {
        let other = "the request is signed rightly for these keys: they have been revoked, belong to another company, or the secret key is another one";
        reasons.push(other.to_owned());
    }
    Ok(reasons)
}

fn tell(tried: &Tried) -> anyhow::Result<()> {
    let Tried {
        request,
        milliseconds,
        ..
    } = tried;
    let Some(fault) = &tried.fault else {
        return print(&format!("OK  {request}  {milliseconds} ms\n"));
    };
    say(&format!(
        "FAILED  {request}  {}: {}",
        fault.step, fault.message
    ));
    for reason in &fault.reasons {
        say(&format!("  {reason}"));
    }
    Ok(())
}
