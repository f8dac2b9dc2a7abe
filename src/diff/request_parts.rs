use std::borrow::Cow;

use super::body;
use super::change::Sink;
use super::key_value::{KeyValue, KeyValueKinds, lists, value};
use super::path;
use super::{Change, ChangeKind};
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
    headers(base, revision, sink);
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

fn headers(base: &EffectiveRequest, revision: &EffectiveRequest, sink: &mut Sink) {
    let from = sink.changes.len();
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
    lists(&base.headers, &revision.headers, &HEADERS, compare, sink);
    let (Some(before), Some(after)) = (content_type(base), content_type(revision)) else {
        return;
    };
    for one in sink.changes.iter_mut().skip(from) {
        compare_with_default(&before, &after, one);
    }
}

/// The content type that is sent, as far as the collection determines it.
fn content_type<'r>(request: &'r EffectiveRequest) -> Option<Cow<'r, str>> {
    let is_type =
        |one: &&Header| one.is_enabled && one.key.text.eq_ignore_ascii_case("content-type");
    let own = request.headers.iter().rfind(is_type);
    let own = own.map(|one| Cow::Borrowed(one.sent_value()));
    let sent = own.or(request.added_type.map(Cow::Borrowed))?;
    (!sent.contains("{{")).then_some(sent)
}

/// A header that is written where Postman added one, or no longer, is only another value.
fn compare_with_default(before: &str, after: &str, change: &mut Change) {
    let is_toggle = matches!(
        change.kind,
        ChangeKind::HeaderAddedEnabled
            | ChangeKind::HeaderRemoved
            | ChangeKind::HeaderEnabled
            | ChangeKind::HeaderDisabled
    );
    if !is_toggle || !change.at.eq_ignore_ascii_case("content-type") {
        return;
    }
    if before == after {
        change.kind = ChangeKind::HeaderDefaultWritten;
        return;
    }
    change.kind = if media_type(before) == media_type(after) {
        ChangeKind::HeaderValueChanged
    } else {
        ChangeKind::HeaderMediaTypeChanged
    };
    change.before = Some(before.to_owned());
    change.after = Some(after.to_owned());
}

fn media_type(value: &str) -> String {
    let media = value.split(';').next().unwrap_or_default();
    media.trim().to_lowercase()
}
