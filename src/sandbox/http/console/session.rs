//! Sessions of the console: a random cookie, and a random token in its forms.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use axum::http::{HeaderMap, header};
use subtle::ConstantTimeEq;

use crate::sandbox::clock_and_rng::{ClockAndRng, NoRandomness};
use crate::sandbox::keys::UserCode;

/// How long a session lasts before login, in milliseconds.
const BEFORE: i64 = 30 * 60 * 1000;
/// How long a session lasts after login.
const WITHIN: i64 = 12 * 60 * 60 * 1000;
/// The maximum number of sessions; more replace those that would end first.
const MOST: usize = 1000;

/// A session.
#[derive(Clone)]
pub(super) struct Session {
    pub(super) id: String,
    /// The token in forms, so that no other page can send them.
    pub(super) token: String,
    /// Who is logged in.
    pub(super) user: Option<UserCode>,
    /// The notice for the next page.
    pub(super) notice: Option<String>,
    until: i64,
}

pub(super) struct Sessions {
    system: ClockAndRng,
    all: Mutex<HashMap<String, Session>>,
}

impl Sessions {
    pub(super) fn new(system: ClockAndRng) -> Self {
        Self {
            system,
            all: Mutex::default(),
        }
    }

    /// 256 random bits as text.
    pub(super) fn token(&self) -> Result<String, NoRandomness> {
        use std::fmt::Write;
        let mut text = String::with_capacity(64);
        for byte in self.system.bytes::<32>()? {
            let _ = write!(text, "{byte:02x}");
        }
        Ok(text)
    }

    /// A new session, before or right after login.
    pub(super) fn start(&self, user: Option<UserCode>) -> Result<Session, NoRandomness> {
        let now = self.system.millis();
        let session = Session {
            id: self.token()?,
            token: self.token()?,
            until: now + if user.is_some() { WITHIN } else { BEFORE },
            user,
            notice: None,
        };
        let mut all = self.all.lock().unwrap_or_else(PoisonError::into_inner);
        all.retain(|_, session| session.until > now);
        if all.len() >= MOST {
            let first = all.values().min_by_key(|session| session.until);
            if let Some(id) = first.map(|session| session.id.clone()) {
                all.remove(&id);
            }
        }
        all.insert(session.id.clone(), session.clone());
        Ok(session)
    }

    /// The session of that id, with its notice, which is then cleared.
    pub(super) fn take(&self, id: &str) -> Option<Session> {
        let now = self.system.millis();
        let mut all = self.all.lock().unwrap_or_else(PoisonError::into_inner);
        let session = all.get_mut(id).filter(|session| session.until > now)?;
        let taken = session.clone();
        session.notice = None;
        Some(taken)
    }

    pub(super) fn end(&self, id: &str) {
        let mut all = self.all.lock().unwrap_or_else(PoisonError::into_inner);
        all.remove(id);
    }

    /// Shows `notice` on the next page of that session.
    pub(super) fn notify(&self, id: &str, notice: String) {
        let mut all = self.all.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(session) = all.get_mut(id) {
            session.notice = Some(notice);
        }
    }
}

impl Session {
    pub(super) fn has_token(&self, token: &str) -> bool {
        self.token.as_bytes().ct_eq(token.as_bytes()).into()
    }
}

/// Cookies do not distinguish ports, so the port is in the name.
pub(super) fn cookie_name(port: u16) -> String {
    format!("sqlacc_sandbox_{port}")
}

/// The value of the cookie `name`.
pub(super) fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    let lines = headers.get_all(header::COOKIE).iter();
    let pairs = lines.filter_map(|line| line.to_str().ok());
    let mut pairs = pairs.flat_map(|line| line.split(';')).map(str::trim);
    pairs.find_map(|pair| Some(pair.strip_prefix(name)?.strip_prefix('=')?.to_owned()))
}
