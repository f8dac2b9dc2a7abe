//! How changes between two collections are shown: one file a format.

mod changelog;
mod excerpt;
mod folded;
mod github;
mod html;
mod human;
mod json;
mod junit;
mod markdown;
mod sections;
mod short;
mod words;

pub use json::schema;

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::format::Joined;
use super::{Format, visible};
use crate::diff::{Change, ChangeKind, HIDDEN, Impact, MatchedBy};

/// A format of changes.
pub type DiffFormat = Format<fn(&Report) -> String>;

/// The formats of changes; the first is the default.
pub const FORMATS: &[DiffFormat] = &[
    human::FORMAT,
    short::FORMAT,
    json::FORMAT,
    markdown::FORMAT,
    html::FORMAT,
    junit::FORMAT,
    github::FORMAT,
    changelog::FORMAT,
];

impl DiffFormat {
    /// `report` in this format.
    pub fn render(&self, report: &Report) -> String {
        (self.render)(report)
    }

    /// Whether so many comparisons go into one file of this format.
    pub fn takes(&self, comparisons: usize) -> bool {
        comparisons == 1 || self.joined.is_some()
    }

    /// `reports` in this format, in one text.
    pub fn render_all(&self, reports: &[Report]) -> String {
        if let Some(Joined::Page(page)) = self.joined {
            return page(reports);
        }
        if let [report] = reports {
            return self.render(report);
        }
        let heading = |path: &str| match self.joined {
            Some(Joined::Headings(heading)) => heading(path),
            Some(Joined::Array | Joined::Page(_)) | None => String::new(),
        };
        let texts = reports
            .iter()
            .map(|report| heading(report.path) + &self.render(report));
        let texts: Vec<String> = texts.collect();
        match self.joined {
            Some(Joined::Array) => format!("[{}]\n", texts.join(",")),
            _ if texts.is_empty() => "no changes\n".to_owned(),
            _ => texts.concat(),
        }
    }
}

/// What is before the changes of one of several files.
pub(crate) fn heading(path: &str) -> String {
    format!("diff {}\n", one_line(path))
}

/// A change and what it does to those whose contracts are looked at.
#[derive(Clone, Copy, Debug)]
pub struct RatedChange<'c> {
    /// The change.
    pub change: &'c Change,
    /// The worst that it does.
    pub impact: Impact,
    /// The lines in base and revision where its request or folder starts.
    pub lines: (Option<usize>, Option<usize>),
}

/// What is shown.
#[derive(Clone, Copy, Debug)]
pub struct Report<'c> {
    /// How the base is called.
    pub base: &'c str,
    /// How the revision is called.
    pub revision: &'c str,
    /// The path of the file that is compared.
    pub path: &'c str,
    /// The changes, in their order.
    pub changes: &'c [RatedChange<'c>],
    /// How many changes the baseline and the configuration left out.
    pub accepted: usize,
    /// The mildest impact that is a failure.
    pub fails_at: Impact,
    /// Whether each sample value is shown, not only their number.
    pub values: bool,
    /// Whether signs are coloured.
    pub colour: bool,
}

/// The place of a change, for people.
fn location(change: &Change) -> String {
    let location = &change.location;
    if location.is_of_globals {
        "(globals)".to_owned()
    } else if is_of_environment(change) {
        "(environment)".to_owned()
    } else if location.folder.is_empty() && location.request.is_none() {
        "(collection)".to_owned()
    } else {
        one_line(&location.path())
    }
}

/// Whether it is of an environment or the globals, and not of a collection.
fn is_of_environment(change: &Change) -> bool {
    change.kind.id().starts_with("environment-")
}

/// The changes by place: the place with the worst change first, then in their order.
fn groups<'r>(report: &'r Report) -> Vec<(String, Vec<&'r RatedChange<'r>>)> {
    let mut order: BTreeMap<String, usize> = BTreeMap::new();
    let mut groups: Vec<(String, Vec<&RatedChange>)> = Vec::new();
    for one in report.changes {
        let name = location(one.change);
        let index = *order.entry(name.clone()).or_insert(groups.len());
        match groups.get_mut(index) {
            Some((_, list)) => list.push(one),
            None => groups.push((name, vec![one])),
        }
    }
    for (_, list) in &mut groups {
        list.sort_by_key(|one| std::cmp::Reverse(one.impact));
    }
    groups.sort_by_key(|(_, list)| std::cmp::Reverse(list.first().map(|one| one.impact)));
    groups
}

/// What its kind says, of globals as of an environment.
fn title(change: &Change) -> Cow<'static, str> {
    let title = change.kind.title();
    if change.location.is_of_globals {
        let title = title.replace("an environment variable", "a global variable");
        return Cow::Owned(title.replace("environment", "global"));
    }
    Cow::Borrowed(title)
}

