use std::path::PathBuf;

use anyhow::bail;

use super::SUCCESS;
use super::config::NAME;
use super::output::{eprint, write};

/// Everything that the configuration can say, as comments.
const TEMPLATE: &str = include_str!("../../templates/sqlacc-postman.toml");

/// Create a configuration file.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, clap::Subcommand)]
enum Action {
    Init(InitArgs),
}

/// Write a `sqlacc-postman.toml` whose settings are all commented out.
///
/// It never replaces a file.
#[derive(Debug, clap::Args)]
struct InitArgs {
    /// The file to write, `-` for standard output.
    #[arg(short, long, value_name = "FILE", default_value = NAME)]
    output: PathBuf,
}

pub(super) fn run(args: &Args) -> anyhow::Result<u8> {
    let Action::Init(InitArgs { output }) = &args.action;
    let shown = output.display();
    if output.as_os_str() == "-" {
        write(output, TEMPLATE)?;
        return Ok(SUCCESS);
    }
    if output.symlink_metadata().is_ok() {
        bail!("`{shown}` already exists; edit it, or name another file with -o");
    }
    write(output, TEMPLATE)?;
    eprint(&format!(
        "wrote `{shown}`: remove the `#` before what you need"
    ));
    Ok(SUCCESS)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::TEMPLATE;
    use crate::cli::config::{Config, ConfigFile};

    /// The template with every setting in force: lines that are a comment of prose start with `##`.
    fn uncommented() -> String {
        let lines = TEMPLATE.lines().filter(|line| !line.starts_with("##"));
        let settings: Vec<&str> = lines.map(|line| line.trim_start_matches("# ")).collect();
        settings.join("\n")
    }

    #[test]
    fn the_template_changes_nothing_until_it_is_edited() {
        let lines = TEMPLATE.lines();
        assert!(
            lines
                .clone()
                .all(|line| line.is_empty() || line.starts_with('#'))
        );
        Config::read(TEMPLATE, Path::new("")).unwrap();
    }

    #[test]
    fn the_template_has_every_setting_in_valid_form() {
        let text = uncommented();
        Config::read(&text, Path::new("")).unwrap();
        let schema = schemars::schema_for!(ConfigFile);
        let settings = schema.pointer("/properties").unwrap().as_object().unwrap();
        assert!(settings.len() > 5);
        for setting in settings.keys() {
            let has = |line: &str| {
                let table = line.trim_matches(['[', ']']).split('.').next();
                line.starts_with(&format!("{setting} =")) || table == Some(setting)
            };
            assert!(text.lines().any(has), "{setting} is missing");
        }
    }
}
