use std::borrow::Cow;
use std::collections::BTreeMap;

use super::change::Sink;
use super::model::described;
use super::{ChangeKind, metadata};
use crate::json::Value;
use crate::postman::effective::secret::mask_value;
use crate::postman::effective::{FormField, Header, QueryParameter};

/// A header, a query parameter or a form field.
#[derive(Clone, Debug, Default)]
pub(super) struct KeyValue<'r> {
    pub(super) key: Cow<'r, str>,
    /// `None` without one.
    pub(super) value: Option<Cow<'r, str>>,
    /// The type of a form field; empty for others.
    pub(super) kind: String,
    pub(super) description: String,
    pub(super) is_enabled: bool,
}

impl<'r> From<&'r Header<'_>> for KeyValue<'r> {
    fn from(header: &'r Header) -> Self {
        Self {
            key: Cow::Borrowed(&header.key.text),
            value: Some(Cow::Borrowed(header.sent_value())),
            description: description(Some(header.entry)),
            is_enabled: header.is_enabled,
            ..Self::default()
        }
    }
}

impl<'r> From<&'r QueryParameter<'_>> for KeyValue<'r> {
    fn from(parameter: &'r QueryParameter) -> Self {
        Self {
            key: parameter.sent_key(),
            value: parameter.sent_value(),
            description: description(parameter.entry),
            is_enabled: parameter.is_enabled,
            ..Self::default()
        }
    }
}

impl<'r> From<&'r FormField<'_>> for KeyValue<'r> {
    fn from(field: &'r FormField) -> Self {
        let kind = if field.is_file { "file" } else { "text" };
        let name = field
            .file_name
            .as_deref()
            .map(|name| format!(" named `{name}`"));
        let media = field
            .content_type
            .as_deref()
            .map(|media| format!(" as {media}"));
        Self {
            key: Cow::Borrowed(&field.key),
            value: Some(field.value.as_deref().unwrap_or_default().into()),
            kind: [Some(kind.to_owned()), name, media]
                .into_iter()
                .flatten()
                .collect(),
            description: description(field.entry),
            is_enabled: field.is_enabled,
        }
    }
}

/// The description of an entry of a list.
pub(super) fn description(entry: Option<Value>) -> String {
    let description = entry.and_then(|entry| entry.get("description"));
    description.map(described).unwrap_or_default()
}

/// One on both sides, or on one.
type EitherSide<'m, 'r> = (Option<&'m KeyValue<'r>>, Option<&'m KeyValue<'r>>);

/// What is on both sides and what on one, in the order of names; of one name, what is sent goes with
/// what is sent first, and what is equal with its equal.
fn joined<'m, 'r>(
    base: &'m [KeyValue<'r>],
    revision: &'m [KeyValue<'r>],
    fold: fn(&str) -> String,
) -> Vec<EitherSide<'m, 'r>> {
    let mut by_name: BTreeMap<String, [Vec<&KeyValue>; 2]> = BTreeMap::new();
    for (side, list) in [base, revision].into_iter().enumerate() {
        for one in list {
            let sides = by_name.entry(fold(&one.key)).or_default();
            if let Some(all) = sides.get_mut(side) {
                all.push(one);
            }
        }
    }
    let mut pairs = Vec::new();
    for [left, right] in by_name.into_values() {
        let (left_on, left_off) = left.into_iter().partition(|one| one.is_enabled);
        let (right_on, right_off) = right.into_iter().partition(|one| one.is_enabled);
        let on = in_order(left_on, right_on, &mut pairs);
        let off = in_order(left_off, right_off, &mut pairs);
        // The rest may have been enabled or disabled.
        for (left, right) in [(on.0, off.1), (off.0, on.1)] {
            let (left, right) = in_order(left, right, &mut pairs);
            pairs.extend(left.into_iter().map(|one| (Some(one), None)));
            pairs.extend(right.into_iter().map(|one| (None, Some(one))));
        }
    }
    pairs
}

type Lists<'m, 'r> = (Vec<&'m KeyValue<'r>>, Vec<&'m KeyValue<'r>>);

