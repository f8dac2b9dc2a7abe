//! `sandbox`: the service on this machine.

mod child;
mod data;
mod environment;
mod exporter;
mod limits;
mod log;
mod seed;
mod signals;
mod value_parsers;

use std::ffi::OsString;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::SystemTime;

use anyhow::{Context, bail};
use clap::ValueEnum;
use tokio::sync::watch;

use super::SUCCESS;
use super::build::BuildArgs;
use super::output::{eprint, print};
use crate::sandbox::engine::{Engine, EngineOptions, ErrorShape};
use crate::sandbox::http::{FaultInjection, Options, Parts, Service, serve};
use crate::sandbox::keys::UserCode;
use crate::sandbox::{ClockAndRng, NoRandomness};
use signals::Signals;

pub(super) use data::{DataArgs, describe};
pub(super) use environment::write_environment;

/// Whose keys `--write-environment` generates: the API's own user, as the vendor advises.
const ENVIRONMENT_USER: &str = "API";

/// Run a sandbox of SQL Account's API Service on this machine.
///
/// It follows the service's rules, verifies signatures and needs no licence. Its console, reachable
/// from this machine only, generates and revokes keys: log in as ADMIN with the password ADMIN.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Args {
    /// Address to listen on; port 0 for any free port.
    #[arg(long, value_name = "ADDRESS", value_parser = value_parsers::address, default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// Loopback address of the console, or `off` [default: the port after --listen].
    #[arg(long, value_name = "ADDRESS")]
    console: Option<String>,
    #[command(flatten)]
    data: DataArgs,
    #[command(flatten)]
    seed: seed::SeedArgs,
    /// Write a Postman environment with the host and new keys (mode 0600).
    ///
    /// The file is written when the sandbox listens. The keys belong to the user API, whose
    /// previous key is revoked.
    #[arg(long, value_name = "FILE")]
    write_environment: Option<PathBuf>,
    /// Refuse what the service might tolerate.
    ///
    /// Accepts only the exact region and service name, the canonical request of the specification,
    /// known fields and filters, on `/*` indexed ones. Otherwise the log says what was tolerated.
    #[arg(long)]
    strict: bool,
    #[command(flatten)]
    build: BuildArgs,
    /// Also accept a PUT with the stored `updatecount` or none, instead of that plus one.
    ///
    /// The vendor's documentation and samples contradict each other.
    #[arg(long)]
    lenient_updatecount: bool,
    /// Format of error responses.
    #[arg(long, value_enum, default_value_t)]
    error_format: ErrorShapeArg,
    /// Delay every response by this many milliseconds.
    #[arg(long, value_name = "MS|MIN-MAX", value_parser = value_parsers::latency)]
    latency: Option<(u32, u32)>,
    /// Answer this fraction of requests, from 0 to 1, with 502.
    #[arg(long, value_name = "SHARE", value_parser = value_parsers::share, default_value = "0")]
    fail_rate: u32,
    #[command(flatten)]
    limits: limits::LimitArgs,
    #[command(flatten)]
    log: log::LogArgs,
    /// Command to run once the sandbox listens, such as `newman run …`.
    ///
    /// The sandbox stops when the command ends, with its exit code.
    #[arg(last = true, value_name = "COMMAND")]
    command: Vec<OsString>,
}

const EXAMPLES: &str = "\
Examples:
  sqlacc-postman sandbox --write-environment sandbox.postman_environment.json
  sqlacc-postman sandbox --data memory --seed empty --console off
  sqlacc-postman sandbox -- newman run postman_collection.json

Environment variables:
  SQLACC_SANDBOX_DATA  as --data, but not visible in the list of processes
  SQLACC_MASTER_KEY    master key, 64 hex digits; overrides --master-key-file";

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum ErrorShapeArg {
    /// `{"error":{"code":400,"message":"…"}}`, which most clients understand.
    #[default]
    Object,
    /// `{"message":"…"}`.
    Message,
    /// The text as a JSON string.
    Text,
    /// Plain text.
    Plain,
}

impl From<ErrorShapeArg> for ErrorShape {
    fn from(shape: ErrorShapeArg) -> Self {
        match shape {
            ErrorShapeArg::Object => Self::Object,
            ErrorShapeArg::Message => Self::Message,
            ErrorShapeArg::Text => Self::Text,
            ErrorShapeArg::Plain => Self::Plain,
        }
    }
}

/// The clock and the randomness of this machine.
pub(super) fn system() -> ClockAndRng {
    ClockAndRng {
        now: SystemTime::now,
        random: |bytes| getrandom::fill(bytes).map_err(|error| NoRandomness(error.to_string())),
    }
}

/// The runtime that the sandbox's rooms need.
pub(super) fn runtime() -> anyhow::Result<tokio::runtime::Runtime> {
    let mut runtime = tokio::runtime::Builder::new_multi_thread();
    runtime
        .enable_all()
        .build()
        .context("cannot start the threads of the sandbox")
}

