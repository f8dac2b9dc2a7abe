//! A record in the user's own editor.

use std::env;
use std::fs;
use std::io::Write;
use std::process::Command;

use anyhow::{Context, bail};
use serde_json::Value;
use tempfile::TempPath;

use crate::cli::input::parse;
use crate::cli::output::eprint;

/// Lets the user change `record` and passes the result to `send`. If that fails, the edited
/// text is kept, so that nobody has to type it again.
pub(super) fn edit<T>(
    record: &Value,
    send: impl FnOnce(Value) -> anyhow::Result<T>,
) -> anyhow::Result<T> {
    let file = edited(record)?;
    let outcome = value(&file).and_then(send);
    if outcome.is_err()
        && let Ok(path) = file.keep()
    {
        eprint(&format!("your changes are saved in {}", path.display()));
    }
    outcome
}

/// The file that the user has edited.
fn edited(record: &Value) -> anyhow::Result<TempPath> {
    let named = |name| env::var(name).ok().filter(|value| !value.trim().is_empty());
    let Some(editor) = named("VISUAL").or_else(|| named("EDITOR")) else {
        bail!("no editor is set; set VISUAL or EDITOR, or use --patch");
    };
    let mut file = tempfile::Builder::new()
        .prefix("record-")
        .suffix(".json")
        .tempfile()
        .context("cannot create a file to edit")?;
    let text = serde_json::to_string_pretty(record).context("cannot write the record")?;
    writeln!(file, "{text}")
        .and_then(|()| file.flush())
        .context("cannot write the file to edit")?;
    let path = file.into_temp_path();
    let status = command(&editor, &path).status();
    let status = status.with_context(|| format!("cannot start the editor `{editor}`"))?;
    if !status.success() {
        bail!("the editor `{editor}` failed, so nothing was sent");
    }
    Ok(path)
}

fn value(file: &TempPath) -> anyhow::Result<Value> {
    let bytes = fs::read(file).context("cannot read the edited record")?;
    parse(&bytes, || {
        "nothing was sent: the edited record is not valid JSON".to_owned()
    })?;
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes);
    serde_json::from_slice(bytes).context("cannot read the edited record")
}

/// The variable may hold options too, so a shell reads it, as git does.
#[cfg(unix)]
fn command(editor: &str, path: &std::path::Path) -> Command {
    let mut command = Command::new("sh");
    command
        .arg("-c")
        .arg(format!("{editor} \"$1\""))
        .arg("sh")
        .arg(path);
    command
}

/// As `sh` does there, `cmd` finds programs that are scripts (`code.cmd`) and takes options. With `/S` it
/// removes the outer quotes and leaves those around names with blanks.
#[cfg(windows)]
fn command(editor: &str, path: &std::path::Path) -> Command {
    use std::os::windows::process::CommandExt;
    let mut command = Command::new("cmd");
    command
        .raw_arg("/S /C")
        .raw_arg(format!("\"{editor} \"{}\"\"", path.display()));
    command
}
