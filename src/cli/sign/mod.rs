mod copied;
mod parse;
mod received;

use std::fmt::Write;
use std::path::PathBuf;

use clap::Subcommand;

use super::clock::{at, timestamp};
use super::help::key_variables;
use super::input::read;
use super::keys::KeyArgs;
use super::output::print;
use super::{FINDINGS, SUCCESS};
use crate::client::BaseUrl;
use crate::sigv4::{Authorization, Explanation, Policy, Stages, Timestamp, UsualNames, explain};
use crate::sqlaccount;
use parse::parse;

/// Explain why a signature does not match.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Explain(ExplainArgs),
}

/// Check the signature of a request and explain why it does not match.
///
/// Exits with 1 if the service would refuse the request. Nothing is sent.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
struct ExplainArgs {
    /// The request as sent (request line, headers, empty line, body), a curl command, the output of
    /// `curl -v`, the headers that a browser shows, or a presigned URL; `-` for standard input.
    #[arg(value_name = "FILE", default_value = "-")]
    request: PathBuf,
    /// When the request arrives (UTC), such as 20260115T083000Z [default: now].
    #[arg(long, value_name = "TIME", value_parser = timestamp)]
    at: Option<Timestamp>,
    #[command(flatten)]
    keys: KeyArgs,
}

const EXAMPLES: &str = concat!(
    "\
Examples:
  sqlacc-postman sign explain request.txt -e sql.postman_environment.json
  pbpaste | sqlacc-postman sign explain -
",
    key_variables!()
);

pub(super) fn run(args: &Args) -> anyhow::Result<u8> {
    let Command::Explain(args) = &args.command;
    let received = parse(&read(&args.request)?)?;
    let environment = args.keys.environment()?;
    let credentials = args.keys.credentials(&environment)?;
    let service = sqlaccount::catalogue().service;
    let known = BaseUrl::parse(service.host)?.authority();
    let names = UsualNames::of(service.region, service.name);
    let explanation = received.with(|request| {
        let authorization = Authorization::of(request)?;
        let now = at(args.at);
        let policy = &Policy::STRICT;
        anyhow::Ok(explain(
            request,
            &authorization,
            &credentials,
            now,
            policy,
            &names.candidates(&[&known]),
        ))
    })?;
    print(&display(&explanation))?;
    let fine = explanation.matches() && explanation.refusals.is_empty();
    Ok(if fine { SUCCESS } else { FINDINGS })
}

fn display(explanation: &Explanation) -> String {
    let mut text = String::new();
    let same = explanation.matches();
    if same {
        text.push_str("The signature matches.\n");
    } else {
        text.push_str("The signature does not match.\n");
    }
    for cause in &explanation.causes {
        let _ = writeln!(text, "Cause: {cause}.\n  What to do: {}.", cause.advice());
    }
    if explanation.theirs.is_none() {
        text.push_str(&explanation.unexplained());
        text.push_str(if explanation.is_open() {
            " Compare the texts below with the ones that the client signed.\n"
        } else {
            "\n"
        });
    }
    for refusal in &explanation.refusals {
        let _ = writeln!(text, "The service would refuse it anyway: {refusal}.");
    }
    match &explanation.theirs {
        Some(theirs) if !same => {
            stages(&mut text, "as the client signed it", theirs);
            stages(&mut text, "as the service computes it", &explanation.ours);
        }
        _ => {
            stages(&mut text, "as the service computes it", &explanation.ours);
            if !same {
                let _ = writeln!(
                    text,
                    "\nsignature that was sent:\n  {}",
                    explanation.signature
                );
            }
        }
    }
    text
}

fn stages(text: &mut String, whose: &str, stages: &Stages) {
    for (name, stage) in [
        ("canonical request", &stages.canonical_request),
        ("string to sign", &stages.string_to_sign),
        ("signature", &stages.signature),
    ] {
        let _ = writeln!(text, "\n{name}, {whose}:");
        for line in stage.lines() {
            let _ = writeln!(
                text,
                "  {}",
                without_token(line)
                    .escape_debug()
                    .to_string()
                    .replace("\\'", "'")
                    .replace("\\\"", "\"")
            );
        }
    }
}

/// A line of the canonical request without the session token, which is secret.
fn without_token(line: &str) -> String {
    const HIDDEN: &str = "(not shown)";
    if let Some((name, _)) = line
        .split_once(':')
        .filter(|(name, _)| *name == "x-amz-security-token")
    {
        return format!("{name}:{HIDDEN}");
    }
    let pairs = line
        .split('&')
        .map(|pair| match pair.strip_prefix("X-Amz-Security-Token=") {
            Some(_) => format!("X-Amz-Security-Token={HIDDEN}"),
            None => pair.to_owned(),
        });
    pairs.collect::<Vec<_>>().join("&")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::parse;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn no_text_makes_the_reader_panic(
            bytes in prop::collection::vec(any::<u8>(), 0..80), text in "[ -~\n\r\\\\'\"`$é]{0,80}",
        ) {
            let _ = parse(&bytes);
            let _ = parse(text.as_bytes());
            let _ = parse(format!("GET /{text}").as_bytes());
        }
    }

    #[test]
    fn a_token_is_not_shown() {
        for line in [
            "x-amz-security-token:abc",
            "X-Amz-Date=1&X-Amz-Security-Token=abc&b=1",
        ] {
            assert!(!super::without_token(line).contains("abc"));
        }
    }
}
