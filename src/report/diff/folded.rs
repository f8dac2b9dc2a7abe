//! Changes of one place that are of one kind: one line with their names, or only with their number.

use std::collections::{HashMap, HashSet};

use super::sections::Line;
use super::{RatedChange, one_line, short};
use crate::diff::{Change, ChangeKind, HIDDEN, Impact};

/// Changes of one kind in one place, from which on they are one line.
pub(super) const FOLDED: usize = 3;

/// Names that a line of safe changes has. What breaks or may break is named whole.
const MOST_NAMES: usize = 12;

/// What follows the text of a line that does not name all of its changes.
pub(super) const VALUES_HINT: &str = " (`--values` shows them)";

/// What changes have in common that are one line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Group<'c> {
    /// Another value is sent as a sample, which changes nothing for anybody.
    Samples,
    /// A saved example has other values or descriptions.
    Examples,
    /// A list of what is new, gone or described otherwise; of an example where it is in one.
    Names(ChangeKind, Option<&'c str>),
}

impl Group<'_> {
    /// Whether it is enough to know how many there are, where several requests have them.
    pub(super) fn is_counted(&self) -> bool {
        match self {
            Self::Samples | Self::Examples => true,
            Self::Names(kind, _) => is_of_examples(*kind),
        }
    }

    /// Its place among those that are counted.
    pub(super) fn order(&self) -> Option<ChangeKind> {
        match self {
            Self::Samples => None,
            Self::Examples => Some(ChangeKind::ExampleBodyChanged),
            Self::Names(kind, _) => Some(*kind),
        }
    }
}

/// Whether a kind of change is of a whole example.
fn is_of_examples(kind: ChangeKind) -> bool {
    matches!(
        kind,
        ChangeKind::ExampleAdded | ChangeKind::ExampleRemoved | ChangeKind::ExampleRenamed
    )
}

/// The group of a line of one change, if it has one.
pub(super) fn group<'r>(line: &Line<'r>) -> Option<Group<'r>> {
    let RatedChange { change, impact, .. } = *line.first;
    let example = change.location.example.as_deref();
    let safe = |group| Some(group).filter(|_| impact == Impact::Safe);
    match change.kind {
        ChangeKind::BodyJsonValueChanged
        | ChangeKind::BodyJsonListReordered
        | ChangeKind::FormFieldValueChanged
        | ChangeKind::QueryValueChanged
        | ChangeKind::PathVariableValueChanged => {
            safe(example.map_or(Group::Samples, |_| Group::Examples))
        }
        ChangeKind::ExampleBodyChanged | ChangeKind::ExampleHeaderChanged => safe(Group::Examples),
        ChangeKind::HeaderValueChanged
        | ChangeKind::HeaderDefaultWritten
        | ChangeKind::DescriptionChanged
            if example.is_some() =>
        {
            safe(Group::Examples)
        }
        kind if is_of_examples(kind) => safe(Group::Names(kind, None)),
        ChangeKind::DescriptionChanged if !change.at.ends_with(".description") => None,
        kind if is_list(kind) => Some(Group::Names(kind, example)),
        _ => None,
    }
}

/// Whether changes of a kind are told apart by a name that says all.
fn is_list(kind: ChangeKind) -> bool {
    let id = kind.id();
    let starts = [
        "query-",
        "header-",
        "form-field-",
        "body-json-key-",
        "example-json-key-",
    ];
    let is_part = starts.iter().any(|start| id.starts_with(start))
        && ["added", "removed", "enabled", "disabled"]
            .iter()
            .any(|word| id.contains(word));
    is_part
        || id.starts_with("test-name-")
        || (id.starts_with("api-") && id.ends_with("-unused"))
        || kind == ChangeKind::DescriptionChanged
}

