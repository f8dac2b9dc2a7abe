#[cfg(feature = "sandbox")]
mod healthcheck;
mod language;
mod program;

use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use super::SUCCESS;
use super::clock::{at, timestamp};
use super::help::key_variables;
use super::input::read;
use super::keys::KeyArgs;
use super::output::{eprint, print};
use super::service::{ServiceArgs, ServiceSettings};
use crate::client::BaseUrl;
use crate::curl::{CurlBody, CurlRequest, SigningByCurl, signing_obstacle};
use crate::postman::effective::url::UrlText;
use crate::sigv4::{
    Credentials, Request, SignatureLocation, Signed, Signing, Timestamp, percent_encode, sign,
};
use crate::sqlaccount;
#[cfg(feature = "sandbox")]
pub(super) use healthcheck::{healthcheck_programs, signed_healthcheck, template_healthcheck};
use language::Language;
use program::program_text;

/// Write a signed curl command, or a program that signs and sends. Nothing is sent.
///
/// The signature of a command is valid for a few minutes. A program reads the keys from
/// `SQLACC_ACCESS_KEY` and `SQLACC_SECRET_KEY` and signs when it is run. Neither ever contains the
/// secret key.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Args {
    /// Method, such as GET.
    method: String,
    /// Path such as /agent/*, or a resource by path or title.
    #[arg(value_name = "PATH|RESOURCE")]
    target: String,
    /// Query parameters, not percent-encoded.
    #[arg(long, value_name = "KEY=VALUE", num_args = 1..)]
    query: Vec<String>,
    /// File with the body; `-` for standard input.
    #[arg(long, value_name = "FILE")]
    body: Option<PathBuf>,
    /// Content-Type of the body, or `application/pdf;template=NAME` for a PDF [default:
    /// application/json if there is a body].
    #[arg(long, value_name = "TYPE")]
    content_type: Option<String>,
    #[command(flatten)]
    service: ServiceArgs,
    /// Let curl sign with its own --aws-sigv4, so that the command does not expire.
    ///
    /// Reads the keys from `SQLACC_ACCESS_KEY` and `SQLACC_SECRET_KEY` when the command is run. A
    /// request that curl signs incorrectly is written with its signature instead.
    #[arg(long, conflicts_with = "auth_in")]
    aws_sigv4: bool,
    /// Shell to quote a command for, or language of a program.
    #[arg(long, visible_alias = "shell", value_enum, default_value_t)]
    language: Language,
    /// Sign at this time (UTC), such as 20260115T083000Z [default: now].
    #[arg(long, value_name = "TIME", value_parser = timestamp)]
    at: Option<Timestamp>,
    #[command(flatten)]
    keys: KeyArgs,
}

/// The variables that a command or a program reads the keys from.
const ACCESS_KEY_VARIABLE: &str = "SQLACC_ACCESS_KEY";
const SECRET_KEY_VARIABLE: &str = "SQLACC_SECRET_KEY";

const EXAMPLES: &str = concat!(
    "\
Examples:
  sqlacc-postman curl GET agent --query offset=0 -e sql.postman_environment.json
  sqlacc-postman curl POST agent --body agent.json --auth-in query
  sqlacc-postman curl GET /healthcheck --aws-sigv4
  sqlacc-postman curl POST agent --body agent.json --language python
",
    key_variables!()
);

