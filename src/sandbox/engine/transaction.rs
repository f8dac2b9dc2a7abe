use std::collections::{HashMap, HashSet};

use super::ApiError;
use super::state::State;
use crate::sandbox::database::Connection;
use crate::sandbox::records::Members;

/// What one transaction works with.
pub(super) struct Transaction<'e> {
    pub(super) engine: &'e State,
    pub(super) connection: &'e mut dyn Connection,
    /// The time of the request, Unix milliseconds.
    pub(super) now: i64,
    /// Records that were already looked up.
    pub(super) looked_up: HashMap<(&'static str, String), Option<Members>>,
    /// Records that are known to exist.
    pub(super) is_there: HashSet<(&'static str, String)>,
    /// What was accepted although it is not documented.
    pub(super) tolerated: Vec<String>,
}

impl<'e> Transaction<'e> {
    pub(super) fn new(engine: &'e State, connection: &'e mut dyn Connection, now: i64) -> Self {
        Self {
            engine,
            connection,
            now,
            looked_up: HashMap::new(),
            is_there: HashSet::new(),
            tolerated: Vec::new(),
        }
    }

    /// Notes what is not documented; refuses it if `strict`.
    pub(super) fn tolerate(&mut self, what: String) -> Result<(), ApiError> {
        if self.engine.options.strict {
            return Err(ApiError::bad(what));
        }
        self.tolerated.push(what);
        Ok(())
    }

    /// The day of the request, in UTC.
    pub(super) fn today(&self) -> String {
        let time = jiff::Timestamp::from_millisecond(self.now).unwrap_or_default();
        time.to_zoned_datetime(jiff::tz::TimeZone::UTC)
            .date()
            .to_string()
    }
}
