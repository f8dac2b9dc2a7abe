mod answer_view;
mod body;
mod collection;
mod edit;
mod record;
mod trust;
mod update;

use std::path::PathBuf;

use anyhow::{anyhow, bail};
use clap::ValueEnum;

use super::FINDINGS;
use super::build::BuildArgs;
use super::clock::SystemClock;
use super::help::{key_variables, network_variables};
use super::keys::KeyArgs;
use super::network::NetworkArgs;
use super::output::print_error;
use super::service::{ServiceArgs, ServiceSettings};
use crate::catalogue::{Catalogue, Operation};
use crate::client::{Client, ErrorResponse, Retry, Signer};
use crate::sigv4::SignatureLocation;
use answer_view::AnswerFormat;

/// Send one signed request: an operation of a resource, or a request of a collection.
///
/// Exits with 1 if the service refuses the request, and with 2 if it cannot be sent or there is no
/// response.
///
/// An update sends what changed. --body is sent as it is. --patch and --edit first read the record,
/// then send the changed fields, the detail arrays with changed rows, and `updatecount` raised by
/// one. The service replaces a detail array that it receives, so all remaining rows are sent: rows
/// of a patch are matched by key (`dtlkey`), rows without a key are added, and stored rows that the
/// patch does not mention stay. With --replace-rows only the rows of the patch remain. In the
/// editor, deleting a row removes it. Values that the service computes from a changed field of a
/// row, such as the amount from the quantity, are left to the service unless you change them too.
///
/// With --collection, variables, path variables and inherited auth are resolved as in Postman: the
/// environment (-e) overrides the collection, which overrides the globals. Somebody else's collection
/// gets neither your files nor your values: see --allow-file and --allow-host. Scripts are not run. If
/// the collection has no keys, or only placeholders, they come from -e, the environment variables or a
/// prompt.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Args {
    /// Resource by path or title, such as agent.
    #[arg(required_unless_present = "collection")]
    resource: Option<String>,
    /// Operation to call.
    #[arg(value_enum, required_unless_present = "collection")]
    operation: Option<Verb>,
    /// Key of the record: its code, dockey or autokey.
    #[arg(allow_hyphen_values = true, value_parser = key)]
    key: Option<String>,
    /// Only records with this value, or a report's parameter; can be repeated.
    ///
    /// Recent versions of the service also accept `300*` and `2026-01-01~2026-01-31`.
    #[arg(long, value_name = "FIELD=VALUE", value_parser = pair)]
    filter: Vec<(String, String)>,
    /// Number of records to skip in a list.
    #[arg(long, value_name = "COUNT", default_value_t = 0)]
    offset: u64,
    /// Read the whole list, page by page.
    #[arg(long)]
    all: bool,
    #[command(flatten)]
    change: Change,
    /// Get the record or report as a PDF; needs --output.
    #[arg(long, requires = "output", conflicts_with_all = ["all", "body"])]
    pdf: bool,
    /// Name of the PDF template [default: the first one of the resource].
    #[arg(long, value_name = "NAME", requires = "pdf")]
    pdf_template: Option<String>,
    /// Send a request of this collection instead.
    #[arg(long, value_name = "FILE", requires = "request", conflicts_with_all = [
        "resource", "filter", "offset", "all", "body", "no_validate", "patch", "edit", "pdf",
        "host", "region", "service", "auth_in",
    ])]
    collection: Option<PathBuf>,
    /// Path of the request, such as "Sales › Sales Invoice › List".
    ///
    /// `>` works as well as `›`, and the end of the path is enough if it is unambiguous.
    #[arg(long, value_name = "PATH", requires = "collection")]
    request: Option<String>,
    /// Postman globals.
    #[arg(long, value_name = "FILE", requires = "collection")]
    globals: Option<PathBuf>,
    /// Send this file too, or the files in this folder; can be repeated.
    ///
    /// Without it, only files in the collection's folder are sent, and no environments, key files or
    /// hidden files.
    #[arg(long, value_name = "PATH", requires = "collection")]
    allow_file: Vec<PathBuf>,
    /// Send values of your environment and your keys to this host too; can be repeated.
    ///
    /// Without it, they go only to hosts that -e or --globals name.
    #[arg(long, value_name = "HOST", requires = "collection")]
    allow_host: Vec<String>,
    /// Format of the records.
    #[arg(long, value_enum, default_value_t)]
    format: AnswerFormat,
    /// Columns of a table or CSV, by field, separated by commas.
    #[arg(long, value_name = "FIELDS", value_delimiter = ',')]
    columns: Vec<String>,
    /// Write the response to this file instead of standard output.
    #[arg(short, long, value_name = "FILE", default_value = "-")]
    output: PathBuf,
    #[command(flatten)]
    sending: SendOptions,
}

