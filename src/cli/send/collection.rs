//! A request of a Postman collection.

use std::borrow::Cow;
use std::path::Path;
use std::time::SystemTime;

use anyhow::bail;

use super::answer_view::json;
use super::trust::{FilePolicy, OwnValues};
use super::{AnswerFormat, Args};
use crate::catalogue::Catalogue;
use crate::cli::SUCCESS;
use crate::cli::clock::SystemClock;
use crate::cli::environment::EnvironmentFile;
use crate::cli::input::{parse_collection, read};
use crate::cli::output::write_bytes;
use crate::client::collection::{AwsAuth, DynamicVariables, Files, Variables, resolve};
use crate::client::{Client, Signer};
use crate::json::Document;
use crate::postman::effective::{Scope, Scopes, Variable};
use crate::postman::view::Collection;
use crate::report::visible::visible_lines;
use crate::sigv4::Credentials;

pub(super) fn send(args: &Args, path: &Path, catalogue: &Catalogue) -> anyhow::Result<u8> {
    if args.format != AnswerFormat::Json || !args.columns.is_empty() {
        bail!("--format and --columns work with a resource, not with --collection");
    }
    let Some(request) = &args.request else {
        bail!("--collection needs --request, such as --request \"Sales › Sales Invoice › List\"");
    };
    let bytes = read(path)?;
    let document = parse_collection(&bytes, || format!("cannot read `{}`", path.display()))?;
    let collection = Collection::of(&document);
    let environment = args.sending.keys.environment_file()?;
    let globals = args
        .globals
        .as_deref()
        .map(EnvironmentFile::read)
        .transpose()?;
    let files = [
        (Scope::Environment, &environment),
        (Scope::Globals, &globals),
    ];
    let mut documents = Vec::new();
    for (scope, file) in files {
        if let Some(file) = file {
            documents.push((scope, file, file.parse()?));
        }
    }
    let mut scopes = Scopes::default();
    scopes.add(Scope::Collection, Variable::of_collection(collection));
    let mut own_scopes = Scopes::default();
    for (scope, file, document) in &documents {
        for scopes in [&mut scopes, &mut own_scopes] {
            scopes.add(*scope, file.environment(document)?.variables());
        }
    }
    let dynamic = DynamicVariables {
        now: SystemTime::now(),
        random: &|| getrandom::u64().unwrap_or_default(),
    };
    let own = OwnValues::default();
    let variables = Variables {
        scopes: &scopes,
        dynamic: &|name| dynamic.value(name),
        observe: &|scope, variable| own.observe(scope, variable),
    };
    let policy = FilePolicy::new(args, path)?;
    let read = |path: &str| policy.read(path);
    let resolved = resolve(collection, request, &variables, &Files { read: &read })?;
    let signs = resolved.aws.as_ref().is_some_and(lacks_keys);
    own.check(&resolved.base, &own_scopes, &args.allow_host, signs)?;
    let network = &args.sending.network;
    let connection = network.connection(resolved.base, catalogue.service.user_agent)?;
    let signer = match resolved.aws {
        Some(aws) => Some(signer(args, environment.as_ref(), aws)?),
        None => None,
    };
    let client = Client {
        connection,
        signer,
        retry: args.sending.retry(),
        clock: &SystemClock,
    };
    let answer = client.send(&resolved.spec)?;
    let answer = if answer.is_success() {
        answer
    } else {
        answer.accepted(client.connection.base())?
    };
    match Document::parse(&answer.body) {
        Ok(_) => write_bytes(&args.output, json(&answer.body).as_bytes())?,
        Err(_) => write_bytes(&args.output, &shown(args, &answer.body))?,
    }
    Ok(SUCCESS)
}

/// An answer that is not JSON: unchanged for a file, for people without what a terminal or a log would obey.
fn shown<'b>(args: &Args, body: &'b [u8]) -> Cow<'b, [u8]> {
    match std::str::from_utf8(body) {
        Ok(text) if args.output == Path::new("-") => Cow::Owned(visible_lines(text).into_bytes()),
        _ => Cow::Borrowed(body),
    }
}

/// Whether the collection has no keys, or only placeholders.
fn lacks_keys(aws: &AwsAuth) -> bool {
    let is_missing = |key: &str| key.is_empty() || key.starts_with("your_");
    is_missing(&aws.access_key) || is_missing(&aws.secret_key)
}

/// The collection's own keys where it has any, else those that the command line names.
fn signer(args: &Args, file: Option<&EnvironmentFile>, aws: AwsAuth) -> anyhow::Result<Signer> {
    let credentials = if lacks_keys(&aws) {
        let keys = &args.sending.keys;
        keys.credentials(
            &file
                .map(EnvironmentFile::values)
                .transpose()?
                .unwrap_or_default(),
        )?
    } else {
        Credentials::new(aws.access_key, aws.secret_key.as_str())
            .with_session_token(aws.session_token.as_str())
    };
    Ok(Signer {
        credentials,
        region: aws.region,
        service: aws.service,
        location: aws.location,
    })
}
