//! The console's pages.

use axum::Extension;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::super::recent::LoggedRequest;
use super::guard::Nonce;
use super::page::{
    Dashboard, ModuleRows, PageContext, RecentRow, ResourceRow, RevokedRow, UserRow,
};
use super::session::{Session, cookie, cookie_name};
use super::state::Console;
use crate::catalogue::Resource;
use crate::sandbox::database::DatabaseError;
use crate::sandbox::keys::KeyError;

/// How many requests the front page shows.
const SHOWN: usize = 10;

impl Console {
    /// The visitor's session, if there is one.
    pub(super) fn session(&self, headers: &HeaderMap) -> Option<Session> {
        let id = cookie(headers, &cookie_name(self.0.address.port()))?;
        self.0.sessions.take(&id)
    }

    /// A page with what all pages show.
    pub(super) fn page_context(&self, session: &Session, nonce: Nonce) -> PageContext {
        let parts = &self.0.service.0.parts;
        PageContext {
            title: parts.catalogue.title,
            version: env!("CARGO_PKG_VERSION"),
            address: parts.address.clone(),
            nonce: nonce.0,
            token: session.token.clone(),
            notice: session.notice.clone(),
            user: session.user.as_ref().map(ToString::to_string),
            ..PageContext::default()
        }
    }

    /// The login form in a new session, with the previous error.
    pub(super) fn login_page(
        &self,
        nonce: Nonce,
        status: StatusCode,
        problem: Option<String>,
    ) -> Response {
        let Ok(session) = self.0.sessions.start(None) else {
            return StatusCode::INTERNAL_SERVER_ERROR.into_response();
        };
        let mut page = self.page_context(&session, nonce);
        page.problem = problem;
        self.with_cookie(self.0.page.response(status, &page), &session.id)
    }

    /// The response, with the cookie of the session `id`.
    pub(super) fn with_cookie(&self, mut response: Response, id: &str) -> Response {
        let name = cookie_name(self.0.address.port());
        let cookie = format!("{name}={id}; Path=/; HttpOnly; SameSite=Strict");
        if let Ok(cookie) = HeaderValue::from_str(&cookie) {
            response.headers_mut().insert(header::SET_COOKIE, cookie);
        }
        response
    }

    /// Why `session` ends early: its user is now for the API only.
    pub(super) async fn ended(&self, session: &Session) -> Result<Option<String>, KeyError> {
        let Some(user) = &session.user else {
            return Ok(None);
        };
        if !self.0.service.0.parts.keyring.has_key(user).await? {
            return Ok(None);
        }
        self.0.sessions.end(&session.id);
        Ok(Some(only_for_the_api(user.as_str())))
    }

    /// A page for who is logged in; for others the login form.
    async fn own_page(&self, nonce: Nonce, headers: &HeaderMap) -> Result<PageContext, Response> {
        let session = self.session(headers);
        let Some(session) = session.filter(|session| session.user.is_some()) else {
            return Err(self.login_page(nonce, StatusCode::OK, None));
        };
        match self.ended(&session).await {
            Ok(None) => Ok(self.page_context(&session, nonce)),
            Ok(Some(why)) => Err(self.login_page(nonce, StatusCode::FORBIDDEN, Some(why))),
            Err(error) => Err(failed(&error)),
        }
    }

    async fn dashboard(&self) -> Result<Dashboard, KeyError> {
        let keyring = &self.0.service.0.parts.keyring;
        let (users, keys) = (keyring.users().await?, keyring.keys().await?);
        let generated = |access_key: &Option<String>| {
            let live = keys
                .iter()
                .find(|key| Some(&key.access_key) == access_key.as_ref());
            live.map(|key| time(key.generated * 1000))
        };
        let users = users.into_iter().map(|user| UserRow {
            generated: generated(&user.access_key),
            code: user.code,
            has_password: user.has_password,
            access_key: user.access_key,
        });
        let revoked = keys.iter().filter_map(|key| {
            Some(RevokedRow {
                access_key: key.access_key.clone(),
                generated: time(key.generated * 1000),
                revoked: time(key.revoked? * 1000),
            })
        });
        let modules = self.modules().await?;
        let mut recent = self.recent();
        let more = recent.len().saturating_sub(SHOWN);
        recent.truncate(SHOWN);
        Ok(Dashboard {
            users: users.collect(),
            revoked: revoked.collect(),
            records: modules
                .iter()
                .flat_map(|module| &module.resources)
                .filter_map(|resource| resource.count)
                .sum(),
            modules,
            recent,
            more,
        })
    }

