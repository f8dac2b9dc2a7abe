//! `sqlacc-postman.toml`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use schemars::JsonSchema;
use serde::Deserialize;

use crate::catalogue::UnknownName;
use crate::cli::explain::rule_named;
use crate::diagnostic::Severity;
use crate::diff::{ChangeKind, Contract, Impact, Impacts};
use crate::validate::{Profile, Settings};

/// The name by which it is found.
const NAME: &str = "sqlacc-postman.toml";

/// The configuration, as it is meant.
#[derive(Debug, Default)]
pub(super) struct Config {
    pub(super) settings: Settings,
    pub(super) catalogue: bool,
    pub(super) environments: Vec<PathBuf>,
    pub(super) ignores: Vec<Ignore>,
    pub(super) impacts: Impacts,
    /// Requests that were renamed, by the names on their way before and after.
    pub(super) renames: Vec<(String, String)>,
    /// The folder that paths in it start from.
    pub(super) folder: PathBuf,
}

/// The configuration of sqlacc-postman, as it is written.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "sqlacc-postman.toml")]
pub(super) struct ConfigFile {
    /// For what collections have to be good: import, run or publish.
    profile: Option<ProfileName>,
    /// official takes Postman's schema to the letter, corrected accepts what Postman itself writes.
    schema: Option<SchemaName>,
    /// Whether collections are compared with the catalogue of the SQL Account API.
    #[serde(default)]
    catalogue: bool,
    /// Environments and globals that collections are run with; paths start at this file.
    #[serde(default)]
    environments: Vec<PathBuf>,
    /// Rules by id, each with error, warning, info or off.
    #[serde(default)]
    rules: BTreeMap<String, Level>,
    /// Findings that are accepted.
    #[serde(default)]
    ignore: Vec<Ignore>,
    /// What `diff` makes of changes.
    #[serde(default)]
    diff: Diff,
}

/// What changes do, where it is not what `diff --kinds` lists.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Diff {
    /// Kinds of changes by id, each with what it does to those who send the requests.
    #[serde(default)]
    wire: BTreeMap<String, ImpactName>,
    /// The same for those who run the collection.
    #[serde(default)]
    run: BTreeMap<String, ImpactName>,
    /// The same for forks.
    #[serde(default)]
    fork: BTreeMap<String, ImpactName>,
    /// Requests that were renamed or moved so that nobody can tell.
    #[serde(default)]
    rename: Vec<Rename>,
}

/// A request that was renamed or moved.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Rename {
    /// The names on the way to it in the base, such as "Sales › Invoice › Create".
    from: String,
    /// The same in the revision.
    to: String,
}

#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum ImpactName {
    Safe,
    Risky,
    Breaking,
}

/// A finding, or many, that are accepted for a reason.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Ignore {
    /// The id of the rule.
    pub(super) rule: String,
    /// Pattern of the file's path, from this file's folder; all files when left out.
    pub(super) file: Option<String>,
    /// Pattern of the place, such as "Sales › Sales Invoice › *"; everywhere when left out.
    pub(super) place: Option<String>,
    /// Why it is accepted.
    pub(super) reason: String,
    /// The last day on which it is accepted, as YYYY-MM-DD.
    pub(super) expires: Option<String>,
}

#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum ProfileName {
    Import,
    Run,
    Publish,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum SchemaName {
    Official,
    Corrected,
}

#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum Level {
    Error,
    Warning,
    Info,
    Off,
}

impl Config {
    /// The configuration at `given`, or the nearest one in `folder` or above; none is fine.
    ///
    /// # Errors
    /// When it cannot be read or says something unknown, with file and line.
    pub(super) fn find(given: Option<&Path>, folder: &Path) -> anyhow::Result<Self> {
        let path = if let Some(path) = given {
            Some(path.to_owned())
        } else {
            let mut places = folder.ancestors().map(|folder| folder.join(NAME));
            places.find(|path| path.is_file())
        };
        let Some(path) = path else {
            return Ok(Self::default());
        };
        let shown = path.display();
        let text = fs::read_to_string(&path).with_context(|| format!("cannot read `{shown}`"))?;
        Self::read(&text, path.parent().unwrap_or(Path::new("")))
            .with_context(|| format!("cannot use `{shown}`"))
    }

