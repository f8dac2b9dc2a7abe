use std::collections::{BTreeMap, BTreeSet};

use super::ChangeKind;
use super::change::Sink;
use super::json_shape::is_variable;
use super::model::text;
use crate::postman::effective::secret::{is_credential, mask_attribute};
use crate::postman::view::{Auth, tokens};

/// The attributes of OAuth 2.0 that say where tokens come from.
const OAUTH_URLS: &[&str] = &["accessTokenUrl", "authUrl", "refreshTokenUrl"];

/// The auth that is used, inherited or not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct EffectiveAuth {
    /// Empty without one.
    kind: String,
    attributes: BTreeMap<String, String>,
    /// Whether it is the request's own.
    is_own: bool,
}

impl EffectiveAuth {
    pub(super) fn new(auth: Option<Auth>, is_own: bool) -> Self {
        let kind = auth.and_then(Auth::kind).unwrap_or_default().into_owned();
        let Some(auth) = auth.filter(|_| kind != "noauth") else {
            return Self {
                is_own,
                ..Self::default()
            };
        };
        let parameters = auth.parameters().into_iter();
        Self {
            kind,
            attributes: parameters
                .map(|one| (one.key.into_owned(), text(Some(one.value))))
                .collect(),
            is_own,
        }
    }
}

impl EffectiveAuth {
    /// The variables in its credentials.
    pub(super) fn credential_variables(&self) -> impl Iterator<Item = &str> {
        let all = self.attributes.iter();
        let credentials = all.filter(|(name, _)| is_credential(&self.kind, name));
        credentials.flat_map(|(_, value)| tokens(value).map(|token| token.name))
    }
}

/// Whether a change at `at` is of an auth that a folder or the collection gives.
pub(super) fn is_inherited(at: &str) -> bool {
    at.strip_prefix(INHERITED)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// The place of an auth that neither side has of its own.
const INHERITED: &str = "inherited auth";

/// What has changed in the auth that is used.
pub(super) fn compare(base: &EffectiveAuth, revision: &EffectiveAuth, sink: &mut Sink) {
    let at = if base.is_own || revision.is_own {
        "auth"
    } else {
        INHERITED
    };
    match (base.kind.as_str(), revision.kind.as_str()) {
        ("", "") => {}
        ("", kind) => sink.add(ChangeKind::AuthAdded, at, None, Some(kind)),
        (kind, "") => sink.add(ChangeKind::AuthRemoved, at, Some(kind), None),
        (before, after) if before != after => {
            sink.add(ChangeKind::AuthTypeChanged, at, Some(before), Some(after));
        }
        (kind, _) => {
            let changes = sink.changes.len();
            attributes(kind, at, base, revision, sink);
            if sink.changes.len() == changes && base.is_own != revision.is_own {
                let source = |one: &EffectiveAuth| if one.is_own { "own" } else { "inherited" };
                sink.add(
                    ChangeKind::AuthInheritanceChanged,
                    at,
                    Some(source(base)),
                    Some(source(revision)),
                );
            }
        }
    }
}

fn attributes(
    kind: &str,
    at: &str,
    base: &EffectiveAuth,
    revision: &EffectiveAuth,
    sink: &mut Sink,
) {
    let names: BTreeSet<&String> = base
        .attributes
        .keys()
        .chain(revision.attributes.keys())
        .collect();
    for name in names {
        let value = |one: &EffectiveAuth| one.attributes.get(name).cloned().unwrap_or_default();
        let (before, after) = (value(base), value(revision));
        let is_unset = |value: &str| is_false(value) && name != "headerPrefix";
        // Where Postman puts an API key unless it says otherwise.
        let is_header = |value: &str| kind == "apikey" && name == "in" && value == "header";
        let is_usual = |value: &str| is_unset(value) || is_header(value);
        if before == after || (is_usual(&before) && is_usual(&after)) {
            continue;
        }
        let is_aws_key = ["accessKey", "secretKey", "sessionToken"].contains(&name.as_str());
        let change = match name.as_str() {
            "service" if kind == "awsv4" => ChangeKind::Awsv4ServiceChanged,
            "region" if kind == "awsv4" => ChangeKind::Awsv4RegionChanged,
            "addAuthDataToQuery" if kind == "awsv4" => ChangeKind::Awsv4PlacementChanged,
            _ if kind == "awsv4" && is_aws_key && is_variable(&before) && is_variable(&after) => {
                ChangeKind::Awsv4CredentialVariableRenamed
            }
            // The collection does not determine the value of a variable.
            "key" | "in" if kind == "apikey" && !(is_variable(&before) && is_variable(&after)) => {
                ChangeKind::AuthApiKeyFieldChanged
            }
            _ if kind == "oauth2" && OAUTH_URLS.contains(&name.as_str()) => {
                ChangeKind::AuthUrlChanged
            }
            _ => ChangeKind::AuthParameterChanged,
        };
        sink.add(
            change,
            &format!("{at}.{name}"),
            Some(&mask_attribute(kind, name, &before)),
            Some(&mask_attribute(kind, name, &after)),
        );
    }
}

/// Postman may or may not write what is false or empty.
fn is_false(value: &str) -> bool {
    value.is_empty() || value == "false"
}
