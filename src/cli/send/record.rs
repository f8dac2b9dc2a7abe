//! An operation of a resource.

use anyhow::bail;

use super::answer_view::{AnswerView, show};
use super::body::checked_body;
use super::{Args, Verb, update};
use crate::catalogue::{Catalogue, Operation, Resource, ResourceKind};
use crate::cli::SUCCESS;
use crate::cli::output::{eprint, write, write_bytes};
use crate::cli::progress;
use crate::client::{Arguments, Client, fetch_all_records, operation_request};

pub(super) fn send(
    args: &Args,
    (name, verb): (&str, Verb),
    catalogue: &Catalogue,
) -> anyhow::Result<u8> {
    let resource = catalogue.resource(name)?;
    check_options(args, verb)?;
    let operation = match (&args.pdf, verb) {
        (None, verb) => verb.operation(),
        (Some(_), Verb::Get) => Operation::Pdf,
        (Some(_), Verb::List) if resource.kind == ResourceKind::Report => Operation::Pdf,
        (Some(_), _) => bail!("--pdf goes with `get` and a key, and with `list` of a report"),
    };
    let offset = args.offset.to_string();
    let with = Arguments {
        key: args.key.as_deref(),
        filters: &args.filter,
        page: Some(offset.as_str()).filter(|_| operation == Operation::List),
        template: template(args, resource, operation)?,
    };
    // What can be told wrong without the service is told before the keys are asked for.
    let mut spec = operation_request(catalogue, resource, operation, &with)?;
    if let Some(path) = &args.change.body {
        spec.body = checked_body(args, path, (catalogue, resource), operation)?;
    }
    let reads_all = args.all && operation == Operation::List;
    let client = args.sending.client(catalogue)?;
    if operation == Operation::Update && args.change.body.is_none() {
        return update::send(args, &client, (resource, catalogue), spec);
    }
    if reads_all {
        return send_all(args, &client, (catalogue, resource));
    }
    let answer = client.send(&spec)?.accepted(client.connection.base())?;
    if let Some(path) = &args.pdf {
        if !answer.is_pdf() {
            bail!(
                "the answer is no PDF, so `{}` is not written",
                path.display()
            );
        }
        write_bytes(path, &answer.body)?;
        return Ok(SUCCESS);
    }
    let view = AnswerView {
        format: args.format,
        columns: &args.columns,
        answers: catalogue.conventions.answers,
        resource,
        operation,
    };
    write(&args.output, &show(&view, &answer)?)?;
    Ok(SUCCESS)
}

/// Whether the options belong to the operation.
fn check_options(args: &Args, verb: Verb) -> anyhow::Result<()> {
    let writes = [Verb::Create, Verb::Update].contains(&verb);
    if args.change.body.is_some() && !writes {
        bail!("--body goes with `create` and `update`");
    }
    if (args.change.edit || args.change.patch.is_some()) && verb != Verb::Update {
        bail!("--edit and --patch go with `update`");
    }
    if verb == Verb::Create && args.change.body.is_none() {
        bail!("`create` needs --body with a file, or `-` for standard input");
    }
    if verb == Verb::Update
        && args.change.body.is_none()
        && !args.change.edit
        && args.change.patch.is_none()
    {
        bail!("`update` needs --body, --patch or --edit");
    }
    if args.all && verb != Verb::List {
        bail!("--all goes with `list`");
    }
    if args.offset > 0 && verb != Verb::List {
        bail!("--offset goes with `list`");
    }
    if !args.filter.is_empty() && ![Verb::List, Verb::Details].contains(&verb) {
        bail!("--filter goes with `list` and `details`");
    }
    Ok(())
}

fn template<'a>(
    args: &'a Args,
    resource: &Resource,
    operation: Operation,
) -> anyhow::Result<&'a str> {
    match (operation, &args.template, resource.pdf) {
        (Operation::Pdf, Some(name), _) => Ok(name),
        (Operation::Pdf, None, Some([])) => {
            bail!(
                "no report of {} is known by name; give one with --template",
                resource.path
            )
        }
        (Operation::Pdf, None, Some([first, ..])) => Ok(first),
        _ => Ok(""),
    }
}

fn send_all(
    args: &Args,
    client: &Client,
    (catalogue, resource): (&Catalogue, &Resource),
) -> anyhow::Result<u8> {
    if resource.key.is_none() {
        bail!(
            "{} is no list of records: it has no pages, so leave --all out",
            resource.path
        );
    }
    let bar = progress::counting("records");
    let filters = &args.filter;
    let all = fetch_all_records(
        client,
        (catalogue, resource),
        filters,
        Some(args.offset.to_string()),
        &mut |count| {
            bar.set_position(count as u64);
        },
    );
    bar.finish_and_clear();
    let all = match all {
        Err(crate::client::PageError::ErrorResponse(refused)) => return Err(refused.into()),
        other => other?,
    };
    if all.repeated > 0 {
        eprint(&format!(
            "{} records came twice and are shown once: the list was changed while it was read, so records may be missing; read it again to be sure",
            all.repeated
        ));
    }
    let view = AnswerView {
        format: args.format,
        columns: &args.columns,
        answers: catalogue.conventions.answers,
        resource,
        operation: Operation::List,
    };
    write(&args.output, &view.records(all.records, args.offset)?)?;
    Ok(SUCCESS)
}
