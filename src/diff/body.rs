use std::borrow::Cow;

use super::ChangeKind;
use super::change::Sink;
use super::json_shape::{self, REQUEST};
use super::key_value::{KeyValue, KeyValueKinds, lists, value};
use super::metadata::changed_lines;
use super::model::normalise_whitespace;
use super::side_by_side::of_content;
use crate::json::Value;
use crate::postman::effective::json_body::Comments;
use crate::postman::effective::secret::mask;
use crate::postman::effective::{Content, EffectiveRequest, FormField};

const FIELDS: KeyValueKinds = KeyValueKinds {
    added: ChangeKind::FormFieldAdded,
    added_disabled: ChangeKind::FormFieldAddedDisabled,
    removed: ChangeKind::FormFieldRemoved,
    removed_disabled: ChangeKind::FormFieldRemovedDisabled,
    enabled: ChangeKind::FormFieldEnabled,
    disabled: ChangeKind::FormFieldDisabled,
    fold: str::to_owned,
    name: "body",
};

/// What has changed in the body.
pub(super) fn compare(base: &EffectiveRequest, revision: &EffectiveRequest, sink: &mut Sink) {
    let from = sink.changes.len();
    match (&base.body, &revision.body) {
        (None, None) => {}
        (None, Some(other)) => sink.add(ChangeKind::BodyAdded, "body", None, Some(other.mode())),
        (Some(one), None) => sink.add(ChangeKind::BodyRemoved, "body", Some(one.mode()), None),
        (Some(one), Some(other)) => {
            if let (Some(before), Some(after)) = (base.added_type, revision.added_type) {
                sink.changed(ChangeKind::BodyMediaTypeChanged, "body", before, after);
            }
            contents(one, other, sink);
        }
    }
    sink.texts(from, || {
        let text = |one: &Option<Content>| one.as_ref().map(of_content).unwrap_or_default();
        (text(&base.body), text(&revision.body))
    });
}

fn contents(base: &Content, revision: &Content, sink: &mut Sink) {
    match (base, revision) {
        (
            Content::Raw { text, comments },
            Content::Raw {
                text: other,
                comments: also,
            },
        ) => {
            let from = sink.changes.len();
            let is_json = json("body", (text, *comments), (other, *also), sink);
            // Comments that are removed on one side only.
            let is_stripped = comments != also && (text.contains("//") || text.contains("/*"));
            if !is_json && sink.changes.len() == from {
                let (before, after) = (normalise_whitespace(text), normalise_whitespace(other));
                if is_stripped || before != after {
                    sink.text_changed(ChangeKind::BodyTextChanged, "body", &before, &after);
                }
            }
        }
        (
            Content::Form { mode, fields },
            Content::Form {
                mode: other,
                fields: others,
            },
        ) => {
            sink.changed(
                ChangeKind::BodyModeChanged,
                "body",
                mode.member(),
                other.member(),
            );
            form(fields, others, sink);
        }
        (
            Content::Graphql {
                query,
                operation,
                variables,
            },
            Content::Graphql {
                query: other,
                operation: other_operation,
                variables: others,
            },
        ) => {
            let (query, other) = (query.as_deref(), other.as_deref());
            if graphql_words(query) != graphql_words(other) {
                let text = |query: Option<&str>| normalise_whitespace(query.unwrap_or_default());
                sink.add(ChangeKind::GraphqlQueryChanged, "body.query", None, None);
                sink.lines(changed_lines(&text(query), &text(other)));
            }
            if operation != other_operation {
                let (before, after) = (operation.as_deref(), other_operation.as_deref());
                sink.add(
                    ChangeKind::GraphqlQueryChanged,
                    "body.operationName",
                    before,
                    after,
                );
            }
            graphql_variables(*variables, *others, sink);
        }
        (Content::File { source }, Content::File { source: other }) => {
            if source != other {
                let (before, after) = (mask(source), mask(other));
                let kind = ChangeKind::BodyTextChanged;
                sink.add(kind, "body", Some(&before), Some(&after));
            }
        }
        (one, other) => sink.add(
            ChangeKind::BodyModeChanged,
            "body",
            Some(one.mode()),
            Some(other.mode()),
        ),
    }
}

/// Compares two texts as far as they are JSON, and returns whether they are, strictly.
fn json(at: &str, base: (&str, Comments), revision: (&str, Comments), sink: &mut Sink) -> bool {
    json_shape::compare(at, base, revision, &REQUEST, sink)
}

fn graphql_words(query: Option<&str>) -> Option<Vec<&str>> {
    Some(query?.split_whitespace().collect())
}

/// The variables of a GraphQL query: an object or the text of one.
fn graphql_variables(base: Option<Value>, revision: Option<Value>, sink: &mut Sink) {
    let text = |value: Option<Value>| -> String {
        let text = value.map(|value| value.as_str().unwrap_or(Cow::Borrowed(value.text())));
        text.unwrap_or_default().into_owned()
    };
    let (before, after) = (text(base), text(revision));
    let or_none = |text: &'_ str| if text.is_empty() { "{}" } else { text }.to_owned();
    let (left, right) = (or_none(&before), or_none(&after));
    let from = sink.changes.len();
    let (left, right) = (
        (left.as_str(), Comments::Refused),
        (right.as_str(), Comments::Refused),
    );
    let is_json = json("body.variables", left, right, sink);
    let is_new = before.is_empty() != after.is_empty();
    if sink.changes.len() == from && (is_new || (!is_json && before != after)) {
        sink.add(ChangeKind::BodyTextChanged, "body.variables", None, None);
    }
}

fn form(base: &[FormField], revision: &[FormField], sink: &mut Sink) {
    let compare = |one: &KeyValue, other: &KeyValue, sink: &mut Sink| {
        sink.changed(
            ChangeKind::FormFieldTypeChanged,
            &one.key,
            &one.kind,
            &other.kind,
        );
        value(ChangeKind::FormFieldValueChanged, one, other, sink);
    };
    lists(base, revision, &FIELDS, compare, sink);
}