const EXAMPLES: &str = concat!(
    "\
Examples:
  sqlacc-postman send agent list --all --format csv -e sql.postman_environment.json
  sqlacc-postman send salesinvoice get 2801 --pdf -o invoice.pdf
  sqlacc-postman send agent update ALI --patch change.json
  sqlacc-postman send --collection api.json --request \"Agent > List\"
",
    key_variables!(),
    network_variables!(),
    "
  VISUAL, EDITOR        editor for --edit"
);

#[derive(Debug, clap::Args)]
struct Change {
    /// File with the body of a create or update; `-` for standard input.
    #[arg(long, value_name = "FILE")]
    body: Option<PathBuf>,
    /// Send the body without validating it.
    #[arg(long)]
    no_validate: bool,
    /// File with a JSON object whose members replace those of the record.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["body", "edit"])]
    patch: Option<PathBuf>,
    /// Change the record in an editor.
    #[arg(long, conflicts_with = "body")]
    edit: bool,
    /// Keep only the rows of the patch.
    #[arg(long, requires = "patch")]
    replace_rows: bool,
}

#[derive(Debug, clap::Args)]
struct SendOptions {
    #[command(flatten)]
    service: ServiceArgs,
    #[command(flatten)]
    network: NetworkArgs,
    /// How often to retry after 429, 502 or a failed connection.
    #[arg(long, value_name = "TIMES", default_value_t = 3, value_parser = clap::value_parser!(u32).range(0..=20))]
    retries: u32,
    /// Also retry requests that change data, which may then happen twice.
    #[arg(long)]
    retry_writes: bool,
    #[command(flatten)]
    keys: KeyArgs,
    #[command(flatten)]
    build: BuildArgs,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Verb {
    /// Header fields of many records, or the rows of a report.
    List,
    /// One complete record, by key.
    Get,
    /// Complete records, by indexed fields.
    Details,
    /// Create a record.
    Create,
    /// Change a record.
    Update,
    /// Delete a record.
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

/// A key may be of hyphens, such as the agent `----`; any other text with one before it is an option that
/// is misspelt.
fn key(text: &str) -> Result<String, String> {
    if text.starts_with('-') && text.contains(|c| c != '-') {
        return Err("there is no such option; if it is the key, write `--` before it".to_owned());
    }
    Ok(text.to_owned())
}

pub(super) fn run(args: &Args) -> anyhow::Result<u8> {
    let catalogue = args.sending.build.catalogue();
    let outcome = match (&args.collection, &args.resource, args.operation) {
        (Some(path), _, _) => collection::send(args, path, &catalogue),
        (None, Some(name), Some(verb)) => record::send(args, (name, verb), &catalogue),
        _ => bail!("name a resource and an operation, or use --collection and --request"),
    };
    let error = match outcome {
        Err(error) if error.is::<ErrorResponse>() => error,
        outcome => return outcome,
    };
    let is_unauthorised = |response: &ErrorResponse| response.answer.status == 401;
    if error.downcast_ref().is_some_and(is_unauthorised) {
        print_error(&anyhow!(
            "{error} (`sqlacc-postman test-connection` finds out why)"
        ));
    } else {
        print_error(&error);
    }
    Ok(FINDINGS)
}

impl SendOptions {
    /// A client of the chosen service with the chosen keys.
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
            location: SignatureLocation::in_query(self.service.signs_in_query()),
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
