use std::time::Instant;

use anyhow::Context;
use clap::ValueEnum;
use serde::Serialize;

use super::clock::SystemClock;
use super::help::{key_variables, network_variables};
use super::keys::KeyArgs;
use super::network::NetworkArgs;
use super::output::{eprint, print};
use super::service::{ServiceArgs, ServiceSettings};
use super::{FAILURE, FINDINGS, SUCCESS};
use crate::client::{Client, Clock, ErrorResponse, RequestSpec, Retry, Signer, refusal_reasons};
use crate::sigv4::{SignatureLocation, Timestamp};
use crate::sqlaccount;

/// Check that the keys work.
///
/// Sends a signed GET of /healthcheck and then of the first agents. Exits with 0 if both succeed,
/// with 1 if the response is not what the service gives for valid keys, and with 2 if there is no
/// response. A failure is reported with its step: name resolution, connection, TLS, timeout, or the
/// status and what it means.
///
/// --format json prints one object with `ok`, `host`, `time` and `requests`; each request has
/// `request`, `ok`, `milliseconds` and, if it failed, `step`, `status`, `message` and `reasons`.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Args {
    #[command(flatten)]
    service: ServiceArgs,
    #[command(flatten)]
    network: NetworkArgs,
    /// Format of the result.
    #[arg(long, value_enum, default_value_t)]
    format: TestFormat,
    #[command(flatten)]
    keys: KeyArgs,
}

const EXAMPLES: &str = concat!(
    "\
Examples:
  sqlacc-postman test-connection -e sql.postman_environment.json
  sqlacc-postman test-connection --host https://sql.example.com --format json
",
    key_variables!(),
    network_variables!()
);

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum TestFormat {
    /// One line per request.
    #[default]
    Human,
    /// One JSON object.
    Json,
}

/// How the test went.
#[derive(Serialize)]
struct TestReport {
    ok: bool,
    host: String,
    time: String,
    requests: Vec<RequestResult>,
}

/// One of its requests.
#[derive(Serialize)]
struct RequestResult {
    request: String,
    ok: bool,
    milliseconds: u128,
    #[serde(flatten)]
    fault: Option<RequestFailure>,
}

/// Why it failed.
#[derive(Serialize)]
struct RequestFailure {
    /// The step, or the kind of response.
    step: &'static str,
    /// `None` without a response.
    status: Option<u16>,
    message: String,
    reasons: Vec<String>,
}

pub(super) fn run(args: &Args) -> anyhow::Result<u8> {
    let service = sqlaccount::catalogue().service;
    let environment = args.keys.environment()?;
    let ServiceSettings {
        base,
        region,
        service: name,
    } = args.service.resolve(&environment, &service)?;
    let credentials = args.keys.credentials(&environment)?;
    let signer = Signer {
        credentials,
        region,
        service: name,
        location: SignatureLocation::in_query(args.service.signs_in_query()),
    };
    let client = Client {
        connection: args.network.connection(base, service.user_agent)?,
        signer: Some(signer),
        retry: Retry {
            times: 0,
            writes: false,
        },
        clock: &SystemClock,
    };
    let mut requests = Vec::new();
    for (target, is_list) in [
        ("/healthcheck".to_owned(), false),
        (format!("/{}?offset=0", service.first_request), true),
    ] {
        let result = send_test_request(&client, &target, is_list)?;
        if args.format == TestFormat::Human {
            print_result(&result)?;
        }
        let ok = result.ok;
        requests.push(result);
        if !ok {
            break;
        }
    }
    let fault = requests.iter().find_map(|result| result.fault.as_ref());
    let code = match fault.map(|fault| fault.status) {
        None => SUCCESS,
        Some(Some(_)) => FINDINGS,
        Some(None) => FAILURE,
    };
    let host = client.connection.base().origin();
    let time = SystemClock.now();
    match args.format {
        TestFormat::Json => {
            let report = TestReport {
                ok: code == SUCCESS,
                host,
                time: time.to_string(),
                requests,
            };
            let text = serde_json::to_string_pretty(&report).context("cannot write the report")?;
            print(&format!("{text}\n"))?;
        }
        TestFormat::Human if code == SUCCESS => {
            print(&format!("OK  {host} accepts these keys, at {time}\n"))?;
        }
        TestFormat::Human => {}
    }
    Ok(code)
}

/// Sends a signed GET of `target`.
fn send_test_request(
    client: &Client<'_>,
    target: &str,
    is_list: bool,
) -> anyhow::Result<RequestResult> {
    let spec = RequestSpec {
        method: "GET".to_owned(),
        target: target.to_owned(),
        ..RequestSpec::default()
    };
    let (signed, started) = (client.clock.now(), Instant::now());
    let result = client.send(&spec);
    let milliseconds = started.elapsed().as_millis();
    let base = client.connection.base();
    let fault = match result.map(|answer| answer.accepted(base)) {
        Ok(Ok(answer)) => {
            let has_list = answer.json().is_some_and(|json| json["data"].is_array());
            (is_list && !has_list).then(|| RequestFailure {
                step: "answer",
                status: Some(answer.status),
                message: "the response is not a list of records; is this the right service?"
                    .to_owned(),
                reasons: Vec::new(),
            })
        }
        Ok(Err(response)) => Some(RequestFailure {
            step: response.kind(),
            status: Some(response.answer.status),
            message: response.to_string(),
            reasons: reasons(client, &spec, &response, signed)?,
        }),
        Err(failure) => Some(RequestFailure {
            step: failure.step(),
            status: None,
            message: failure.to_string(),
            reasons: Vec::new(),
        }),
    };
    Ok(RequestResult {
        request: format!("GET {}", base.target(target)),
        ok: fault.is_none(),
        milliseconds,
        fault,
    })
}

/// Why the service may not have taken the keys.
fn reasons(
    client: &Client<'_>,
    spec: &RequestSpec,
    response: &ErrorResponse,
    signed: Timestamp,
) -> anyhow::Result<Vec<String>> {
    let answer = &response.answer;
    if answer.status != 401 && (answer.status != 403 || answer.is_html()) {
        return Ok(Vec::new());
    }
    let keys = client.signer.as_ref();
    let keys = keys.context("the request was not signed")?;
    let service = sqlaccount::catalogue().service;
    let base = client.connection.base();
    let mut reasons = refusal_reasons(spec, base, keys, signed, answer, &service);
    reasons.extend(super::keys::doubts(&keys.credentials));
    if reasons.is_empty() {
        let other = "the request is signed correctly with these keys, so they were revoked, belong to another company, or the secret key is wrong";
        reasons.push(other.to_owned());
    }
    Ok(reasons)
}

fn print_result(result: &RequestResult) -> anyhow::Result<()> {
    let RequestResult {
        request,
        milliseconds,
        ..
    } = result;
    let Some(fault) = &result.fault else {
        return print(&format!("OK  {request}  {milliseconds} ms\n"));
    };
    eprint(&format!(
        "FAILED  {request}  {}: {}",
        fault.step, fault.message
    ));
    for reason in &fault.reasons {
        eprint(&format!("  {reason}"));
    }
    Ok(())
}
