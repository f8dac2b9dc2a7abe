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
    let operation = match (args.pdf, verb) {
        (false, verb) => verb.operation(),
        (true, Verb::Get) => Operation::Pdf,
        (true, Verb::List) if resource.kind == ResourceKind::Report => Operation::Pdf,
        (true, _) => bail!("--pdf works with `get` and a key, and with `list` of a report"),
    };
    let offset = args.offset.to_string();
    let with = Arguments {
        key: args.key.as_deref(),
        filters: &args.filter,
        page: Some(offset.as_str()).filter(|_| operation == Operation::List),
        template: template(args, resource, operation)?,
    };
    // Whatever can be checked locally is reported before the keys are prompted for.
    let mut spec = operation_request(catalogue, resource, operation, &with)?;
    check_body(args, verb)?;
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
    if args.pdf {
        if !answer.is_pdf() {
            bail!(
                "the response is not a PDF, so `{}` was not written",
                args.output.display()
            );
        }
        write_bytes(&args.output, &answer.body)?;
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
        bail!("--body works with `create` and `update`");
    }
    if (args.change.edit || args.change.patch.is_some()) && verb != Verb::Update {
        bail!("--edit and --patch work with `update`");
    }
    if args.all && verb != Verb::List {
        bail!("--all works with `list`");
    }
    if args.offset > 0 && verb != Verb::List {
        bail!("--offset works with `list`");
    }
    if !args.filter.is_empty() && ![Verb::List, Verb::Details].contains(&verb) {
        bail!("--filter works with `list` and `details`");
    }
    Ok(())
}

/// Whether there is something to write, which is asked of an operation that the resource has.
fn check_body(args: &Args, verb: Verb) -> anyhow::Result<()> {
    if verb == Verb::Create && args.change.body.is_none() {
        bail!("`create` needs --body FILE, or --body - for standard input");
    }
    if verb == Verb::Update
        && args.change.body.is_none()
        && !args.change.edit
        && args.change.patch.is_none()
    {
        bail!("`update` needs --body, --patch or --edit");
    }
    Ok(())
}

fn template<'a>(
    args: &'a Args,
    resource: &Resource,
    operation: Operation,
) -> anyhow::Result<&'a str> {
    match (operation, &args.pdf_template, resource.pdf) {
        (Operation::Pdf, Some(name), _) => Ok(name),
        (Operation::Pdf, None, Some([])) => {
            bail!(
                "no PDF template of {} is known; name one with --pdf-template",
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
        bail!("{} has no pages; leave out --all", resource.path);
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
            "the list changed while it was read: {} duplicate records were removed, and others may be missing; read it again to be sure",
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
