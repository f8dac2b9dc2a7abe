use super::ChangeKind;
use super::body;
use super::change::Sink;
use super::key_value::{KeyValue, KeyValueKinds, lists, value};
use super::path;
use crate::postman::effective::secret::mask_value;
use crate::postman::effective::{EffectiveRequest, Header, QueryParameter, RequestUrl};

const QUERY: KeyValueKinds = KeyValueKinds {
    added: ChangeKind::QueryAddedEnabled,
    added_disabled: ChangeKind::QueryAddedDisabled,
    removed: ChangeKind::QueryRemoved,
    removed_disabled: ChangeKind::QueryRemovedDisabled,
    enabled: ChangeKind::QueryEnabled,
    disabled: ChangeKind::QueryDisabled,
    fold: str::to_owned,
    name: "query",
};

const HEADERS: KeyValueKinds = KeyValueKinds {
    added: ChangeKind::HeaderAddedEnabled,
    added_disabled: ChangeKind::HeaderAddedDisabled,
    removed: ChangeKind::HeaderRemoved,
    removed_disabled: ChangeKind::HeaderRemovedDisabled,
    enabled: ChangeKind::HeaderEnabled,
    disabled: ChangeKind::HeaderDisabled,
    fold: str::to_lowercase,
    name: "header",
};

/// What has changed in what is sent.
pub(super) fn compare(base: &EffectiveRequest, revision: &EffectiveRequest, sink: &mut Sink) {
    sink.changed(
        ChangeKind::RequestMethodChanged,
        "method",
        &base.method,
        &revision.method,
    );
    address(&base.url, &revision.url, sink);
    query(&base.url.query, &revision.url.query, sink);
    headers(&base.headers, &revision.headers, sink);
    body::compare(base, revision, sink);
}

fn address(base: &RequestUrl, revision: &RequestUrl, sink: &mut Sink) {
    if base.sent_origin() != revision.sent_origin() {
        sink.changed(
            ChangeKind::HostVariableChanged,
            "host",
            &base.origin(),
            &revision.origin(),
        );
    }
    let user = |url: &RequestUrl| url.user_info.as_ref().map(|one| one.text.to_string());
    let (before, after) = (user(base), user(revision));
    if before != after {
        let show = |user: Option<String>| Some(mask_value("password", &user?).into_owned());
        let (before, after) = (show(before), show(after));
        sink.add(
            ChangeKind::AuthParameterChanged,
            "url.auth",
            before.as_deref(),
            after.as_deref(),
        );
    }
    path::compare(base, revision, sink);
}

fn query(base: &[QueryParameter], revision: &[QueryParameter], sink: &mut Sink) {
    let compare = |one: &KeyValue, other: &KeyValue, sink: &mut Sink| {
        value(ChangeKind::QueryValueChanged, one, other, sink);
    };
    lists(base, revision, &QUERY, compare, sink);
}

fn headers(base: &[Header], revision: &[Header], sink: &mut Sink) {
    let compare = |one: &KeyValue, other: &KeyValue, sink: &mut Sink| {
        let is_media = ["accept", "content-type"].contains(&one.key.to_lowercase().as_str());
        let kind = match (&one.value, &other.value) {
            // The collection does not determine the value of a variable.
            (Some(before), Some(after))
                if is_media
                    && !before.contains("{{")
                    && !after.contains("{{")
                    && media_type(before) != media_type(after) =>
            {
                ChangeKind::HeaderMediaTypeChanged
            }
            _ => ChangeKind::HeaderValueChanged,
        };
        value(kind, one, other, sink);
    };
    lists(base, revision, &HEADERS, compare, sink);
}

fn media_type(value: &str) -> String {
    let media = value.split(';').next().unwrap_or_default();
    media.trim().to_lowercase()
}
