//! `sqlacc-postman.toml`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use schemars::JsonSchema;
use serde::Deserialize;

use crate::catalogue::UnknownName;
use crate::cli::explain::rule_named;
use crate::cli::files::display_path;
use crate::diagnostic::Severity;
use crate::diff::{ChangeKind, Contract, Impact, Impacts};
use crate::validate::{Profile, Settings};

/// The name it is found by.
pub(super) const NAME: &str = "sqlacc-postman.toml";

/// The configuration, checked and ready to use.
#[derive(Debug, Default)]
pub(super) struct Config {
    pub(super) settings: Settings,
    pub(super) catalogue: bool,
    pub(super) environments: Vec<PathBuf>,
    pub(super) ignores: Vec<Ignore>,
    pub(super) impacts: Impacts,
    /// Requests that were renamed, by their path before and after.
    pub(super) renames: Vec<(String, String)>,
    /// The folder that paths in it start from.
    pub(super) folder: PathBuf,
}

/// The configuration of sqlacc-postman.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "sqlacc-postman.toml")]
pub(super) struct ConfigFile {
    /// What collections must be ready for: import, run or publish.
    profile: Option<ProfileName>,
    /// Postman's official schema to the letter, or corrected to accept what Postman itself writes.
    schema: Option<SchemaName>,
    /// Also compare collections with the catalogue of the SQL Account API.
    #[serde(default)]
    catalogue: bool,
    /// Environments and globals that collections are run with; paths are relative to this file.
    #[serde(default)]
    environments: Vec<PathBuf>,
    /// The severity of rules, by id: error, warning, info or off.
    #[serde(default)]
    rules: BTreeMap<String, Level>,
    /// Findings of `validate` and changes of `diff` to leave out, each for a reason.
    #[serde(default)]
    ignore: Vec<Ignore>,
    /// Settings of `diff`.
    #[serde(default)]
    diff: Diff,
}

/// Impacts that differ from those that `diff --kinds` lists, and renames.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Diff {
    /// Impact on people who send the requests, by kind of change.
    #[serde(default)]
    wire: BTreeMap<String, ImpactName>,
    /// Impact on people who run the collection, by kind of change.
    #[serde(default)]
    run: BTreeMap<String, ImpactName>,
    /// Impact on people who forked the collection, by kind of change.
    #[serde(default)]
    fork: BTreeMap<String, ImpactName>,
    /// Renamed or moved requests that cannot be detected.
    #[serde(default)]
    rename: Vec<Rename>,
}

/// A request that was renamed or moved.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Rename {
    /// Its path in the base, such as "Sales › Invoice › Create".
    from: String,
    /// Its path in the revision.
    to: String,
}

#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum ImpactName {
    Safe,
    Risky,
    Breaking,
}

/// What to leave out, and why. Names either a rule or a kind of change.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Ignore {
    /// The id of a rule of `validate`.
    pub(super) rule: Option<String>,
    /// The id of a kind of change of `diff`.
    pub(super) kind: Option<String>,
    /// Only the finding or change with this fingerprint.
    pub(super) fingerprint: Option<String>,
    /// Only files that match this pattern, relative to this file; for `diff` the revision.
    pub(super) file: Option<String>,
    /// Only places that match this pattern, such as "Sales › Sales Invoice › *".
    pub(super) place: Option<String>,
    /// Why it is left out.
    pub(super) reason: String,
    /// The last day (UTC) on which it is left out, as YYYY-MM-DD.
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
        let shown = display_path(&path);
        let text = fs::read_to_string(&path).with_context(|| format!("cannot read `{shown}`"))?;
        Self::read(&text, path.parent().unwrap_or(Path::new("")))
            .with_context(|| format!("cannot use `{shown}`"))
    }

    pub(super) fn read(text: &str, folder: &Path) -> anyhow::Result<Self> {
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
        file.ignore.iter().try_for_each(Ignore::check)?;
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

impl Ignore {
    fn check(&self) -> anyhow::Result<()> {
        let id = match (&self.rule, &self.kind) {
            (Some(rule), None) => rule_named(rule)?.id,
            (None, Some(kind)) => kind_named(kind)?.id(),
            _ => bail!(
                "an [[ignore]] entry needs either `rule`, for `validate`, or `kind`, for `diff`"
            ),
        };
        if self.reason.trim().is_empty() {
            bail!("the [[ignore]] entry for `{id}` has no reason; say why it is left out");
        }
        Ok(())
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
    fn an_error_of_the_configuration_is_one_line() {
        let mut said = String::new();
        for text in [
            "profil = \"run\"",
            "profile = \"all\"",
            "[rules]\nurl-missin = \"off\"",
            "[rules]\nurl-missing = \"of\"",
            "[[ignore]]\nrule = \"url-missing\"",
            "[[ignore]]\nrule = \"url-missing\"\nreason = \" \"",
            "[[ignore]]\nrule = \"url-missing\"\nresaon = \"x\"",
            "[[ignore]]\nreason = \"x\"",
            "[[ignore]]\nkind = \"request-remove\"\nreason = \"x\"",
            "[[ignore]]\nrule = \"url-missing\"\nkind = \"request-removed\"\nreason = \"x\"",
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
