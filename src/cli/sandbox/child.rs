//! The command that the sandbox runs for: it starts once the service listens, and the sandbox stops
//! when it ends.

use std::ffi::OsString;
use std::future::pending;
use std::process::ExitStatus;
use std::time::Duration;

use anyhow::Context;
use tokio::process::Command;
use tokio::time::timeout;

use super::signals::Stop;
use crate::cli::FAILURE;
use crate::cli::output::eprint;

/// How long the command may take to end after a signal, before it is killed.
const GRACE: Duration = Duration::from_secs(10);

/// A command that runs; killed when it is dropped.
pub(super) struct Child {
    process: tokio::process::Child,
    /// The processes that a signal is for: the command and what it has started.
    #[cfg(unix)]
    group: Option<rustix::process::Pid>,
}

/// Starts the command, if one is given. Needs the runtime.
pub(super) fn start(command: &[OsString]) -> anyhow::Result<Option<Child>> {
    let Some((program, arguments)) = command.split_first() else {
        return Ok(None);
    };
    let mut command = Command::new(program);
    command.args(arguments).kill_on_drop(true);
    #[cfg(unix)]
    let has_own_group = own_group(&mut command);
    let started = command.spawn();
    let program = program.display();
    // Windows adds `.exe` to a name, but not the ending of a script.
    let ending = if cfg!(windows) {
        ", a script with its ending (npm.cmd)"
    } else {
        ""
    };
    let process = started.with_context(|| {
        format!("cannot run `{program}`; write a program and its arguments after --{ending}")
    })?;
    Ok(Some(Child {
        #[cfg(unix)]
        group: group_of(&process, has_own_group),
        process,
    }))
}

/// Gives the command a group of its own, so that it can be stopped as a whole. Not at a terminal: what
/// asks there has to be in the terminal's group, which Ctrl-C reaches as a whole.
#[cfg(unix)]
fn own_group(command: &mut Command) -> bool {
    use std::io::IsTerminal;
    let is_alone = !std::io::stdin().is_terminal();
    if is_alone {
        command.process_group(0);
    }
    is_alone
}

/// The group to signal; `None` where it has others in it, such as a script that called the sandbox.
#[cfg(unix)]
fn group_of(process: &tokio::process::Child, is_own: bool) -> Option<rustix::process::Pid> {
    use rustix::process::{Pid, getpgrp, getpid};
    if is_own {
        let id = process.id().and_then(|id| i32::try_from(id).ok())?;
        return Pid::from_raw(id);
    }
    let group = getpgrp();
    (group == getpid()).then_some(group)
}

impl Child {
    /// Waits for the command to end and returns its exit code: that of a shell where a signal ended it.
    async fn end(&mut self) -> anyhow::Result<u8> {
        let status = self.process.wait().await;
        let status = status.context("cannot wait for the command")?;
        Ok(code(status).unwrap_or_else(|| {
            eprint(&format!("the command ended with {status}"));
            FAILURE
        }))
    }

    /// Ends the command, and what it has started, with the signal that `stop` is.
    pub(super) async fn stop(&mut self, stop: Stop) {
        self.signal(stop);
        if timeout(GRACE, self.process.wait()).await.is_err() {
            eprint("the command did not end and is killed");
            self.kill();
            let _ = self.process.wait().await;
        }
        // What the command has started and left behind.
        self.kill();
    }

    #[cfg(unix)]
    fn signal(&self, stop: Stop) {
        use rustix::process::{Pid, Signal, kill_process, kill_process_group};
        let signal = match stop {
            Stop::Interrupt => Signal::INT,
            Stop::Terminate => Signal::TERM,
            Stop::HangUp => Signal::HUP,
        };
        let one = || {
            self.process
                .id()
                .and_then(|id| Pid::from_raw(i32::try_from(id).ok()?))
        };
        // A process that has ended is no error here.
        let _ = match self.group {
            Some(group) => kill_process_group(group, signal),
            None => one().map_or(Ok(()), |one| kill_process(one, signal)),
        };
    }

    #[cfg(unix)]
    fn kill(&mut self) {
        use rustix::process::{Signal, getpgrp, kill_process_group};
        let _ = self.process.start_kill();
        // In a shared group this process would end itself.
        if let Some(group) = self.group.filter(|group| *group != getpgrp()) {
            let _ = kill_process_group(group, Signal::KILL);
        }
    }

    /// The console has passed the key to the command itself; it has the time of grace.
    #[cfg(windows)]
    #[allow(clippy::unused_self)]
    fn signal(&self, _: Stop) {}

    #[cfg(windows)]
    fn kill(&mut self) {
        let _ = self.process.start_kill();
    }
}

/// Waits for the command to end and returns its exit code; without a command, never returns.
pub(super) async fn end(child: Option<&mut Child>) -> anyhow::Result<u8> {
    match child {
        Some(child) => child.end().await,
        None => pending().await,
    }
}

#[cfg(unix)]
fn code(status: ExitStatus) -> Option<u8> {
    use std::os::unix::process::ExitStatusExt;
    let code = status.code().or_else(|| Some(128 + status.signal()?));
    code.and_then(|code| u8::try_from(code).ok())
}

#[cfg(windows)]
fn code(status: ExitStatus) -> Option<u8> {
    status.code().and_then(|code| u8::try_from(code).ok())
}
