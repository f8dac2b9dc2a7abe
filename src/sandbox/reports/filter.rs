//! The parameters of a report.

use super::ReportError;
use super::sql::Conditions;
use crate::catalogue::Parameters;

/// The query of a report, understood. Texts are in lower case.
#[derive(Clone, Debug)]
pub(super) struct ReportFilter {
    pub(super) from: Option<String>,
    pub(super) until: Option<String>,
    pub(super) items: Vec<String>,
    pub(super) groups: Vec<String>,
    pub(super) categories: Vec<String>,
    locations: Vec<String>,
    batches: Vec<String>,
    agents: Vec<String>,
    areas: Vec<String>,
    projects: Vec<String>,
    /// Whether items are shown that are active, and that are not.
    pub(super) active: (bool, bool),
    /// Whether items are shown whose stock is kept, and whose is not.
    pub(super) controlled: (bool, bool),
    pub(super) zero_balance: bool,
    pub(super) zero_level: bool,
    pub(super) expiry: (Option<String>, Option<String>),
    pub(super) made: (Option<String>, Option<String>),
    pub(super) ignore_transfers: bool,
}

/// The pairs of a query, looked up by name whatever its case.
struct Query<'a>(&'a [(String, String)]);

impl Query<'_> {
    fn get(&self, name: &str) -> Option<&str> {
        let mut pairs = self.0.iter();
        let found = pairs.find(|(given, _)| given.eq_ignore_ascii_case(name));
        found
            .map(|(_, value)| value.trim())
            .filter(|value| !value.is_empty())
    }

    /// Several values are separated by commas or semicolons.
    fn list(&self, names: &[&str]) -> Vec<String> {
        let values = names.iter().filter_map(|name| self.get(name));
        let parts = values.flat_map(|value| value.split([',', ';']));
        let parts = parts.map(|part| part.trim().to_lowercase());
        parts.filter(|part| !part.is_empty()).collect()
    }

    fn flag(&self, name: &str, default: bool) -> bool {
        match self.get(name).map(str::to_lowercase).as_deref() {
            Some("true" | "t" | "1") => true,
            Some(_) => false,
            None => default,
        }
    }

    fn day(&self, name: &'static str) -> Result<Option<String>, ReportError> {
        let Some(text) = self.get(name) else {
            return Ok(None);
        };
        let day: jiff::civil::Date = text.parse().map_err(|_| ReportError::Date {
            name,
            text: text.chars().take(40).collect(),
        })?;
        Ok(Some(day.to_string()))
    }

    fn days(
        &self,
        (from, until): (&'static str, &'static str),
    ) -> Result<(Option<String>, Option<String>), ReportError> {
        Ok((self.day(from)?, self.day(until)?))
    }
}

impl ReportFilter {
    pub(super) fn read(
        names: &Parameters,
        query: &[(String, String)],
    ) -> Result<Self, ReportError> {
        let query = Query(query);
        let range = |is_applied: bool, days| {
            if is_applied {
                query.days(days)
            } else {
                Ok((None, None))
            }
        };
        let (from, until) = range(query.flag(names.range, true), names.days)?;
        Ok(Self {
            from,
            until,
            items: query.list(names.items),
            groups: query.list(&[names.groups]),
            categories: query.list(names.categories),
            locations: query.list(&[names.locations]),
            batches: query.list(&[names.batches]),
            agents: query.list(&[names.agents]),
            areas: query.list(&[names.areas]),
            projects: query.list(&[names.projects]),
            active: (
                query.flag(names.active.0, true),
                query.flag(names.active.1, false),
            ),
            controlled: (
                query.flag(names.controlled.0, true),
                query.flag(names.controlled.1, false),
            ),
            zero_balance: query.flag(names.zero_balance, false),
            zero_level: query.flag(names.zero_level, false),
            expiry: query.days(names.expiry)?,
            made: range(query.flag(names.made_range, false), names.made)?,
            ignore_transfers: query.flag(names.ignore_transfers, false),
        })
    }

    /// That a movement is where and whose is asked for, whatever its day.
    pub(super) fn places(&self, conditions: Conditions) -> Conditions {
        conditions
            .among("at_location", &self.locations)
            .among("in_batch", &self.batches)
            .among("by_agent", &self.agents)
            .among("in_area", &self.areas)
            .among("of_project", &self.projects)
    }

    /// Whether only some locations are asked for.
    pub(super) fn has_locations(&self) -> bool {
        !self.locations.is_empty()
    }

    /// That a movement is not after the last day.
    pub(super) fn until(&self, conditions: Conditions) -> Conditions {
        match &self.until {
            Some(day) => conditions.and("day <= ?", day.as_str()),
            None => conditions,
        }
    }
}
