use std::fmt::Write as _;

use super::SUCCESS;
use super::output::print;
use crate::catalogue::UnknownName;
use crate::validate::{Fixable, Profile, RULES, Rule};

/// Describe a rule, or list all rules.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Args {
    /// Id of the rule, such as `awsv4-plus-in-query`.
    rule: Option<String>,
}

const EXAMPLES: &str = "\
Examples:
  sqlacc-postman explain
  sqlacc-postman explain event-listen-unknown";

pub(super) fn run(args: &Args) -> anyhow::Result<u8> {
    let text = match &args.rule {
        None => list(),
        Some(name) => page(rule_named(name)?),
    };
    print(&text)?;
    Ok(SUCCESS)
}

/// The rule `name`.
///
/// # Errors
/// When there is none, with the nearest.
pub(super) fn rule_named(name: &str) -> Result<&'static Rule, UnknownName> {
    let rule = RULES.iter().find(|rule| rule.id == name);
    let ids = RULES.iter().map(|rule| rule.id);
    rule.copied()
        .ok_or_else(|| UnknownName::new("rule", name, ids))
}

fn list() -> String {
    let width = RULES
        .iter()
        .map(|rule| rule.id.len())
        .max()
        .unwrap_or_default();
    let mut text = String::new();
    let mut group = None;
    for rule in RULES {
        if group != Some(rule.group) {
            group = Some(rule.group);
            let _ = writeln!(text, "\n{}", rule.group.as_str());
        }
        let fix = if rule.fixable == Fixable::No {
            ' '
        } else {
            '*'
        };
        let severity = rule.severity.as_str();
        let (id, summary) = (rule.id, rule.summary());
        let _ = writeln!(text, "  {id:width$}  {severity:7} {fix} {summary}");
    }
    text.push_str("\n* fixed by --fix or --unsafe-fixes\n");
    text
}

fn page(rule: &Rule) -> String {
    let profile = match rule.profile {
        Profile::Import => "every profile",
        Profile::Run => "profiles run and publish",
        Profile::Publish => "profile publish",
        Profile::Pedantic => "only if selected",
    };
    let fix = match rule.fixable {
        Fixable::Safe => "fixed by --fix",
        Fixable::Unsafe => "fixed by --unsafe-fixes",
        Fixable::No => "fixed by hand",
    };
    let body: Vec<&str> = rule
        .page
        .lines()
        .map(|line| line.strip_prefix(' ').unwrap_or(line))
        .collect();
    let body = body.join("\n");
    format!(
        "# {}\n\n{}, {profile}, {fix}\n\n{body}\n",
        rule.id, rule.severity
    )
}
