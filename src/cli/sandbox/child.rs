//! The command that the sandbox runs for: it starts once the service listens, and the sandbox stops
//! when it ends.

use std::ffi::OsString;
use std::future::pending;

use anyhow::Context;
use tokio::process::{Child, Command};

use crate::cli::FAILURE;
use crate::cli::output::eprint;

/// Starts the command, if one is given. Needs the runtime. The command is killed when the result is dropped.
pub(super) fn start(command: &[OsString]) -> anyhow::Result<Option<Child>> {
    let Some((program, arguments)) = command.split_first() else {
        return Ok(None);
    };
    let mut command = Command::new(program);
    let started = command.args(arguments).kill_on_drop(true).spawn();
    let program = program.display();
    // Windows adds `.exe` to a name, but not the ending of a script.
    let ending = if cfg!(windows) {
        ", a script with its ending (npm.cmd)"
    } else {
        ""
    };
    started.map(Some).with_context(|| {
        format!("cannot run `{program}`; write a program and its arguments after --{ending}")
    })
}

/// Waits for the command to end and returns its exit code; without a command, never returns.
pub(super) async fn end(child: Option<&mut Child>) -> anyhow::Result<u8> {
    let Some(child) = child else {
        return pending().await;
    };
    let status = child.wait().await.context("cannot wait for the command")?;
    let code = status.code().and_then(|code| u8::try_from(code).ok());
    Ok(code.unwrap_or_else(|| {
        eprint(&format!("the command ended with {status}"));
        FAILURE
    }))
}