/// `lines` of one place with those of a group in one, where there are at least `samples` sample values
/// or [`FOLDED`] of another group.
pub(super) fn folded(lines: Vec<Line<'_>>, samples: usize) -> Vec<Line<'_>> {
    let mut groups: HashMap<Group, Vec<usize>> = HashMap::new();
    for (index, line) in lines.iter().enumerate() {
        if let Some(group) = group(line) {
            groups.entry(group).or_default().push(index);
        }
    }
    groups.retain(|group, all| {
        let least = match group {
            Group::Samples => samples,
            _ => FOLDED,
        };
        all.len() >= least
    });
    let mut texts: HashMap<usize, String> = groups
        .iter()
        .filter_map(|(group, all)| {
            let members: Vec<&Line> = all.iter().filter_map(|index| lines.get(*index)).collect();
            Some((*all.first()?, text(*group, &members)))
        })
        .collect();
    let mut folded: Vec<Line> = Vec::with_capacity(lines.len());
    let mut places: HashMap<Group, usize> = HashMap::new();
    for (index, mut line) in lines.into_iter().enumerate() {
        let Some(group) = group(&line).filter(|group| groups.contains_key(group)) else {
            folded.push(line);
            continue;
        };
        // The first of them shows all.
        if let Some(text) = texts.remove(&index) {
            line.text = text;
            line.changed = &[];
            places.insert(group, folded.len());
            folded.push(line);
        } else if let Some(first) = places.get(&group).and_then(|at| folded.get_mut(*at)) {
            first.changes.append(&mut line.changes);
        }
    }
    folded
}

/// What is said of a group that several requests have: the same value or name only once.
pub(super) fn of_all(group: Group, lines: &[Line]) -> String {
    let mut seen = HashSet::new();
    let distinct = |line: &&Line| group == Group::Examples || seen.insert(line.text.clone());
    let lines: Vec<&Line> = lines.iter().filter(distinct).collect();
    text(group, &lines)
}

/// `7 sample values changed`, or what is new or gone with its names.
fn text(group: Group, lines: &[&Line]) -> String {
    let count = lines.len();
    let s = if count == 1 { "" } else { "s" };
    let (kind, example) = match group {
        Group::Samples => return format!("{count} sample value{s} changed{VALUES_HINT}"),
        Group::Examples => return format!("{count} value{s} of examples changed{VALUES_HINT}"),
        Group::Names(kind, example) => (kind, example),
    };
    let is_safe = lines.iter().all(|line| line.first.impact == Impact::Safe);
    let most = if is_safe { MOST_NAMES } else { count };
    let names = lines.iter().take(most);
    let names: Vec<String> = names
        .map(|line| name(line.first.change, !is_safe))
        .collect();
    let rest = match count - names.len() {
        0 => String::new(),
        more => format!(" and {more} more{VALUES_HINT}"),
    };
    let place = example.map_or_else(String::new, |name| {
        format!("example `{}`: ", one_line(name))
    });
    format!(
        "{place}{} ({count}): {}{rest}",
        kind.title(),
        names.join(", ")
    )
}

/// What a change is about, and the value where somebody may have to act on it.
fn name(change: &Change, with_value: bool) -> String {
    let value = change.before.as_deref().or(change.after.as_deref());
    let value = value.unwrap_or_default();
    let at = match change.kind {
        ChangeKind::TestNameAdded | ChangeKind::TestNameRemoved => return one_line(value),
        ChangeKind::ExampleAdded | ChangeKind::ExampleRemoved | ChangeKind::ExampleRenamed => {
            let before = change
                .before
                .as_deref()
                .filter(|_| change.kind == ChangeKind::ExampleRenamed);
            let before = before.map_or_else(String::new, |name| format!("{} → ", one_line(name)));
            let name = change.location.example.as_deref().unwrap_or_default();
            return before + &one_line(name);
        }
        ChangeKind::DescriptionChanged => {
            change.at.strip_suffix(".description").unwrap_or(&change.at)
        }
        _ => &change.at,
    };
    match value {
        "" => one_line(at),
        _ if !with_value => one_line(at),
        HIDDEN => format!("{} {HIDDEN}", one_line(at)),
        value => format!("{} ({})", one_line(at), short(value)),
    }
}