pub(super) fn run(args: &Args) -> anyhow::Result<u8> {
    let catalogue = sqlaccount::catalogue();
    let environment = args.keys.environment()?;
    let ServiceSettings {
        base,
        region,
        service,
    } = args.service.resolve(&environment, &catalogue.service)?;
    let target = target(&catalogue, args)?;
    let (authority, target) = (base.authority(), base.target(&target));
    let body = args.body.as_deref().map(read).transpose()?;
    let content_type = match (&args.content_type, &body) {
        (Some(given), _) => Some(given.as_str()),
        (None, Some(_)) => Some("application/json"),
        (None, None) => None,
    };
    let mut headers = vec![("Host", authority.as_str())];
    headers.extend(content_type.map(|value| ("Content-Type", value)));
    let request = Request {
        method: &method(&args.method)?,
        target: &target,
        headers: &headers,
        body: body.as_deref().unwrap_or_default(),
    };
    let shell = match args.language {
        Language::Shell(shell) => shell,
        Language::Program(language) => {
            args.check_program()?;
            print(&program_text(&base, &request, &region, &service, language)?)?;
            return Ok(SUCCESS);
        }
    };
    let body = args.body_for_curl(body.as_deref())?;
    if args.aws_sigv4 {
        let target = target_to_send(&request, &region, &service)?;
        match signing_obstacle(&target) {
            None => {
                let content_type = content_type.map(|value| ("Content-Type".into(), value.into()));
                let unsigned = CurlRequest {
                    method: request.method.to_owned(),
                    url: format!("{}{target}", base.origin()),
                    headers: content_type.into_iter().collect(),
                    body,
                };
                let command = unsigned.signing_command(shell, &by_curl(&region, &service))?;
                print(&format!("{command}\n"))?;
                return Ok(SUCCESS);
            }
            Some(why) => eprint(&format!(
                "curl would sign this incorrectly ({why}); the command contains the signature instead"
            )),
        }
    }
    let credentials = args.keys.credentials(&environment)?;
    let signing = Signing {
        credentials: &credentials,
        region: &region,
        service: &service,
        time: at(args.at),
        location: SignatureLocation::in_query(args.service.signs_in_query()),
    };
    let signed = sign(&request, &signing)?;
    let command = CurlRequest {
        body,
        ..curl_request(&base, request.method, signed)
    };
    print(&format!("{}\n", command.command(shell)?))?;
    Ok(SUCCESS)
}

/// The target of `request` in the form in which it has to be sent, which does not depend on the keys.
fn target_to_send(request: &Request<'_>, region: &str, service: &str) -> anyhow::Result<String> {
    let nobody = Credentials::new("nobody", "nothing");
    let signing = Signing {
        credentials: &nobody,
        region,
        service,
        time: at(None),
        location: SignatureLocation::Header,
    };
    Ok(sign(request, &signing)?.target)
}

/// A signed request without its body. curl takes the host from the URL.
fn curl_request(base: &BaseUrl, method: &str, signed: Signed) -> CurlRequest {
    let headers = signed.headers.into_iter();
    CurlRequest {
        method: method.to_owned(),
        url: format!("{}{}", base.origin(), signed.target),
        headers: headers.filter(|(name, _)| name != "Host").collect(),
        body: None,
    }
}

/// How curl signs with the keys of the environment variables.
fn by_curl<'a>(region: &'a str, service: &'a str) -> SigningByCurl<'a> {
    SigningByCurl {
        region,
        service,
        access_key_variable: ACCESS_KEY_VARIABLE,
        secret_key_variable: SECRET_KEY_VARIABLE,
    }
}

fn method(given: &str) -> anyhow::Result<String> {
    if given.is_empty() || !given.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        bail!("`{given}` is not a method; write a word such as GET");
    }
    Ok(given.to_ascii_uppercase())
}

/// Path and query: the given path, or that of a resource, and the parameters.
fn target(catalogue: &crate::catalogue::Catalogue, args: &Args) -> anyhow::Result<String> {
    let mut target = if args.target.starts_with('/') {
        args.target.clone()
    } else if UrlText::new(&args.target).protocol.is_some() {
        bail!(
            "`{}` is a whole URL; write the path here, and scheme and host in --host",
            args.target
        );
    } else {
        format!("/{}", catalogue.resource(&args.target)?.path)
    };
    if target.contains('#') {
        bail!("the path contains a `#`, which is never sent; write it as %23");
    }
    for pair in &args.query {
        let Some((key, value)) = pair.split_once('=') else {
            bail!("`{pair}` is not a parameter; write KEY=VALUE");
        };
        target.push(if target.contains('?') { '&' } else { '?' });
        target.extend([&percent_encode(key), "=", &percent_encode(value)]);
    }
    Ok(target)
}

impl Args {
    /// A program signs when it is run, and in the header.
    fn check_program(&self) -> anyhow::Result<()> {
        let option = match self {
            _ if self.aws_sigv4 => "--aws-sigv4",
            _ if self.at.is_some() => "--at",
            _ if self.service.signs_in_query() => "--auth-in query",
            _ => return Ok(()),
        };
        bail!("{option} is for curl commands; a program signs in the header when it is run")
    }

    /// How curl gets the body: from the given file, or from the command itself.
    fn body_for_curl(&self, body: Option<&[u8]>) -> anyhow::Result<Option<CurlBody>> {
        Ok(match (body, &self.body) {
            (Some(_), Some(path)) if path != Path::new("-") => {
                let name = path.to_str();
                let name = name.context("the name of the body file is not valid Unicode")?;
                Some(CurlBody::File(name.to_owned()))
            }
            (body, _) => body.map(|bytes| CurlBody::Bytes(bytes.to_vec())),
        })
    }
}
