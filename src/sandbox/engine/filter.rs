//! Filters of a GET, as conditions on columns.

use rust_decimal::Decimal;

use super::ApiError;
use super::received::parsed;
use super::state::State;
use crate::catalogue::{Field, FieldType, Paging};
use crate::sandbox::database::Value;
use crate::sandbox::records::value::{column, folded};
use crate::sandbox::records::{Plan, value};

/// The maximum numbers of characters and wildcards of a filter: more would be slow to compare.
const MOST_CHARACTERS: usize = 500;
const MOST_WILDCARDS: usize = 6;
/// The maximum number of parameters of a GET: databases take about a thousand conditions.
const MOST_PARAMETERS: usize = 200;

/// The conditions of a GET, joined with AND, and where its page starts.
#[derive(Debug, Default)]
pub(super) struct Filter {
    /// Starts with ` WHERE` if there is any condition.
    pub(super) sql: String,
    pub(super) parameters: Vec<Value>,
    pub(super) offset: i64,
    /// What was ignored, which only `strict` refuses.
    pub(super) ignored: Vec<String>,
}

/// Which fields a GET can be filtered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fields {
    /// All that lists show.
    Listed,
    /// Those with an index, of `/*`.
    Indexed,
}

impl Filter {
    /// Reads the query. Names are matched whatever the case; parameters that are not filters are
    /// ignored, as the service seems to do, or refused if `strict`.
    pub(super) fn read(
        engine: &State,
        plan: &Plan,
        fields: Fields,
        query: &[(String, String)],
    ) -> Result<Self, ApiError> {
        if query.len() > MOST_PARAMETERS {
            return Err(ApiError::bad(format!(
                "{} parameters are too many; send at most {MOST_PARAMETERS}",
                query.len()
            )));
        }
        let mut filter = Self::default();
        for (name, given) in query {
            let name = name.to_lowercase();
            let paging = engine.catalogue.conventions.paging;
            if paging.parameter() == Some(name.as_str()) {
                filter.offset = offset(paging, given)?;
                continue;
            }
            let conventions = &engine.catalogue.conventions;
            if conventions.list_parameters.contains(&name.as_str()) {
                continue;
            }
            let Some(field) = plan.layout.field(&name).filter(|field| field.is_listed()) else {
                let other = engine.catalogue.other_build(&plan.resource, &name);
                let unknown = || format!("`{name}` does not filter this list");
                filter.ignore(engine, other.unwrap_or_else(unknown))?;
                continue;
            };
            if fields == Fields::Indexed && !plan.resource.indexed_filters.contains(&&*name) {
                let known = plan.resource.indexed_filters.join(", ");
                filter.ignore(
                    engine,
                    format!("`{name}` does not filter /*; these fields do: {known}"),
                )?;
                continue;
            }
            let since = engine.catalogue.rules.last_change == name;
            filter.add(field, given, since)?;
        }
        Ok(filter)
    }

    fn ignore(&mut self, engine: &State, what: String) -> Result<(), ApiError> {
        if engine.options.strict {
            return Err(ApiError::bad(what));
        }
        self.ignored.push(what);
        Ok(())
    }

    /// Adds a condition: a column, an operator and a value.
    fn condition(&mut self, column: &str, operator: &str, value: Value) {
        self.parameters.push(value);
        let mark = format!("?{}", self.parameters.len());
        self.and(&[column, operator, &mark]);
    }

    fn and(&mut self, words: &[&str]) {
        let joint = if self.sql.is_empty() {
            " WHERE"
        } else {
            " AND"
        };
        self.sql.push_str(joint);
        for word in words {
            self.sql.extend([" ", word]);
        }
    }

    fn add(&mut self, field: &Field, given: &str, since: bool) -> Result<(), ApiError> {
        let name = format!("f_{}", field.name);
        if given.chars().count() > MOST_CHARACTERS {
            return Err(ApiError::bad(format!(
                "the filter of {} is longer than {MOST_CHARACTERS} characters",
                field.name
            )));
        }
        if let Some((from, to)) = given.split_once('~') {
            // A missing bound leaves the range open.
            for (end, operator) in [(from, ">="), (to, "<=")] {
                if !end.is_empty() {
                    let end = typed(field, end)?;
                    self.condition(&name, operator, end);
                }
            }
            return Ok(());
        }
        let is_text = !matches!(
            field.kind,
            FieldType::Integer | FieldType::Boolean | FieldType::Decimal(_)
        );
        if given.contains('*') && is_text {
            return self.add_pattern(field, &name, given);
        }
        let sought = typed(field, given)?;
        match sought {
            Value::Null => self.and(&[&name, "IS NULL"]),
            sought if since => self.condition(&name, ">=", sought),
            sought => self.condition(&name, "=", sought),
        }
        Ok(())
    }

    fn add_pattern(&mut self, field: &Field, name: &str, given: &str) -> Result<(), ApiError> {
        if given.matches('*').count() > MOST_WILDCARDS {
            return Err(ApiError::bad(format!(
                "the filter of {} has more than {MOST_WILDCARDS} wildcards",
                field.name
            )));
        }
        let pattern = match field.kind {
            FieldType::Text(_) => folded(given),
            _ => given.to_owned(),
        };
        // The prefix before the first wildcard is found through the index.
        let start = pattern.split('*').next().unwrap_or_default();
        if !start.is_empty() {
            self.condition(name, ">=", start.into());
            self.condition(name, "<", format!("{start}\u{10FFFF}").into());
        }
        let mut like = String::with_capacity(pattern.len() + 4);
        for character in pattern.chars() {
            match character {
                '*' => like.push('%'),
                '%' | '_' | '!' => like.extend(['!', character]),
                other => like.push(other),
            }
        }
        self.condition(name, "LIKE", like.into());
        self.sql.push_str(" ESCAPE '!'");
        Ok(())
    }
}

/// How many records precede the requested page. A token is such a number too.
fn offset(paging: Paging, given: &str) -> Result<i64, ApiError> {
    let least = i64::from(paging.first().unwrap_or_default());
    let page = given.trim().parse().ok().filter(|page| *page >= least);
    let page: i64 = page.ok_or_else(|| {
        let shown: String = given.chars().take(40).collect();
        let name = paging.parameter().unwrap_or_default();
        ApiError::bad(format!(
            "{name} is '{shown}'; it has to be a whole number from {least}"
        ))
    })?;
    Ok(match paging {
        Paging::Number { size, .. } => (page - least).saturating_mul(i64::from(size)),
        _ => page,
    })
}

/// A filter's value, as the column stores it.
fn typed(field: &Field, given: &str) -> Result<Value, ApiError> {
    let given = given.trim();
    let kept = match field.kind {
        // A text that is longer than the field matches nothing, which is not an error.
        FieldType::Text(_) => serde_json::Value::from(given),
        FieldType::Decimal(_) => {
            let number: Option<Decimal> = value::number(given);
            match number.and_then(|number| value::amount(field, number)) {
                Some(amount) => amount,
                None => parsed(field, given)?,
            }
        }
        _ => parsed(field, given)?,
    };
    Ok(column(field, Some(&kept)))
}
