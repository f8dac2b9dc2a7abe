use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

use super::change::Sink;
use super::{ChangeKind, key_value, metadata};
use crate::postman::effective::secret::mask_value;
use crate::postman::effective::url::encoded_segment;
use crate::postman::effective::{RequestUrl, path_parameter};
use crate::postman::view::tokens;

/// A path for comparison, in which all variable segments are alike.
#[derive(Default)]
struct Path<'r> {
    segments: Vec<Cow<'r, str>>,
    /// The literal segments.
    fixed: Vec<&'r str>,
    /// The variables, without what follows them in their segments: `:id`, `{{id}}`.
    parameters: Vec<&'r str>,
    /// The segments with their values in place.
    sent: Vec<Cow<'r, str>>,
}

impl<'r> Path<'r> {
    fn of(url: &'r RequestUrl) -> Self {
        let written: Vec<&str> = match &url.path {
            None => Vec::new(),
            Some(path) if path.is_empty() => vec![""],
            Some(path) => path.iter().map(|one| one.text.as_ref()).collect(),
        };
        // A lone slash only matters if the host may contain a path.
        if written == [""] && tokens(url.host_text()).next().is_none() {
            return Self::default();
        }
        let sent = |segment: &'r str| url.filled(segment).map_or(segment.into(), Cow::Owned);
        Self {
            fixed: written
                .iter()
                .copied()
                .filter(|one| parameter(one).is_none())
                .collect(),
            parameters: written.iter().copied().filter_map(parameter).collect(),
            sent: written.iter().copied().map(sent).collect(),
            segments: written.into_iter().map(pattern).collect(),
        }
    }
}

impl Path<'_> {
    /// Whether the two differ only in what is percent-encoded before it is sent.
    fn is_sent_as(&self, other: &Self) -> bool {
        let sent = |path: &Self| -> Vec<String> {
            path.sent.iter().map(|one| encoded_segment(one)).collect()
        };
        self.parameters == other.parameters && sent(self) == sent(other)
    }
}

/// The variable of a segment: `:id` of `:id` and `:id.json`, the whole of `{id}` and `{{id}}`.
fn parameter(segment: &str) -> Option<&str> {
    if let Some(name) = path_parameter(segment) {
        return segment.get(..=name.len());
    }
    let inside = segment.strip_prefix('{')?.strip_suffix('}')?;
    (!inside.trim_matches(['{', '}']).is_empty()).then_some(segment)
}

/// A segment with one placeholder for its variable.
fn pattern(segment: &str) -> Cow<'_, str> {
    let Some(parameter) = parameter(segment) else {
        return Cow::Borrowed(segment);
    };
    match segment.get(parameter.len()..) {
        Some(suffix) if !suffix.is_empty() => Cow::Owned(format!("{{}}{suffix}")),
        _ => Cow::Borrowed("{}"),
    }
}

/// A path with one placeholder for all variables, in lower case, with one form of accents
/// and without empty segments.
pub(super) fn normalised(url: &RequestUrl) -> String {
    let mut text = String::new();
    for segment in url.segments().iter().filter(|one| !one.is_empty()) {
        if !text.is_empty() {
            text.push('/');
        }
        text.push_str(&pattern(&segment.text));
    }
    if text.is_ascii() {
        text.make_ascii_lowercase();
        return text;
    }
    text.nfc().collect::<String>().to_lowercase()
}

/// What has changed in the path and in the values of its variables.
pub(super) fn compare(base: &RequestUrl, revision: &RequestUrl, sink: &mut Sink) {
    let (left, right) = (Path::of(base), Path::of(revision));
    // Renaming a variable segment changes nothing that is sent.
    sink.is_sent = left.sent != right.sent;
    let (old, new) = (base.path_text(), revision.path_text());
    let found = sink.changes.len();
    if left.segments == right.segments || left.is_sent_as(&right) {
        let pairs = left.parameters.iter().zip(&right.parameters);
        for (before, after) in pairs.clone() {
            sink.changed(ChangeKind::PathVariableRenamed, "path", before, after);
        }
        for (before, after) in pairs {
            value((base, before), (revision, after), sink);
        }
    } else {
        if left.fixed != right.fixed || left.parameters.len() == right.parameters.len() {
            sink.add(
                ChangeKind::RequestPathChanged,
                "path",
                Some(&old),
                Some(&new),
            );
        }
        for name in right
            .parameters
            .iter()
            .filter(|name| !left.parameters.contains(name))
        {
            sink.add(ChangeKind::PathVariableAdded, name, None, Some(&new));
        }
        for name in left
            .parameters
            .iter()
            .filter(|name| !right.parameters.contains(name))
        {
            sink.add(ChangeKind::PathVariableRemoved, name, Some(&old), None);
        }
        for name in left
            .parameters
            .iter()
            .filter(|name| right.parameters.contains(name))
        {
            value((base, name), (revision, name), sink);
        }
        if sink.changes.len() == found {
            sink.add(
                ChangeKind::RequestPathChanged,
                "path",
                Some(&old),
                Some(&new),
            );
        }
    }
    sink.is_sent = true;
    descriptions(base, revision, sink);
}

/// What has changed in the value of a segment such as `:id`.
fn value(base: (&RequestUrl, &str), revision: (&RequestUrl, &str), sink: &mut Sink) {
    let value = |(url, segment): (&RequestUrl, &str)| {
        path_parameter(segment).and_then(|name| url.path_value(name).map(Cow::into_owned))
    };
    let (Some(name), Some(_)) = (path_parameter(base.1), path_parameter(revision.1)) else {
        return;
    };
    let (before, after) = (value(base), value(revision));
    if before != after {
        let show = |value: Option<String>| Some(mask_value(name, &value?).into_owned());
        let at = format!("path.{name}");
        let is_empty = |value: &Option<String>| value.as_deref().is_none_or(str::is_empty);
        let kind = if is_empty(&after) && !is_empty(&before) {
            ChangeKind::PathVariableEmptied
        } else {
            ChangeKind::PathVariableValueChanged
        };
        let (before, after) = (show(before), show(after));
        sink.add(kind, &at, before.as_deref(), after.as_deref());
    }
}

fn descriptions(base: &RequestUrl, revision: &RequestUrl, sink: &mut Sink) {
    let description = |entry| key_value::description(Some(entry));
    for one in &base.variables {
        let Some(other) = revision
            .variables
            .iter()
            .rfind(|other| other.name == one.name)
        else {
            continue;
        };
        let at = format!("path.{}.description", one.name);
        let (before, after) = (description(one.entry), description(other.entry));
        metadata::description(ChangeKind::DescriptionChanged, &at, &before, &after, sink);
    }
}
