mod answer_view;
mod body;
mod collection;
mod edit;
mod record;
mod update;

use std::path::PathBuf;

use anyhow::{anyhow, bail};
use clap::ValueEnum;

use super::FINDINGS;
use super::clock::SystemClock;
use super::keys::KeyArgs;
use super::network::NetworkArgs;
use super::output::print_error;
use super::service::{ServiceArgs, ServiceSettings};
use crate::catalogue::{Catalogue, Operation};
use crate::client::{Client, ErrorResponse, Retry, Signer};
use crate::sigv4::SignatureLocation;
use crate::sqlaccount;
use answer_view::AnswerFormat;

/// Send one signed request: an operation of a resource, as the catalogue knows it, or a request of a
/// Postman collection.
///
/// Exit code 1 when the service refuses it, 2 when it cannot be sent or nothing answers.
///
/// An update sends what changes. `--body` is sent as it is; `--patch` and `--edit` first read the
/// record and then send the changed fields, the rows of the detail arrays that are touched, and
/// `updatecount` raised by one. The service replaces a detail array that is sent, so all rows that
/// are to remain are sent along: rows of a patch are matched by their key (`dtlkey`), those without
/// a key are added, stored rows that the patch does not name stay. With --replace-rows the patch's
/// rows are all that remain. In the editor, what you take out of a list of rows is removed. What the
/// service works out from a changed field of a row, such as the amount from the quantity, is left to
/// it unless you change it too.
///
/// With --collection variables, path variables and inherited auth are resolved as Postman does it:
/// the environment (-e) before the collection before the globals. Files of a body are read from the
/// current folder and what is below it. Scripts are not run. Where the collection has no keys, or
/// only placeholders, they come from where they always come from.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// A resource by path or title, such as agent.
    #[arg(required_unless_present = "collection")]
    resource: Option<String>,
    /// What to do with it.
    #[arg(value_enum, required_unless_present = "collection")]
    operation: Option<Verb>,
    /// The key of the record: its code, dockey or autokey.
    key: Option<String>,
    /// Only records whose field has that value; `300*` and `2026-01-01~2026-01-31` where the service
    /// is new enough. For a report one of its parameters.
    #[arg(long, value_name = "FIELD=VALUE", value_parser = pair)]
    filter: Vec<(String, String)>,
    /// How many records a list skips.
    #[arg(long, value_name = "COUNT", default_value_t = 0)]
    offset: u64,
    /// The whole list, page by page.
    #[arg(long)]
    all: bool,
    #[command(flatten)]
    change: Change,
    /// Get the record or report as a PDF, into this file.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["all", "body"])]
    pdf: Option<PathBuf>,
    /// The name of the PDF's report; the resource's first if left out.
    #[arg(long, value_name = "NAME", requires = "pdf")]
    template: Option<String>,
    /// Send a request of this collection instead.
    #[arg(long, value_name = "FILE", requires = "request", conflicts_with_all = [
        "resource", "filter", "offset", "all", "body", "no_check", "patch", "edit", "pdf",
        "host", "region", "service", "query_auth",
    ])]
    collection: Option<PathBuf>,
    /// The names of its folders and its own, such as "Sales › Sales Invoice › List"; the end of the
    /// path is enough where it is clear, and `>` is as good as `›`.
    #[arg(long, value_name = "PATH", requires = "collection")]
    request: Option<String>,
    /// Postman's globals.
    #[arg(long, value_name = "FILE", requires = "collection")]
    globals: Option<PathBuf>,
    /// How to show records.
    #[arg(long, value_enum, default_value_t)]
    format: AnswerFormat,
    /// The columns of a table or of CSV, by field, separated by commas.
    #[arg(long, value_name = "FIELDS", value_delimiter = ',')]
    columns: Vec<String>,
    /// Where to write the answer; `-` for standard output.
    #[arg(short, long, value_name = "FILE", default_value = "-")]
    output: PathBuf,
    #[command(flatten)]
    sending: SendOptions,
}

