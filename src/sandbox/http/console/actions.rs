//! The console's actions.

use axum::extract::{FromRequest, Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use axum::{Extension, Form};
use serde::Deserialize;
use zeroize::Zeroizing;

use super::connect::connect;
use super::guard::Nonce;
use super::page::{Commands, ShownKeys};
use super::session::Session;
use super::state::Console;
use super::views::{failed, only_for_the_api};
use crate::sandbox::keys::{KeyError, LoginError, UserCode};

/// The fields of all the console's forms; each form has some of them.
#[derive(Deserialize)]
pub(super) struct Fields {
    #[serde(default)]
    token: String,
    #[serde(default)]
    user: String,
    #[serde(default)]
    password: Zeroizing<String>,
    #[serde(default)]
    access_key: String,
    /// Whether the user confirmed that direct login ends.
    #[serde(default)]
    understood: String,
    /// Whether to revoke the user's live key first.
    #[serde(default)]
    regenerate: String,
}

/// A form of a logged-in visitor, sent by the console's own page.
pub(super) struct ConsoleForm {
    session: Session,
    fields: Fields,
    nonce: Nonce,
}

impl FromRequest<Console> for ConsoleForm {
    type Rejection = Response;

    async fn from_request(request: Request, console: &Console) -> Result<Self, Response> {
        let nonce = Nonce::of(request.extensions());
        let session = console.session(request.headers());
        let form = Form::<Fields>::from_request(request, console).await;
        let Form(fields) = form.map_err(IntoResponse::into_response)?;
        let login_page =
            |status, why: &str| console.login_page(nonce.clone(), status, Some(why.to_owned()));
        let session = session.filter(|session| session.user.is_some());
        let session =
            session.ok_or_else(|| login_page(StatusCode::UNAUTHORIZED, "Log in first."))?;
        if !session.has_token(&fields.token) {
            let text =
                "This form is outdated or does not come from the console; reload the page.\n";
            return Err((StatusCode::FORBIDDEN, text).into_response());
        }
        match console.ended(&session).await {
            Ok(None) => Ok(Self {
                session,
                fields,
                nonce,
            }),
            Ok(Some(why)) => Err(login_page(StatusCode::FORBIDDEN, &why)),
            Err(error) => Err(failed(&error)),
        }
    }
}

impl Console {
    /// Back to the front page, which then shows `notice`.
    fn redirect_home(&self, session: &Session, notice: String) -> Response {
        self.0.sessions.notify(&session.id, notice);
        Redirect::to("/").into_response()
    }

    /// Back with the result of a change of keys.
    fn redirect_with_result(&self, session: &Session, done: Result<String, KeyError>) -> Response {
        match done {
            Ok(notice) => self.redirect_home(session, notice),
            Err(KeyError::Database(error)) => failed(&error.into()),
            Err(error) => self.redirect_home(session, format!("Nothing was changed: {error}.")),
        }
    }
}

pub(super) async fn log_in(
    State(console): State<Console>,
    Extension(nonce): Extension<Nonce>,
    headers: HeaderMap,
    Form(fields): Form<Fields>,
) -> Response {
    let session = console.session(&headers);
    if !session.is_some_and(|session| session.has_token(&fields.token)) {
        let why = "The form was outdated; try again.".to_owned();
        return console.login_page(nonce, StatusCode::FORBIDDEN, Some(why));
    }
    let wrong = |nonce| {
        let why = "Wrong user or password.".to_owned();
        console.login_page(nonce, StatusCode::UNAUTHORIZED, Some(why))
    };
    let Ok(user) = fields.user.parse::<UserCode>() else {
        return wrong(nonce);
    };
    let keyring = &console.0.service.0.parts.keyring;
    let lockout = &console.0.lockout;
    let one_at_a_time = console.0.login_lock.lock().await;
    if let Some(seconds) = lockout.wait(&user) {
        let why = format!("Too many failed logins. Try again in {seconds} s.");
        return console.login_page(nonce, StatusCode::TOO_MANY_REQUESTS, Some(why));
    }
    let outcome = keyring.log_in(&user, fields.password).await;
    match &outcome {
        Err(LoginError::Wrong) => lockout.failed(&user),
        _ => lockout.succeeded(&user),
    }
    drop(one_at_a_time);
    match outcome {
        Ok(()) => {}
        Err(LoginError::Wrong) => {
            tracing::warn!("a login to the console failed");
            return wrong(nonce);
        }
        Err(LoginError::HasKey(user)) => {
            let why = only_for_the_api(&user);
            return console.login_page(nonce, StatusCode::FORBIDDEN, Some(why));
        }
        Err(LoginError::Key(error)) => return failed(&error),
    }
    tracing::info!(%user, "logged in to the console");
    // A new id, because the old one was known before.
    if let Some(old) = console.session(&headers) {
        console.0.sessions.end(&old.id);
    }
    match console.0.sessions.start(Some(user)) {
        Ok(session) => console.with_cookie(Redirect::to("/").into_response(), &session.id),
        Err(error) => failed(&error.into()),
    }
}

pub(super) async fn log_out(
    State(console): State<Console>,
    headers: HeaderMap,
    Form(fields): Form<Fields>,
) -> Response {
    if let Some(session) = console.session(&headers)
        && session.has_token(&fields.token)
    {
        console.0.sessions.end(&session.id);
    }
    Redirect::to("/").into_response()
}

pub(super) async fn generate(State(console): State<Console>, form: ConsoleForm) -> Response {
    let ConsoleForm {
        session,
        fields,
        nonce,
    } = form;
    let user = match fields.user.parse::<UserCode>() {
        Ok(user) => user,
        Err(error) => {
            return console.redirect_home(&session, format!("Nothing was changed: {error}."));
        }
    };
    if fields.understood.is_empty() {
        let notice = format!(
            "Nothing was changed: first confirm that {user} can then no longer log in directly."
        );
        return console.redirect_home(&session, notice);
    }
    let keyring = &console.0.service.0.parts.keyring;
    let made = if fields.regenerate.is_empty() {
        keyring.generate(&user).await
    } else {
        keyring.regenerate(&user).await
    };
    match made {
        Err(error) => console.redirect_with_result(&session, Err(error)),
        Ok(pair) => {
            tracing::info!(%user, "a key was generated");
            let mut page = console.page_context(&session, nonce);
            page.pair = Some(ShownKeys {
                access_key: pair.access_key.clone(),
                secret_key: pair.secret_key.to_string(),
            });
            page.commands = console.commands(&pair.access_key).await.ok();
            console.0.page.response(StatusCode::OK, &page)
        }
    }
}

pub(super) async fn revoke(State(console): State<Console>, form: ConsoleForm) -> Response {
    let ConsoleForm {
        session, fields, ..
    } = form;
    let keyring = &console.0.service.0.parts.keyring;
    let revoked = keyring.revoke(&fields.access_key).await;
    let revoked = revoked.map(|()| {
        tracing::info!(access_key = %fields.access_key, "a key was revoked");
        format!("Key {} is revoked.", fields.access_key)
    });
    console.redirect_with_result(&session, revoked)
}

/// Test Connection: a request to the service itself, signed with the key.
pub(super) async fn test(State(console): State<Console>, form: ConsoleForm) -> Response {
    let ConsoleForm {
        session, fields, ..
    } = form;
    let parts = &console.0.service.0.parts;
    let credentials = match parts.keyring.credentials(&fields.access_key).await {
        Ok(Some(credentials)) => credentials,
        Ok(None) => {
            return console.redirect_with_result(&session, Err(KeyError::NoKey(fields.access_key)));
        }
        Err(error) => return console.redirect_with_result(&session, Err(error)),
    };
    let notice = match connect(parts, &credentials).await {
        Ok(status) => format!(
            "Connection as {}: GET /healthcheck answered {status}.",
            fields.access_key
        ),
        Err(error) => format!(
            "No connection to {} as {}: {error}.",
            parts.address, fields.access_key
        ),
    };
    console.redirect_home(&session, notice)
}

/// Copy: the commands of one key.
pub(super) async fn copy(State(console): State<Console>, form: ConsoleForm) -> Response {
    let ConsoleForm {
        session,
        fields,
        nonce,
    } = form;
    match console.commands(&fields.access_key).await {
        Err(error) => console.redirect_with_result(&session, Err(error)),
        Ok(commands) => {
            let mut page = console.page_context(&session, nonce);
            page.commands = Some(commands);
            console.0.page.response(StatusCode::OK, &page)
        }
    }
}

pub(super) async fn set_password(State(console): State<Console>, form: ConsoleForm) -> Response {
    let ConsoleForm {
        session, fields, ..
    } = form;
    let user = match fields.user.parse::<UserCode>() {
        Ok(user) => user,
        Err(error) => {
            return console.redirect_home(&session, format!("Nothing was changed: {error}."));
        }
    };
    let keyring = &console.0.service.0.parts.keyring;
    let set = keyring.set_password(&user, fields.password).await;
    console.redirect_with_result(
        &session,
        set.map(|()| format!("The password of {user} was set.")),
    )
}

impl Console {
    /// The commands that call the service with that key.
    async fn commands(&self, access_key: &str) -> Result<Commands, KeyError> {
        let parts = &self.0.service.0.parts;
        let credentials = parts.keyring.credentials(access_key).await?;
        let credentials = credentials.ok_or_else(|| KeyError::NoKey(access_key.to_owned()))?;
        Ok(Commands {
            access_key: access_key.to_owned(),
            signed: parts
                .exporter
                .signed_curl(&parts.address, &credentials)
                .unwrap_or_else(|reason| reason),
            template: parts
                .exporter
                .template_curl(&parts.address)
                .unwrap_or_else(|reason| reason),
            programs: parts
                .exporter
                .programs(&parts.address)
                .unwrap_or_else(|reason| vec![("Programs", reason)]),
        })
    }
}