    fn read(text: &str, folder: &Path) -> anyhow::Result<Self> {
        let file: ConfigFile = toml::from_str(text).map_err(|error| one_line(&error, text))?;
        let mut settings = Settings::default();
        if let Some(profile) = file.profile {
            settings.profile = match profile {
                ProfileName::Import => Profile::Import,
                ProfileName::Run => Profile::Run,
                ProfileName::Publish => Profile::Publish,
            };
        }
        settings.official_schema = file.schema == Some(SchemaName::Official);
        for (rule, level) in file.rules {
            rule_named(&rule)?;
            let severity = match level {
                Level::Error => Severity::Error,
                Level::Warning => Severity::Warning,
                Level::Info => Severity::Info,
                Level::Off => {
                    settings.ignore.push(rule);
                    continue;
                }
            };
            settings.severities.insert(rule, severity);
        }
        for ignore in &file.ignore {
            rule_named(&ignore.rule)?;
            if ignore.reason.trim().is_empty() {
                bail!(
                    "an ignore of `{}` has no reason; say why it is accepted",
                    ignore.rule
                );
            }
        }
        Ok(Self {
            impacts: file.diff.impacts()?,
            renames: file.diff.renames(),
            settings,
            catalogue: file.catalogue,
            environments: file
                .environments
                .iter()
                .map(|path| folder.join(path))
                .collect(),
            ignores: file.ignore,
            folder: folder.to_owned(),
        })
    }
}

impl Diff {
    fn impacts(&self) -> anyhow::Result<Impacts> {
        let mut impacts = Impacts::default();
        let contracts = [
            (Contract::Wire, &self.wire),
            (Contract::Run, &self.run),
            (Contract::Fork, &self.fork),
        ];
        for (contract, kinds) in contracts {
            for (kind, impact) in kinds {
                let impact = match impact {
                    ImpactName::Safe => Impact::Safe,
                    ImpactName::Risky => Impact::Risky,
                    ImpactName::Breaking => Impact::Breaking,
                };
                impacts.set(kind_named(kind)?, contract, impact);
            }
        }
        Ok(impacts)
    }

    fn renames(&self) -> Vec<(String, String)> {
        let renames = self.rename.iter();
        renames
            .map(|one| (one.from.clone(), one.to.clone()))
            .collect()
    }
}

/// The kind of change `name`.
///
/// # Errors
/// When there is none, with the nearest.
fn kind_named(name: &str) -> Result<ChangeKind, UnknownName> {
    let kind = ChangeKind::ALL.iter().find(|kind| kind.id() == name);
    kind.copied().ok_or_else(|| {
        let ids = ChangeKind::ALL.iter().map(|kind| kind.id());
        UnknownName::new("kind of change", name, ids)
    })
}

/// What `toml` says, in one line, with a suggestion for a misspelt key.
fn one_line(error: &toml::de::Error, text: &str) -> anyhow::Error {
    let line = error.span().map(|span| {
        let before = text.get(..span.start).unwrap_or_default();
        before.matches('\n').count() + 1
    });
    let message = error.message().trim().replace('\n', " ");
    let mut quoted = message.split('`').skip(1).step_by(2);
    let hint = match (message.starts_with("unknown field"), quoted.next()) {
        (true, Some(name)) => {
            let unknown = UnknownName::new("key", name, quoted);
            unknown
                .suggestion
                .map(|known| format!("; did you mean `{known}`?"))
        }
        _ => None,
    };
    let place = line
        .map(|line| format!("line {line}: "))
        .unwrap_or_default();
    anyhow::anyhow!("{place}{message}{}", hint.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{Config, ConfigFile};

    #[test]
    fn what_is_wrong_is_said_in_one_line() {
        let mut said = String::new();
        for text in [
            "profil = \"run\"",
            "profile = \"all\"",
            "[rules]\nurl-missin = \"off\"",
            "[rules]\nurl-missing = \"of\"",
            "[[ignore]]\nrule = \"url-missing\"",
            "[[ignore]]\nrule = \"url-missing\"\nreason = \" \"",
            "[[ignore]]\nrule = \"url-missing\"\nresaon = \"x\"",
            "profile = ",
            "[diff.wire]\nrequest-remove = \"safe\"",
            "[diff.run]\nrequest-renamed = \"off\"",
            "[diff]\nwires = 1",
            "[[diff.rename]]\nfrom = \"A › B\"",
        ] {
            let error = Config::read(text, Path::new("")).unwrap_err();
            said.extend([text, "\n    ", &format!("{error:#}"), "\n"]);
        }
        insta::assert_snapshot!(said);
    }

    #[test]
    fn the_schema_of_the_configuration_is_committed() {
        let schema = schemars::schema_for!(ConfigFile);
        let text = serde_json::to_string_pretty(&schema).unwrap() + "\n";
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("schemas/sqlacc-postman.toml.json");
        if std::env::var_os("UPDATE_SCHEMAS").is_some() {
            std::fs::write(&path, &text).unwrap();
        }
        let committed = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(committed == text, "refresh it: UPDATE_SCHEMAS=1 cargo test");
    }
}
