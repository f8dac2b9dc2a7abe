use super::level;
use super::model::{Configuration, Help, Message, Rule};
use crate::diagnostic::RuleInfo;

/// What viewers show of a rule.
pub(super) fn of(rule: &RuleInfo) -> Rule {
    // A page is a documentation comment, whose lines start with a space.
    let lines = rule.page.trim().lines();
    let lines: Vec<&str> = lines
        .map(|line| line.strip_prefix(' ').unwrap_or(line))
        .collect();
    let page = lines.join("\n");
    Rule {
        id: rule.id,
        short_description: Message {
            text: rule.summary.to_owned(),
        },
        full_description: Message {
            text: description(&page)
                .unwrap_or(rule.summary)
                .replace('\n', " "),
        },
        help_uri: uri(rule.module),
        help: Help {
            text: page.clone(),
            markdown: page,
        },
        default_configuration: Configuration {
            level: level(rule.severity),
        },
    }
}

/// What the rule does, the first section of its page.
fn description(page: &str) -> Option<&str> {
    let (_, sections) = page.split_once("\n## ")?;
    let (_, text) = sections.split_once("\n\n")?;
    Some(text.split("\n\n").next().unwrap_or(text).trim())
}

/// Where the rule's page can be read: in the source, which is its only home on the web.
fn uri(module: &str) -> String {
    let path = module.split("::").skip(1).collect::<Vec<_>>().join("/");
    let (repository, version) = (env!("CARGO_PKG_REPOSITORY"), env!("CARGO_PKG_VERSION"));
    format!("{repository}/blob/v{version}/src/{path}.rs")
}