/// What a change says, without its place.
fn sentence(change: &Change) -> String {
    let mut text = String::new();
    let is_of_example = matches!(
        change.kind,
        ChangeKind::ExampleAdded | ChangeKind::ExampleRemoved | ChangeKind::ExampleRenamed
    );
    if let Some(example) = change.location.example.as_ref().filter(|_| !is_of_example) {
        text = format!("example `{}`: ", one_line(example));
    }
    text.push_str(&title(change));
    // Of some kinds the words say it already.
    let is_said = [
        "",
        "method",
        "path",
        "host",
        "name",
        "folder",
        "description",
        "id",
        "info.version",
        "info.name",
        "examples",
    ];
    let at = one_line(&change.at);
    let is_status = is_of_example && change.kind != ChangeKind::ExampleRenamed;
    if !is_said.contains(&change.at.as_str()) && !is_status {
        text = format!("{text}: {at}");
    }
    match (&change.before, &change.after) {
        // The lines say it.
        _ if change.kind == ChangeKind::DescriptionChanged && !change.lines.is_empty() => {}
        (Some(name), None) | (None, Some(name)) if is_status => {
            text = format!("{text}: {}", one_line(name));
            if !at.is_empty() {
                text = format!("{text} ({at})");
            }
        }
        (Some(before), Some(after)) if before != after && is_name(change.kind) => {
            text = format!("{text}: {} → {}", one_line(before), one_line(after));
        }
        (Some(before), Some(after)) if before != after => {
            let (before, after) = from_difference(before, after);
            text = format!("{text}: {} → {}", short(&before), short(&after));
        }
        (Some(value), None) if is_shown_change(change, value) => {
            text = format!("{text}: {} → (none)", short(value));
        }
        (None, Some(value)) if is_shown_change(change, value) => {
            text = format!("{text}: (none) → {}", short(value));
        }
        (Some(value), _) | (None, Some(value)) if !value.is_empty() => {
            let value = if is_name(change.kind) {
                one_line(value)
            } else {
                short(value)
            };
            // Of a secret there is nothing but that.
            text = if value == HIDDEN {
                format!("{text} {value}")
            } else {
                format!("{text} ({value})")
            };
        }
        _ => {}
    }
    if change.count > 1 {
        text = format!("{text} [{} times]", change.count);
    }
    text
}

/// Whether `value`, the only one, is shown beside what is not there.
fn is_shown_change(change: &Change, value: &str) -> bool {
    change.kind.id().ends_with("-changed") && !value.is_empty() && value != HIDDEN
}

/// Whether the values are names or paths, which are never cut.
fn is_name(kind: ChangeKind) -> bool {
    matches!(
        kind,
        ChangeKind::RequestRemoved
            | ChangeKind::RemovedAfterDeprecation
            | ChangeKind::RequestAdded
            | ChangeKind::RequestRenamed
            | ChangeKind::ExampleRenamed
            | ChangeKind::RequestMoved
            | ChangeKind::RequestPathChanged
            | ChangeKind::PathVariableAdded
            | ChangeKind::PathVariableRemoved
            | ChangeKind::FolderRenamed
            | ChangeKind::NameCaseChanged
            | ChangeKind::HostVariableChanged
            | ChangeKind::EnvironmentVariableRenamed
    )
}

/// The most characters of a value that are shown where people read.
const WIDEST: usize = 80;

/// Two texts from shortly before where they differ, when that would not be seen otherwise.
fn from_difference<'t>(before: &'t str, after: &'t str) -> (Cow<'t, str>, Cow<'t, str>) {
    let same = before
        .char_indices()
        .zip(after.chars())
        .take_while(|((_, one), other)| one == other);
    let starts: Vec<usize> = same.map(|((at, _), _)| at).collect();
    if starts.len() < WIDEST / 2 {
        return (before.into(), after.into());
    }
    let from = starts.get(starts.len() - WIDEST / 4).copied().unwrap_or(0);
    let cut = |text: &'t str| format!("…{}", text.get(from..).unwrap_or(text)).into();
    (cut(before), cut(after))
}

fn short(value: &str) -> String {
    if value.is_empty() {
        return "(empty)".to_owned();
    }
    let line = one_line(value);
    if line.chars().count() <= WIDEST {
        return line;
    }
    line.chars().take(WIDEST).chain(['…']).collect()
}

/// A text in one line, nothing hidden in it and nothing that a terminal would obey.
fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for c in text.trim().chars() {
        visible::push(&mut line, if c.is_ascii_control() { ' ' } else { c });
    }
    line
}

/// As [`one_line`], the indentation kept.
fn indented(text: &str) -> String {
    let indent: String = text.chars().take_while(|c| *c == ' ').collect();
    indent + &one_line(text)
}

/// How requests were found that are not plainly the same one.
fn found(changes: &[&RatedChange]) -> Option<String> {
    let (by, confidence) = changes.iter().find_map(|one| one.change.matched)?;
    let is_unsure = by == MatchedBy::Similarity;
    is_unsure.then(|| format!("found by {}, {confidence} %", by.id()))
}

/// What is counted at the end.
fn summary(report: &Report) -> String {
    let count = |impact| {
        let changes = report.changes.iter();
        changes.filter(|one| one.impact == impact).count()
    };
    let mut text = if report.changes.is_empty() {
        "no changes".to_owned()
    } else {
        let all = report.changes.len();
        let s = if all == 1 { "" } else { "s" };
        format!(
            "{all} change{s}: {} breaking, {} risky, {} safe",
            count(Impact::Breaking),
            count(Impact::Risky),
            count(Impact::Safe)
        )
    };
    if report.accepted > 0 {
        text = format!("{text}; {} accepted", report.accepted);
    }
    text
}

/// `+` for what is new, `-` for what is gone, `~` for what is other.
fn sign(change: &Change) -> char {
    let id = change.kind.id();
    if id.starts_with("api-") {
        if change.before.is_some() { '-' } else { '+' }
    } else if id.contains("added") {
        '+'
    } else if id.contains("removed") {
        '-'
    } else {
        '~'
    }
}