#[derive(Debug, clap::Args)]
struct Change {
    /// The body of a create or update, which is checked first; `-` for standard input.
    #[arg(long, value_name = "FILE")]
    body: Option<PathBuf>,
    /// Send the body unchecked.
    #[arg(long)]
    no_check: bool,
    /// Change the record by this JSON object, whose members take the place of the record's.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["body", "edit"])]
    patch: Option<PathBuf>,
    /// Change the record in an editor, `VISUAL` or `EDITOR`.
    #[arg(long, conflicts_with = "body")]
    edit: bool,
    /// The rows of the patch are all that remain.
    #[arg(long, requires = "patch")]
    replace_rows: bool,
}

#[derive(Debug, clap::Args)]
struct SendOptions {
    #[command(flatten)]
    service: ServiceArgs,
    #[command(flatten)]
    network: NetworkArgs,
    /// How many times to try again after 429, 502 or a connection that failed.
    #[arg(long, value_name = "TIMES", default_value_t = 3, value_parser = clap::value_parser!(u32).range(0..=20))]
    retries: u32,
    /// Try again also what changes something, at the risk of doing it twice.
    #[arg(long)]
    retry_writes: bool,
    /// Sign in the query instead of the header.
    #[arg(long)]
    query_auth: bool,
    #[command(flatten)]
    keys: KeyArgs,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Verb {
    /// Master fields of many records; for a report its rows.
    List,
    /// One whole record by its key.
    Get,
    /// Whole records by indexed fields.
    Details,
    /// Make a record.
    Create,
    /// Change a record.
    Update,
    /// Remove a record.
    Delete,
}

impl Verb {
    fn operation(self) -> Operation {
        match self {
            Self::List => Operation::List,
            Self::Get => Operation::Get,
            Self::Details => Operation::Details,
            Self::Create => Operation::Create,
            Self::Update => Operation::Update,
            Self::Delete => Operation::Delete,
        }
    }
}

fn pair(text: &str) -> Result<(String, String), String> {
    let pair = text.split_once('=').filter(|(field, _)| !field.is_empty());
    let (field, value) = pair.ok_or_else(|| "write FIELD=VALUE".to_owned())?;
    Ok((field.to_owned(), value.to_owned()))
}

pub(super) fn run(args: &Args) -> anyhow::Result<u8> {
    let catalogue = sqlaccount::catalogue();
    let outcome = match (&args.collection, &args.resource, args.operation) {
        (Some(path), _, _) => collection::send(args, path, &catalogue),
        (None, Some(name), Some(verb)) => record::send(args, (name, verb), &catalogue),
        _ => bail!("give a resource and what to do with it, or --collection and --request"),
    };
    let error = match outcome {
        Err(error) if error.is::<ErrorResponse>() => error,
        outcome => return outcome,
    };
    let is_unauthorised = |response: &ErrorResponse| response.answer.status == 401;
    if error.downcast_ref().is_some_and(is_unauthorised) {
        print_error(&anyhow!(
            "{error} (`sqlacc-postman test-connection` looks for the reason)"
        ));
    } else {
        print_error(&error);
    }
    Ok(FINDINGS)
}

impl SendOptions {
    /// A client of the service that is meant, with the keys that are meant.
    fn client(&self, catalogue: &Catalogue) -> anyhow::Result<Client<'static>> {
        let environment = self.keys.environment()?;
        let ServiceSettings {
            base,
            region,
            service,
        } = self.service.resolve(&environment, &catalogue.service)?;
        let signer = Signer {
            credentials: self.keys.credentials(&environment)?,
            region,
            service,
            location: SignatureLocation::in_query(self.query_auth),
        };
        Ok(Client {
            connection: self
                .network
                .connection(base, catalogue.service.user_agent)?,
            signer: Some(signer),
            retry: self.retry(),
            clock: &SystemClock,
        })
    }

    fn retry(&self) -> Retry {
        Retry {
            times: self.retries,
            writes: self.retry_writes,
        }
    }
}