/// Pairs equal ones at the start and at the end, then the others as they come; returns those left.
fn in_order<'m, 'r>(
    mut left: Vec<&'m KeyValue<'r>>,
    mut right: Vec<&'m KeyValue<'r>>,
    pairs: &mut Vec<EitherSide<'m, 'r>>,
) -> Lists<'m, 'r> {
    let is_equal = |(one, other): &(&&KeyValue, &&KeyValue)| one.value == other.value;
    let start = left.iter().zip(&right).take_while(is_equal).count();
    let (mut left_rest, mut right_rest) = (left.split_off(start), right.split_off(start));
    let end = left_rest.iter().rev().zip(right_rest.iter().rev());
    let end = end.take_while(is_equal).count();
    left.extend(left_rest.drain(left_rest.len() - end..));
    right.extend(right_rest.drain(right_rest.len() - end..));
    let count = left_rest.len().min(right_rest.len());
    left.extend(left_rest.drain(..count));
    right.extend(right_rest.drain(..count));
    pairs.extend(left.into_iter().map(Some).zip(right.into_iter().map(Some)));
    (left_rest, right_rest)
}

/// The kinds of changes of a sort of key-value pairs.
pub(super) struct KeyValueKinds {
    pub(super) added: ChangeKind,
    pub(super) added_disabled: ChangeKind,
    pub(super) removed: ChangeKind,
    pub(super) removed_disabled: ChangeKind,
    pub(super) enabled: ChangeKind,
    pub(super) disabled: ChangeKind,
    /// When two names are the same.
    pub(super) fold: fn(&str) -> String,
    /// What the place of a description starts with.
    pub(super) name: &'static str,
}

/// The entries of a list to compare: a disabled empty row is only an editing aid.
fn read<'r, T>(list: &'r [T]) -> Vec<KeyValue<'r>>
where
    KeyValue<'r>: From<&'r T>,
{
    let all = list.iter().map(KeyValue::from);
    let is_blank =
        |one: &KeyValue| one.key.is_empty() && one.value.as_deref().is_none_or(str::is_empty);
    all.filter(|one| one.is_enabled || !is_blank(one)).collect()
}

/// What has changed in a list; `compare` looks at what is on both sides.
pub(super) fn lists<'r, T>(
    base: &'r [T],
    revision: &'r [T],
    kinds: &KeyValueKinds,
    compare: impl Fn(&KeyValue, &KeyValue, &mut Sink),
    sink: &mut Sink,
) where
    KeyValue<'r>: From<&'r T>,
{
    let (base, revision) = (read(base), read(revision));
    for pair in joined(&base, &revision, kinds.fold) {
        sink.is_sent = [pair.0, pair.1]
            .into_iter()
            .flatten()
            .any(|one| one.is_enabled);
        match pair {
            (None, Some(one)) => {
                let kind = if one.is_enabled {
                    kinds.added
                } else {
                    kinds.added_disabled
                };
                sink.add(kind, &one.key, None, Some(&one.displayed()));
            }
            (Some(one), None) => {
                let kind = if one.is_enabled {
                    kinds.removed
                } else {
                    kinds.removed_disabled
                };
                sink.add(kind, &one.key, Some(&one.displayed()), None);
            }
            (Some(one), Some(other)) => {
                if one.is_enabled != other.is_enabled {
                    let kind = if other.is_enabled {
                        kinds.enabled
                    } else {
                        kinds.disabled
                    };
                    sink.add(kind, &one.key, None, None);
                }
                compare(one, other, sink);
                let at = format!("{}.{}.description", kinds.name, one.key);
                metadata::description(
                    ChangeKind::DescriptionChanged,
                    &at,
                    &one.description,
                    &other.description,
                    sink,
                );
            }
            (None, None) => {}
        }
    }
    sink.is_sent = true;
}

/// A change of the value, if there is one.
pub(super) fn value(kind: ChangeKind, base: &KeyValue, revision: &KeyValue, sink: &mut Sink) {
    if base.value != revision.value {
        let show = |one: &KeyValue| Some(mask_value(&base.key, one.value.as_deref()?).into_owned());
        let (before, after) = (show(base), show(revision));
        sink.add(kind, &base.key, before.as_deref(), after.as_deref());
    }
}

impl KeyValue<'_> {
    /// What is said of one that is on one side only: what a form field is, else the value.
    fn displayed(&self) -> String {
        if self.kind.is_empty() {
            mask_value(&self.key, self.value.as_deref().unwrap_or_default()).into_owned()
        } else {
            self.kind.clone()
        }
    }
}