pub(super) fn run(args: &Args) -> anyhow::Result<u8> {
    args.log.start();
    let console = args.console_address()?;
    // Before the company is created, which may take long: a taken port is reported immediately.
    let (listener, address) = listen(args.listen, "--listen")?;
    let console = console
        .map(|address| listen(address, "--console"))
        .transpose()?;
    let catalogue = Arc::new(args.build.catalogue());
    let source = args.data.source()?;
    let database = DataArgs::open(&source)?;
    let file = database.clone();
    let options = EngineOptions {
        strict: args.strict,
        lenient_updatecount: args.lenient_updatecount,
        error_shape: args.error_format.into(),
    };
    let engine = Engine::open(catalogue.clone(), database.clone(), options)
        .with_context(|| format!("cannot use {}", describe(&source)))?;
    args.seed.put_into(&engine)?;
    let code = runtime()?.block_on(async {
        let keyring = args.data.keyring(&source, database).await?;
        let host = host_of(address);
        let parts = Parts {
            catalogue,
            engine,
            keyring: keyring.clone(),
            system: system(),
            options: args.options(),
            exporter: Box::new(exporter::CliExporter),
            address: host.clone(),
        };
        let service = Service::new(parts)?;
        let at_console = console.as_ref().map(|(_, address)| host_of(*address));
        let at_console = at_console.map_or_else(String::new, |host| format!(", console on {host}"));
        let is_known = console.is_some() && keyring.has_first_password().await?;
        if is_known && !args.listen.ip().is_loopback() {
            bail!(
                "the console's user ADMIN still has the password ADMIN: change it in the console before others can reach the sandbox, or write --console off"
            );
        }
        if let Some(path) = &args.write_environment {
            let user: UserCode = ENVIRONMENT_USER.parse()?;
            let pair = keyring.regenerate(&user).await?;
            write_environment(path, &host, &keyring, &pair).await?;
        }
        // Once others know that it listens, it can be stopped cleanly.
        let signals = Signals::new()?;
        let data = describe(&source);
        let ready = format!("listening on {host}{at_console}, data in {data}");
        if is_known {
            eprint("log in to the console as ADMIN with the password ADMIN, and change it there");
        }
        // Standard output belongs to the command.
        if args.command.is_empty() {
            print(&(ready + "\n"))?;
        } else {
            eprint(&ready);
        }
        serve_both(args, &service, listener, console, signals).await
    })?;
    file.checkpoint()
        .with_context(|| format!("cannot close {}", describe(&source)))?;
    Ok(code)
}

async fn serve_both(
    args: &Args,
    service: &Service,
    listener: TcpListener,
    console: Option<(TcpListener, SocketAddr)>,
    mut signals: Signals,
) -> anyhow::Result<u8> {
    let (stop, stopped) = watch::channel(false);
    let limits = args.limits.limits();
    let mut tasks = vec![tokio::spawn(serve(
        tokio::net::TcpListener::from_std(listener)?,
        service.router(),
        limits.clone(),
        stopped.clone(),
    ))];
    if let Some((listener, address)) = console {
        let router = service.console(address)?;
        let listener = tokio::net::TcpListener::from_std(listener)?;
        tasks.push(tokio::spawn(serve(listener, router, limits, stopped)));
    }
    let mut child = child::start(&args.command)?;
    let ended = tokio::select! {
        stop = signals.next() => Err(stop),
        code = child::end(child.as_mut()) => Ok(code?),
    };
    let code = match (ended, child.as_mut()) {
        (Ok(code), _) => code,
        (Err(_), None) => SUCCESS,
        (Err(stop), Some(child)) => {
            child.stop(stop).await;
            stop.exit_code()
        }
    };
    eprint("stopping after the current requests");
    let _ = stop.send(true);
    let finished = async {
        for task in tasks {
            let _ = task.await;
        }
    };
    tokio::select! {
        () = finished => {}
        _ = signals.next() => eprint("stopped immediately"),
    }
    Ok(code)
}

impl Args {
    fn options(&self) -> Options {
        Options {
            strict: self.strict,
            limits: self.limits.limits(),
            faults: FaultInjection {
                latency: self.latency,
                failures: self.fail_rate,
            },
        }
    }

    /// Where the console listens; `None` for no console.
    fn console_address(&self) -> anyhow::Result<Option<SocketAddr>> {
        let Some(given) = self.console.as_deref() else {
            let port = match self.listen.port() {
                0 | u16::MAX => 0,
                port => port + 1,
            };
            return Ok(Some(SocketAddr::from((Ipv4Addr::LOCALHOST, port))));
        };
        if given == "off" {
            return Ok(None);
        }
        let Ok(address) = given.parse::<SocketAddr>() else {
            bail!("`{given}` is not an address; write --console 127.0.0.1:8081 or --console off");
        };
        if !address.ip().is_loopback() {
            bail!(
                "the console is for this machine only; use a loopback address such as --console 127.0.0.1:8081"
            );
        }
        Ok(Some(address))
    }
}

fn listen(address: SocketAddr, option: &str) -> anyhow::Result<(TcpListener, SocketAddr)> {
    let listener = TcpListener::bind(address).with_context(|| {
        format!("cannot listen on {address}; choose another address with {option}")
    })?;
    listener.set_nonblocking(true)?;
    let address = listener.local_addr()?;
    Ok((listener, address))
}

/// Scheme and host by which this machine reaches `address`.
fn host_of(address: SocketAddr) -> String {
    let port = address.port();
    match address {
        _ if address.ip().is_unspecified() => format!("http://127.0.0.1:{port}"),
        address => format!("http://{address}"),
    }
}