    /// All requests that are remembered, the newest first.
    fn recent(&self) -> Vec<RecentRow> {
        let recent = self.0.service.0.recent.all().into_iter();
        let row = |answered: LoggedRequest| RecentRow {
            time: time(answered.at),
            ms: format!("{}.{:03}", answered.micros / 1000, answered.micros % 1000),
            answered,
        };
        recent.map(row).collect()
    }

    /// All resources by module, with the number of their records.
    async fn modules(&self) -> Result<Vec<ModuleRows>, DatabaseError> {
        let parts = &self.0.service.0.parts;
        let engine = parts.engine.clone();
        let counts = tokio::task::spawn_blocking(move || engine.counts_now()).await;
        let counts = counts.unwrap_or(Err(DatabaseError::Stopped))?;
        let row = |resource: &Resource| ResourceRow {
            path: resource.path,
            title: resource.title,
            count: counts
                .iter()
                .find(|(path, _)| *path == resource.path)
                .map(|(_, count)| *count),
        };
        let modules = parts.catalogue.modules.iter();
        Ok(modules
            .map(|module| ModuleRows {
                title: module.title,
                resources: parts
                    .catalogue
                    .resources_of(module.title)
                    .map(row)
                    .collect(),
            })
            .collect())
    }
}

/// Why somebody with the right password cannot log in.
pub(super) fn only_for_the_api(user: &str) -> String {
    format!(
        "User {user} has an API secret key and can no longer log in directly. Revoke the key first, \
         here as another user or with `sqlacc-postman key revoke`."
    )
}

pub(super) async fn front(
    State(console): State<Console>,
    Extension(nonce): Extension<Nonce>,
    headers: HeaderMap,
) -> Response {
    let mut page = match console.own_page(nonce, &headers).await {
        Ok(page) => page,
        Err(instead) => return instead,
    };
    match console.dashboard().await {
        Ok(dashboard) => page.dashboard = Some(dashboard),
        Err(error) => return failed(&error),
    }
    console.0.page.response(StatusCode::OK, &page)
}

/// All requests that are remembered.
pub(super) async fn requests(
    State(console): State<Console>,
    Extension(nonce): Extension<Nonce>,
    headers: HeaderMap,
) -> Response {
    match console.own_page(nonce, &headers).await {
        Ok(mut page) => {
            page.requests_all = Some(console.recent());
            console.0.page.response(StatusCode::OK, &page)
        }
        Err(instead) => instead,
    }
}

/// The collection reveals no record, so the machine's own user needs no session for it.
pub(super) async fn collection(State(console): State<Console>) -> Response {
    let service = &console.0.service;
    let mut response = service.collection(service.0.parts.address.clone()).await;
    let name = HeaderValue::from_static("attachment; filename=\"postman_collection.json\"");
    response
        .headers_mut()
        .insert(header::CONTENT_DISPOSITION, name);
    response
}

pub(super) async fn nothing_here() -> (StatusCode, &'static str) {
    (StatusCode::NOT_FOUND, "Page not found.\n")
}

/// A response to an error that the visitor cannot fix.
pub(super) fn failed(error: &KeyError) -> Response {
    tracing::error!(%error, "cannot serve the console");
    let text = "The console cannot reach its database; see the log.\n";
    (StatusCode::INTERNAL_SERVER_ERROR, text).into_response()
}

/// A time in UTC, to the second.
fn time(millis: i64) -> String {
    let time = jiff::Timestamp::from_millisecond(millis).unwrap_or_default();
    format!("{time:.0}").replace('T', " ").replace('Z', "")
}
