//! A request of a Postman collection.

use std::fs;
use std::io;
use std::path::Path;
use std::time::SystemTime;

use anyhow::bail;

use super::answer_view::json;
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
    for (scope, file, document) in &documents {
        scopes.add(*scope, file.environment(document)?.variables());
    }
    let dynamic = DynamicVariables {
        now: SystemTime::now(),
        random: &|| getrandom::u64().unwrap_or_default(),
    };
    let variables = Variables {
        scopes: &scopes,
        dynamic: &|name| dynamic.value(name),
    };
    let resolved = resolve(collection, request, &variables, &Files { read: &content })?;
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
        Err(_) => write_bytes(&args.output, &answer.body)?,
    }
    Ok(SUCCESS)
}

/// The collection's own keys where it has any, else those that the command line names.
fn signer(args: &Args, file: Option<&EnvironmentFile>, aws: AwsAuth) -> anyhow::Result<Signer> {
    let is_missing = |key: &str| key.is_empty() || key.starts_with("your_");
    let credentials = if is_missing(&aws.access_key) || is_missing(&aws.secret_key) {
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

/// The content of a file that a body refers to. As in Postman, a path is relative to the working
/// directory. Nothing outside it is read, because a collection may come from anybody.
fn content(path: &str) -> Result<Vec<u8>, String> {
    let reason = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound => "not found in the current folder".into(),
        _ => error.to_string(),
    };
    let folder = Path::new(".").canonicalize().map_err(reason)?;
    let file = Path::new(path).canonicalize().map_err(reason)?;
    if !file.starts_with(folder) {
        return Err("outside the current folder; only files in it are sent".to_owned());
    }
    fs::read(file).map_err(reason)
}
